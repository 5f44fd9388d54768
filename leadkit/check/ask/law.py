"""The law that a program cites: local law first, then the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.law.offence import Offence
    from leadkit.law.sets import ExclusionSet


def cited(subject: Subject, law: str | None) -> Offence | None:
    """What is known of an offence by the id of its law; None where nothing is, or where it cannot be read."""
    from leadkit.law import LawError, offence, parse_offence
    from leadkit.source.tree import find, plain

    if law is None:
        return None
    local = find(subject.standing.resolution.root, ("law", "local", law))
    if local is None:
        return offence(law)
    try:
        return parse_offence(law, plain(local), state=subject.program.program.state)
    except LawError:
        return None


def set_is_complete(subject: Subject, name: str) -> bool | None:
    """Whether an exclusion set is complete; None where that is not said or the set is not declared."""
    from leadkit.law import exclusion_set

    local = subject.program.law.sets.get(name)
    if local is not None:
        return local.complete
    found: ExclusionSet | None = exclusion_set(name)
    return None if found is None else found.complete
