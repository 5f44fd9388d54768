"""What differs between two versions of a document, to be read: as tracked changes, on a page, and in a table."""
