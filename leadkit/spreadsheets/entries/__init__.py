"""From rows to the entries of a program: read by field, put together by name, held against what is there already."""
