"""What is wrong, told to whoever asks: a person at a terminal, a review, a build server, a program."""
