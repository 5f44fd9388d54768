"""A Word file from outside, and why it is not taken in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from leadkit.diagnostic import Code
from leadkit.documents.codes import BAD_LETTERHEAD, LARGE_LETTERHEAD, UNSAFE_LETTERHEAD


class UnfitFile(ValueError):  # noqa: N818  (what it is, not that it is an error)
    """A file from outside cannot be used, for a reason that somebody can do something about.

    Attributes:
        code: The code of the finding.
        message: What is wrong, in one sentence.
        remedy: What to do.
    """

    def __init__(self, code: Code, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Guest:
    """What a Word file is taken in as.

    Attributes:
        called: How sentences call it, such as ``letterhead``.
        bad: The code for one that cannot be read.
        large: The code for one that is too large.
        unsafe: The code for one that runs, fetches or carries something.
        outward: The kinds of relationship that may point outside the file, because nothing follows them.
    """

    called: str
    bad: Code
    large: Code
    unsafe: Code
    outward: frozenset[str] = frozenset()

    @property
    def save(self) -> str:
        """What to do with one that cannot be read."""
        return f"Open the {self.called} in Word and save it anew as a Word Document (.docx)."

    def unread(self, message: str) -> UnfitFile:
        """Why one cannot be read."""
        return UnfitFile(self.bad, message, self.save)

    @contextmanager
    def parsed(self) -> Iterator[None]:
        """While something is taken out of the file: only one that is no real Word document fails here.

        Nothing else stands inside it, for a fault of leadkit's own would be told as one of the file.

        Raises:
            UnfitFile: It failed.
        """
        try:
            yield
        except UnfitFile:
            raise
        except Exception as trouble:  # nobody can list all the ways to be no Word document
            raise self.unread(f"The {self.called} is damaged.") from trouble


LETTERHEAD = Guest("letterhead", BAD_LETTERHEAD, LARGE_LETTERHEAD, UNSAFE_LETTERHEAD)
"""A jurisdiction's letterhead: of what it holds, nothing may point outside."""
