"""What a program's folder says about law: the catalogues it names, its local law, and who verified what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadkit.law.offence import Offence
from leadkit.law.pages import Verified
from leadkit.law.parse import parse_offence
from leadkit.law.plain import Fields, LawError

if TYPE_CHECKING:
    from leadkit.source.tree import Mapping, Plain


@dataclass(frozen=True, slots=True)
class ProgramLaw:
    """The law of a program, as its text says, whether or not the rest of the program has mistakes.

    Attributes:
        place: The folder, as given.
        states: Two postal letters of each catalogue the program names, and of its own state.
        local: Its local law by id.
        verified: Who verified which entry.
        troubles: Sentences about what could not be read.
    """

    place: str = ""
    states: tuple[str, ...] = ()
    local: dict[str, Offence] = field(default_factory=dict)
    verified: dict[str, Verified] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def read_program(place: str) -> ProgramLaw | None:
    """Read the law of a program; None where the folder holds no text that can be read."""
    from leadkit.source import read

    root = read(place).root
    if not root.entries:
        return None
    state = _text(root, "program", "state")
    names = _plain(root, "program", "law")
    listed = [names] if isinstance(names, str) else [name for name in names or () if isinstance(name, str)]
    codes = [name.removeprefix("us-").upper() for name in listed] + ([state] if state else [])
    local, troubles = _local(root, state)
    return ProgramLaw(place, tuple(dict.fromkeys(codes)), local, _verified(root), troubles)


def _local(root: Mapping, state: str | None) -> tuple[dict[str, Offence], tuple[str, ...]]:
    found: dict[str, Offence] = {}
    troubles = []
    for key, data in _pairs(_plain(root, "law", "local")).items():
        try:
            found[key] = parse_offence(key, data, state=state)
        except LawError as wrong:
            troubles.append(f"law.local.{wrong.path} cannot be read: {wrong.sentence}.")
    return found, tuple(troubles)


def _verified(root: Mapping) -> dict[str, Verified]:
    found = {}
    for key, data in _pairs(_plain(root, "law", "verified")).items():
        if isinstance(data, dict):
            fields = Fields(key, data)
            by = fields.line("by") if isinstance(data.get("by"), str) else None
            on = fields.line("on") if isinstance(data.get("on"), str) else None
            if by:
                found[key] = Verified(by, on)
    return found


def _plain(root: Mapping, *path: str) -> Plain:
    from leadkit.source.tree import find, plain

    node = find(root, path)
    return None if node is None else plain(node)


def _text(root: Mapping, *path: str) -> str | None:
    value = _plain(root, *path)
    return value if isinstance(value, str) else None


def _pairs(value: Plain) -> dict[str, Plain]:
    return value if isinstance(value, dict) else {}
