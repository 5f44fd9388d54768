"""From answers to a program's folder."""
