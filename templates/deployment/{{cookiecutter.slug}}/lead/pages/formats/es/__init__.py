"""The Spanish of the United States."""
