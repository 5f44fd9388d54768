"""What a program says that rules cannot take apart: it is asked as one question, and told as a finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedWhole:
    """A rule that can only be asked as it is written. It is never dropped.

    Attributes:
        path: The field.
        why: Why it cannot be taken apart: one sentence.
        remedy: What to write instead: one sentence.
    """

    path: tuple[str, ...]
    why: str
    remedy: str
