"""Changes to a handbook's YAML, exact to the letter: mending, formatting, renaming. Writes no file itself."""
