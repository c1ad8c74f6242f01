"""Lists and pages of single things, made of tables."""
