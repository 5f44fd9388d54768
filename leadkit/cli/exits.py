"""Exit codes besides those of the commands; they take no time to import."""

OWN_FAULT = 3
"""Leadkit itself failed."""

INTERRUPTED = 130
"""Stopped from the keyboard: 128 and the number of the signal."""

UNHEARD = 141
"""The reader of a pipe left early: 128 and the number of the signal, as other tools have it."""
