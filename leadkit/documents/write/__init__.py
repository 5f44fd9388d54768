"""Writers: each prints the same tree with the same words and numbers."""
