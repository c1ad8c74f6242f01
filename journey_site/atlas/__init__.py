"""The domain: every persona, journey and shared thing of a handbook, complete and linked."""
