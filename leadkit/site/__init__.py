"""The public site of a program: pages composed like papers, written as Markdown, built by mkdocs."""
