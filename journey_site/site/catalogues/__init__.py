"""The words of the interface in each language: ours, a handbook's own, and what is wrong with those."""
