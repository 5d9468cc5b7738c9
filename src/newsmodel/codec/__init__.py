"""How a format is described: rows, each of which says one field once, and tables of rows."""
