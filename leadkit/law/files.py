"""The law data that leadkit ships, read through ``leadkit.source`` as plain text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.law.codes import BROKEN_LAW_DATA
from leadkit.law.plain import LawError

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.source.tree import Plain

_FOLDER = Path(__file__).parent / "data"


class BrokenData(Exception):  # noqa: N818  (the name is what a caller reads)
    """A shipped file that cannot be read.

    Attributes:
        finding: What is wrong with it.
    """

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


@lru_cache(maxsize=1)
def data_names() -> tuple[str, ...]:
    """The names of the shipped files, in alphabetical order."""
    return tuple(sorted(entry.name for entry in _FOLDER.iterdir() if entry.name.endswith(".yaml")))


def read_data(name: str) -> Plain:
    """The contents of a shipped file.

    Raises:
        BrokenData: It is missing or cannot be read.
    """
    from leadkit.source import read_text
    from leadkit.source.tree import plain

    try:
        text = (_FOLDER / name).read_text(encoding="utf-8")
    except (OSError, ValueError) as wrong:
        raise BrokenData(broken(name, str(wrong))) from wrong
    root, found = read_text(text, name)
    if found:
        raise BrokenData(broken(name, found[0].message.rstrip(".")))
    return plain(root)


def broken(name: str, why: str) -> Diagnostic:
    """The finding for a shipped file that cannot be read."""
    return BROKEN_LAW_DATA.at(
        message=f"leadkit's own file {name} cannot be read: {why}.",
        remedy=BROKEN_LAW_DATA.right.strip(" ()\n"),
    )


def finding_of(fault: BrokenData | LawError) -> Diagnostic:
    """A fault in shipped data as a finding."""
    return fault.finding if isinstance(fault, BrokenData) else broken(fault.path, fault.sentence)
