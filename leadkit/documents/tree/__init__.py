"""The clause tree: plain frozen values that every writer prints."""
