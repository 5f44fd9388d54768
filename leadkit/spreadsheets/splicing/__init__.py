"""New entries put into a program's text, every other byte of which stays."""
