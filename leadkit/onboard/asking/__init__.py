"""Asking: a question as it is put, and the conversation that it belongs to."""
