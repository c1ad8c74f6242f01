"""Texts in several languages: which there are, what is missing in which, and what has changed since it was translated."""
