"""Where each document is signed, by whom and at which words: ``signing.json`` beside the documents."""
