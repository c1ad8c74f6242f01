"""Fenced blocks in hand-written pages that ask for something of the handbook: a map, a curve, a card, a list."""
