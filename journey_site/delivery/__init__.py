"""A site that is handed over: built for a reader without a server, listed, and packed the same way each time."""
