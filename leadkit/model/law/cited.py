"""The law that a program cites, by its id: the program's own local law first, then the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.source.tree import Mapping, find, plain

if TYPE_CHECKING:
    from leadkit.law.offence import Offence


def cited_offence(root: Mapping, law: str, state: str | None) -> Offence | None:
    """What is known of an offence; None where nothing is, or where local law cannot be read.

    Args:
        root: The text of the program.
        law: The id of the law.
        state: The program's state, by its two postal letters.
    """
    from leadkit.law import LawError, offence, parse_offence

    local = find(root, ("law", "local", law))
    if local is None:
        return offence(law)
    try:
        return parse_offence(law, plain(local), state=state)
    except LawError:
        return None
