"""The site: which pages a handbook has, what stands on each, and how it is put into words and HTML."""
