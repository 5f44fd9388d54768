"""Every law that a program cites: what it is cited for, what is known of it, where to check it, and who has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.documents.template.about import name_of
from leadkit.documents.template.words import date_text, label, partial_date, typographic
from leadkit.law import Limit, Offence, exclusion_set, limits
from leadkit.law.wording import evidence_words, status_words, unverified_words
from leadkit.model.law.cited import cited_offence
from leadkit.model.walk import along, places, references

if TYPE_CHECKING:
    from leadkit.law import ExclusionSet as CatalogueSet
    from leadkit.model.law.section import ExclusionSet, LegalLimit
    from leadkit.model.root import Program
    from leadkit.model.walk import Path, Use
    from leadkit.source.tree import Mapping as Tree

    Known = Offence | Limit | LegalLimit | ExclusionSet | CatalogueSet | None

_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_LAWS = ("law.", "catalogue.")
_TEXTS = (
    "citation", "statute", "laws", "authority", "privilege_statute", "open_meetings_statute", "gift_limit",
    "electronic_signature_law", "law",
)  # fmt: skip
"""Fields that cite a law in words."""
_PARTS = {
    "agreement.authority": "Authority for the agreement",
    "agreement.parties": "A party's own law",
    "agreement.non_discrimination": "Equal treatment",
    "eligibility.amounts": "Limit on an amount",
    "eligibility.exclusions": "Exclusion",
    "eligibility.history": "Criminal history",
    "eligibility.offences": "Offense on the list",
    "funding.procurement": "Gifts of public money",
    "governance.bodies": "Open meetings",
    "procedure.clocks": "Deadline",
    "procedure.status_letters": "Status letter",
    "program.statutory_basis": "What binds the program",
    "sharing.breach": "Notice of a breach",
    "sharing.discovery": "Disclosure in criminal cases",
    "sharing.exceptions": "Report that the law requires or allows",
    "sharing.flows": "Flow of information",
    "sharing.never": "What is never shared",
    "sharing.regimes": "Regime for records",
}
"""What a part of the program is called on the sheet; any other part has the words of its field."""
_SAID_BY_THE_LAW = frozenset({"eligibility.offences", "sharing.regimes"})
"""The parts whose things are the law itself, so that an id of one says nothing that its citation does not."""


_THING = 2
"""The place of an id in a path such as ``sharing.flows.ID``."""


@dataclass(frozen=True, slots=True)
class CitedLaw:
    """A law on the sheet.

    Attributes:
        id: Its id in a catalogue or under ``law``; empty where the program cites it in words alone.
        citation: The law as it is cited.
        title: What it is called; may be empty.
        used: What the program cites it for.
        standing: Its fate and dates, as far as known.
        rests_on: What leadkit's or the program's entry rests on.
        check_at: Where its text can be compared; empty where no address is known.
        by: Who compared it, as the program's records say; empty for nobody.
        when: The day on which they did.
        remark: What they found.
    """

    id: str
    citation: str
    title: str = ""
    used: str = ""
    standing: str = ""
    rests_on: str = ""
    check_at: str = ""
    by: str = ""
    when: str = ""
    remark: str = ""


def cited_law(program: Program, root: Tree) -> tuple[CitedLaw, ...]:
    """The laws that a program cites, those with an entry first, each once.

    Args:
        program: The program on a day.
        root: Its text, for what it says of local law.
    """
    by_id = [(use.path, use.id) for use in references(program) if use.path[0] != "law" and _is_law(use)]
    uses: dict[str, list[str]] = defaultdict(list)
    for path, id_ in by_id:
        uses[id_].append(_used_for(path, program))
    entries = {id_: _entry(id_, program, root) for id_ in uses}
    known = {each.citation.casefold(): each.id for each in entries.values()}
    texts: dict[str, list[str]] = defaultdict(list)
    for path, citation in _in_words(program, {path for path, _ in by_id}):
        id_ = known.get(citation.casefold(), "")
        (uses[id_] if id_ else texts[citation]).append(_used_for(path, program))
    named = [replace(entries[id_], used=_once(found)) for id_, found in uses.items()]
    return (*named, *(CitedLaw("", citation, used=_once(found)) for citation, found in texts.items()))


def _is_law(use: Use) -> bool:
    return any(each.startswith(_LAWS) for each in use.reference.collections)


def _once(uses: list[str]) -> str:
    return "; ".join(dict.fromkeys(uses))


def _in_words(program: Program, by_id: set[Path]) -> Iterator[tuple[Path, str]]:
    """Each citation that the program writes in words; one that stands beside an id is left to that entry."""
    for place in places(program):
        if place.path[0] == "law" or place.name not in _TEXTS or (*place.path[:-1], "law") in by_id:
            continue
        texts = (place.value,) if isinstance(place.value, str) else place.value
        for text in texts if isinstance(texts, tuple) else ():
            if isinstance(text, str) and place.path != ("program", "law"):
                yield place.path, typographic(text)


def _used_for(path: Path, program: Program) -> str:
    """``Offense on the list: theft``: the part of the program that cites the law, and what in it does."""
    steps = [str(step) for step in path[:-1]]
    known = "Privilege" if steps[0] == "agencies" else _PARTS.get(".".join(steps[:2]))
    part = known or label(steps[1] if len(steps) > 1 else str(path[-1])).capitalize()
    inside = list(along(program, path[:-1]))[3:]
    names = [name_of(each) for each in inside if name_of(each)]
    found = names[-1] if names else _by_id(steps, program)
    return typographic(f"{part}: {found}" if found else part)


def _by_id(steps: list[str], program: Program) -> str:
    """What a thing without a name of its own is called: a party as its agency, any other by its id in words."""
    if len(steps) <= _THING or ".".join(steps[:_THING]) in _SAID_BY_THE_LAW:
        return ""
    agency = program.agencies.get(steps[_THING]) if steps[:_THING] == ["agreement", "parties"] else None
    return name_of(agency) or label(steps[_THING])


def _entry(id_: str, program: Program, root: Tree) -> CitedLaw:
    """What is known of a law that has an entry of its own."""
    law = _known(id_, program, root)
    checked = program.law.verified.get(id_) if program.law else None
    addresses = (getattr(law, "verify_at", None), *getattr(law, "verify_also", ()))
    return CitedLaw(
        id_,
        typographic(getattr(law, "citation", id_)),
        typographic(getattr(law, "title", "")),
        standing=_standing(law),
        rests_on=_rests_on(law),
        check_at=" ".join(each for each in addresses if each),
        by=checked.by if checked else "",
        when=partial_date(checked.on) if checked else "",
        remark=(checked.remark or "") if checked else "",
    )


def _known(id_: str, program: Program, root: Tree) -> Known:
    own = program.law
    offence = cited_offence(root, id_, program.program.state)
    if offence is not None:
        return offence
    declared = (own.sets.get(id_) or own.limits.get(id_)) if own else None
    return declared or exclusion_set(id_) or next((each for each in limits() if each.id == id_), None)


def _standing(law: Known) -> str:
    if law is None:
        return "no entry is known"
    complete = getattr(law, "complete", None)
    if complete is not None:
        return "a complete list" if complete else "a list that is not complete"
    if not isinstance(law, Offence | Limit):
        return label(str(getattr(law, "status", None) or "standing not said"))
    return _DAY.sub(lambda found: date_text(found[0]), status_words(law))


def _rests_on(law: Known) -> str:
    evidence = getattr(law, "evidence", None)
    missing = ", ".join(unverified_words(each) for each in getattr(law, "unverified", ()))
    return f"{evidence_words(evidence)}; not covered: {missing}" if missing else evidence_words(evidence)
