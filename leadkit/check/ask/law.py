"""The law that a program cites: local law first, then the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.law.cited import cited_offence

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.law.offence import Offence
    from leadkit.law.sets import ExclusionSet
    from leadkit.values.quantities import Amount


def cited(subject: Subject, law: str | None) -> Offence | None:
    """What is known of an offence by the id of its law; None where nothing is, or where it cannot be read."""
    if law is None:
        return None
    return cited_offence(subject.standing.resolution.root, law, subject.program.program.state)


def set_is_complete(subject: Subject, name: str) -> bool | None:
    """Whether an exclusion set is complete; None where that is not said or the set is not declared."""
    from leadkit.law import exclusion_set

    local = subject.program.law.sets.get(name)
    if local is not None:
        return local.complete
    found: ExclusionSet | None = exclusion_set(name)
    return None if found is None else found.complete


def exceeds(amount: Amount, ceiling: Amount) -> bool:
    """Whether an amount is above another; amounts of different kinds are never compared."""
    mine, theirs = amount.milligrams, ceiling.milligrams
    if mine is not None and theirs is not None:
        return mine > theirs
    return amount.unit is ceiling.unit and amount.value > ceiling.value
