"""Findings that a comment in the file has answered."""
