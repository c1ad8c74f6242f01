"""What a fenced block in another page shows of the handbook."""
