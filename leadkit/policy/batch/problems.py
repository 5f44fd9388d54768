"""What keeps a policy or a table from being screened as a whole."""

from __future__ import annotations


class BatchError(ValueError):
    """A policy that tables cannot express, or a table that does not hold what it should; the message is a sentence."""


class MalformedError(BatchError):
    """A line of a file is not like its heading."""
