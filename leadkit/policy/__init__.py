"""Eligibility as code: the rules of a program on a day, compiled, evaluated, explained and compared."""
