"""Two versions of a document side by side: which clauses differ, in which words, and which fields made them."""
