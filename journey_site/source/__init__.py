"""From files to nodes: finds a handbook's files, reads them as text, and their text as nodes with places."""
