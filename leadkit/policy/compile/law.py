"""What the law says about an offence of the program: its title, its citation, and who is on a list of crimes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.law import exclusion_set, offence

if TYPE_CHECKING:
    from leadkit.model.eligibility.offences import Offence
    from leadkit.policy.compile.builder import Builder


def title_of(builder: Builder, listed: Offence) -> str:
    """What the program calls the offence; else the title in law, else the kind of conduct."""
    if listed.label:
        return listed.label
    title, _ = _of_law(builder, listed.law)
    return title or (listed.conduct or "the offense").replace("_", " ").capitalize()


def citation_of(builder: Builder, listed: Offence) -> tuple[str, ...]:
    """The citation of its law, where it points at one that is known."""
    _, citation = _of_law(builder, listed.law)
    return (citation,) if citation else ()


def cited(builder: Builder, law: str | None) -> tuple[str, ...]:
    """The citation of a law by its id, where that is known."""
    _, citation = _of_law(builder, law)
    return (citation,) if citation else ()


def _of_law(builder: Builder, law: str | None) -> tuple[str | None, str | None]:
    if law is None:
        return None, None
    local = builder.program.law.local.get(law)
    if local is not None:
        return local.title, local.citation
    known = offence(law)
    return (known.title, known.citation) if known else (None, None)


def members(builder: Builder, name: str) -> dict[str, str]:
    """The members of an exclusion set that their number alone tells: citation and title."""
    local = builder.program.law.sets.get(name)
    known = local or exclusion_set(name)
    if known is None:
        return {}
    return {one.citation: one.title or one.citation for one in known.members if one.citation and not one.condition}


def set_title(builder: Builder, name: str) -> str:
    """What a set is called."""
    local = builder.program.law.sets.get(name)
    known = local or exclusion_set(name)
    return (known.title if known else None) or name


def title_of_law(builder: Builder, law: str) -> dict[str, str]:
    """The citation of a law with its title; empty where it is not known."""
    title, citation = _of_law(builder, law)
    return {citation: title or citation} if citation else {}
