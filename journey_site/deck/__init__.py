"""A journey as a deck of slides, with native text, tables and a native chart that can be edited."""
