"""Answers: read from a file, or taken from the shape of another program."""
