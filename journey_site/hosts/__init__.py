"""Adapters that put a planned site into a site generator; nothing before them knows which."""
