"""From a file to a table of text, each cell with its place; findings for what cannot be read."""
