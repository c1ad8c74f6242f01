"""Personas: cards, pages, booklets."""
