"""The tree of a page as Markdown and pictures."""
