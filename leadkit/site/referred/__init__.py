"""The page on which anybody may find out whether somebody could be referred, decided in the reader's own browser."""
