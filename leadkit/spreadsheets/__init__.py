"""Spreadsheets in: rows of agencies and services become entries of a program, which keeps every byte that it had."""
