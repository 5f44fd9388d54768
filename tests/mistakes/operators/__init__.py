"""Operators: each makes one kind of mistake anywhere in a program, and knows the line by construction."""
