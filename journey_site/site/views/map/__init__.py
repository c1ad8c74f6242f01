"""The journey map: its heads, rows, drawings, and what follows from it."""
