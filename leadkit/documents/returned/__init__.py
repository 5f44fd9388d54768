"""What comes back from counsel: an edited draft, read, compared, and sorted into values, words and questions."""
