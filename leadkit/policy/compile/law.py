"""What the law says about an offence of the program: its title, its citation, and who is on a list of crimes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.law import ExclusionSet, exclusion_set
from leadkit.law.sets import Member

if TYPE_CHECKING:
    from leadkit.model.eligibility.offences import Offence
    from leadkit.policy.compile.builder import Builder


def title_of(builder: Builder, listed: Offence) -> str:
    """What the program calls the offence; else the title in law, else the kind of conduct."""
    if listed.label:
        return listed.label
    law = builder.law(listed.law)
    return law.title if law else (listed.conduct or "the offense").replace("_", " ").capitalize()


def cited(builder: Builder, law: str | None) -> tuple[str, ...]:
    """The citation of a law by its id, where that is known."""
    known = builder.law(law)
    return (known.citation,) if known else ()


def limbs_of(builder: Builder, listed: Offence) -> list[str]:
    """The parts of its section that are meant, by their titles where the law names them."""
    law = builder.law(listed.law)
    titles = {limb.id: limb.title for limb in law.limbs} if law else {}
    return [titles.get(limb, limb) for limb in listed.limbs]


def set_of(builder: Builder, name: str) -> ExclusionSet | None:
    """A list of crimes: the program's own, else that of a catalogue; None where there is none of that id."""
    local = builder.program.law.sets.get(name)
    if local is None:
        return exclusion_set(name)
    return ExclusionSet(
        id=name,
        state=builder.program.program.state,
        citation=local.citation,
        title=local.title,
        complete=local.complete is True,
        complete_as_of=local.complete_as_of,
        attempts=local.attempts,
        conspiracy=local.conspiracy,
        members=tuple(
            Member(one.citation, one.title, one.condition, one.added is True, one.note) for one in local.members
        ),
        evidence=local.evidence,
        sources=(),
        note=local.note,
    )


def set_title(builder: Builder, name: str) -> str:
    """What a list of crimes is called."""
    known = set_of(builder, name)
    return known.title if known else name
