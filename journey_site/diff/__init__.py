"""What two handbooks, or two versions of one, say otherwise: as values, and in words that are yet to be told."""
