"""The account of what changed between two versions: gathered once as values, told in four styles."""
