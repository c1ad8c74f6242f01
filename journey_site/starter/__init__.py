"""The first files of a handbook and of each new thing in it, as texts: nothing is written here."""
