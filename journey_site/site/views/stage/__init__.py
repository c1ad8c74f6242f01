"""The stage page, and what maps, booklets and comparisons take from it."""
