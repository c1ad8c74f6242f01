"""The handbook as data for other programs and for spreadsheets: one module for each format."""
