"""Findings, printed: one file per form."""
