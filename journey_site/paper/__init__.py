"""The site on paper: which pages are printed, how they are made ready, and the browser that prints them."""
