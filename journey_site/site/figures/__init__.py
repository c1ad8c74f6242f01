"""Where everything stands in the drawing of a ring or a network: plain geometry, in the drawing's own units."""
