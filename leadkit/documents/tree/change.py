"""What became of a part of a text between two versions of it."""

from __future__ import annotations

from enum import StrEnum


class Change(StrEnum):
    """Whether a part stands in both versions, in one of them, or in both with other words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
