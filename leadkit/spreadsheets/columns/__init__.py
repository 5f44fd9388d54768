"""From the head of a table to fields: guessed from words, or as the planner says."""
