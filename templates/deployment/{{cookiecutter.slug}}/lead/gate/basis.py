"""What makes it lawful to share, asked anew on every use: nothing here remembers an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from lead.program import PART2, Cell, program

from .actor import Actor

_NAMED = ("disclosers", "recipients", "categories", "purposes")
"""What a part of a consent names."""


def holds(actor: Actor, person: Any, cell: Cell, holder: str, referral: int | None = None) -> bool:
    """Whether the basis of a cell is true now, for what an agency holds about a person, by a referral or by any."""
    kind = cell.basis.get("kind")
    if kind == "release":
        return any(authorizes(one, actor, cell, holder) for one in person.consents.all())
    if kind == "verbal_consent":
        return _agreed_aloud(person, cell, holder, referral)
    if kind == "safeguard":
        return program().safeguards.get(str(cell.basis.get("safeguard")), {}).get("status") == "signed"
    if kind in ("court_order", "exception", "audit", "research"):
        named = (kind, rule_of(cell))
        return any((one.kind, one.rule) == named and one.in_force() for one in person.all_authorities())
    return kind in ("statute", "public_record", "volunteered", "own_records")


def rule_of(cell: Cell) -> str:
    """The duty in law, or the rule that an order of a court must meet, on which a cell rests; else nothing."""
    return str(cell.basis.get("exception") or cell.basis.get("standard") or "")


def _agreed_aloud(person: Any, cell: Cell, holder: str, referral: int | None) -> bool:
    """Consent given aloud, with the time and the words; never enough for records under Part 2.

    It counts for the referral on which it was given, on a pathway of the cell. What belongs to no one referral is told
    by an agency on the consent that it asked for itself; only one that referred nobody, and was told by those who did,
    goes by theirs, where the agreement lets them refer on the pathway.
    """
    category = program().categories.get(cell.category)
    if category is None or category.sensitivity in PART2:
        return False
    every = [one for one in person.referrals.all() if referral in (None, one.pk)]
    own = [one for one in every if one.referring_agency == holder]
    return any(
        cell.covers(one.pathway) and one.verbal_consent_at and one.verbal_consent_words.strip()
        for one in own or [other for other in every if _may_refer(other)]
    )


def _may_refer(referral: Any) -> bool:
    """Whether the agreement lets the agency that made a referral refer on its pathway."""
    named = program().pathways.get(referral.pathway, {}).get("agencies")
    return not named or referral.referring_agency in named


def authorizes(consent: Any, actor: Actor, cell: Cell, holder: str) -> bool:
    """Whether a consent that was signed authorizes a cell: what it does not name, it does not allow."""
    release = program().consents.get(consent.release)
    if release is None or consent.release != cell.basis.get("release"):
        return False
    if actor.of_justice and "part2_tpo" in (release.get("covers"), consent.signed.get("covers")):
        return False
    return any(_covers(block, actor, cell, holder) for block in standing(consent, release).values())


def standing(consent: Any, release: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The parts of a consent that stand now, without those for whom it was taken back.

    Taken back for a recipient, nothing more is told to them, nor by them in a part that goes both ways. Whoever is an
    agency or a role is told nothing by way of a body, either; but a body left out leaves its members their own parts.
    """
    taken = list(consent.revocations.all())
    if not in_force(consent, release) or any(not one.recipient and not one.block for one in taken):
        return {}
    parts, gone = {one.block for one in taken}, {one.recipient for one in taken if one.recipient}
    found, kept = {}, {"gone": gone, "held": consent.signed.get("held", {})}
    for id_, block in _agreed(consent, release):
        tells, told = block["disclosers"], [one for one in block["recipients"] if one not in gone]
        if block["both_ways"]:
            tells = [one for one in tells if one not in gone]
        if tells and told and id_ not in parts:
            found[id_] = {**block, "disclosers": tells, "recipients": told, **kept}
    return found


def _agreed(consent: Any, release: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The parts that the person initialed, as they were signed, without what the program has ceased to allow since.

    A release that is written anew adds nothing to what was signed before (42 CFR 2.31(a)(3) to (5)).
    """
    today = release.get("blocks", {})
    for id_, block in consent.signed.get("blocks", {}).items():
        if id_ in today and not consent.is_struck(id_):
            both = {name: [one for one in block[name] if one in today[id_][name]] for name in _NAMED}
            yield id_, {**block, **both, "both_ways": block.get("both_ways") and today[id_].get("both_ways")}


def in_force(consent: Any, release: dict[str, Any]) -> bool:
    """Whether a consent was signed in full, in words that are known and no draft, and has not ended.

    One for proceedings names the one case that it is for (42 CFR 2.31(d)).
    """
    words = release.get("languages", {}).get(consent.language)
    today = timezone.localdate()
    if words is None or words.get("draft") or not consent.signed_name.strip() or consent.signed_on is None:
        return False
    if not consent.version or consent.version != consent.signed.get("version"):
        return False
    if consent.signed.get("draft") and not consent.person.is_demo:
        return False
    if "part2_proceedings" in (release.get("covers"), consent.signed.get("covers")) and not consent.case.strip():
        return False
    if consent.signed_on > today or (consent.expires_on is not None and consent.expires_on < today):
        return False
    return not (consent.expires_event and consent.ended_by_event())


def _covers(block: dict[str, Any], actor: Actor, cell: Cell, holder: str) -> bool:
    """Whether a block names the discloser, the recipient, the category and the purpose."""
    if cell.category not in block.get("categories", ()) or cell.purpose not in block.get("purposes", ()):
        return False
    if {*actor.roles, actor.agency}.intersection(block.get("gone", ())):
        return False
    tells, told, held = block["disclosers"], block["recipients"], block.get("held")
    mine = {one for one in _meant(actor, cell) if held is None or actor.agency in held.get(one, ())}
    there = _stand_for(tells, holder, held) and bool(mine & set(told))
    back = bool(block.get("both_ways")) and _stand_for(told, holder, held) and bool(mine & set(tells))
    return there or back


def _meant(actor: Actor, cell: Cell) -> frozenset[str]:
    """The names by which a part may mean the actor: what it lets a body discuss is no word to its members' own desks.

    So a person who strikes the part of the police is not told about at the police's desk by way of the work group.
    """
    bodies = program().bodies
    return actor.ids if cell.recipient in bodies else actor.ids - frozenset(bodies)


def _stand_for(named: Iterable[str], agency: str, held: dict[str, list[str]] | None) -> bool:
    """Whether an agency is meant by a name: today, and where a consent was signed, when it was."""
    return any(agency in program().held_by(one) and (held is None or agency in held.get(one, ())) for one in named)
