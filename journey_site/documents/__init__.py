"""The format: what editors write, declared once as pydantic models and read from nodes with places."""
