"""From an older version of the format to this one: text edits that keep every other byte of a planner's files."""
