"""Stage models: their pages, their list, and what they say of stages that nobody has filled."""
