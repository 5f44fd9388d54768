"""The gate: one answer to one question, in a fixed order. What no cell of the agreement allows is denied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from lead.program import Cell, Never, program

from .actor import Actor
from .basis import holds
from .decision import Decision
from .fields import groups_of, masked
from .scope import reaches

READS = {"view": ("view", "receive")}
"""Which actions of a flow allow an action: whoever receives may look. Every other is meant as it is written."""

PASSED_ON = ("identity", "contact", "referral_status")
"""The kinds of information that an agency which was told may tell on, where a flow of its own says so."""

KEPT = ("prohibited", "with_consent")
"""What a flow says of passing on where its recipient may not pass it on by another line alone."""

EMERGENCY = ("clinical", "sud", "contact")
"""The groups that a medical emergency opens, for an hour."""


@dataclass(frozen=True)
class _Asked:
    """What is asked: who, whose, what, to do what, what for, of whom held, and by which referral it was kept."""

    actor: Actor
    person: Any
    category: str | None
    action: str
    purpose: str | None
    holders: frozenset[str]
    referral: int | None = None


def gate(
    actor: Actor | None,
    person: Any,
    category: str | None,
    action: str,
    purpose: str | None,
    *,
    holder: str | None = None,
    referral: int | None = None,
) -> Decision:
    """Whether somebody may do something with a category of information about a person.

    Args:
        actor: Who asks.
        person: Whose information it is.
        category: The category, by its id; None where the program names none for what is asked.
        action: What is to be done: view, receive, discuss, enter, correct, copy or export.
        purpose: What for; None for any purpose that the agreement names.
        holder: The agency that entered the record; None for every agency that keeps such a record about the person.
        referral: The referral that the record belongs to, by its number; None for what belongs to the person.
    """
    groups = groups_of(category) if category else []
    holders = {holder} if holder else {one for group in groups for one in person.keepers(group)}
    return _decide(actor, person, category, action, purpose, frozenset(holders), referral)


def see(
    actor: Actor | None,
    person: Any,
    group: str,
    action: str = "view",
    *,
    holder: str | None = None,
    referral: int | None = None,
) -> Decision:
    """Whether somebody may see a group of fields about a person, for any purpose that the agreement names."""
    holders = frozenset({holder} if holder else person.keepers(group))
    return _decide(actor, person, program().groups.get(group), action, None, holders, referral)


def tells(agency: str, person: Any, category: str, holder: str) -> Cell | None:
    """The cell by which an agency may be told a category now, whether or not it has roles in this service."""
    asked = _Asked(Actor(None, "", agency), person, category, "view", None, frozenset({holder}))
    return None if _never(asked.actor, category) else _first(asked)


def _decide(
    actor: Actor | None, person: Any, category: str | None, action: str, purpose: str | None, *of: Any
) -> Decision:
    if actor is None or not actor.standing:
        return Decision(False, "no_actor", _("Nobody who may use this service asked."))
    asked = _Asked(actor, person, category, action, purpose, *of)
    answer = Decision(False, "", "", category=category, purpose=purpose)
    rule = _never(actor, category)
    # A flow that rests on an order or a duty in law may go before a rule of what is never shared.
    if rule and not (rule.unless and _first(asked, frozenset(rule.unless))):
        return replace(answer, basis="never", reason=rule.reason, clause=rule.citation, instead=rule.instead)
    if actor.agency in asked.holders and actor.desks:
        reason = _("Your agency made this record, or took the person in.")
        return replace(answer, allowed=True, basis="own_records", reason=reason)
    if category and asked.holders:
        found = _first(replace(asked, holders=asked.holders | _passed_on(asked)))
        if found:
            return _allow(answer, found)
        if action == "view" and _emergency(actor, person, category):
            reason = _("A medical emergency was recorded.")
            return replace(answer, allowed=True, basis="medical_emergency", reason=reason)
    return replace(answer, basis="no_flow", reason=_denial(category, bool(asked.holders)))


def _passed_on(asked: _Asked) -> set[str]:
    """The agencies at work with a person that hold a category because a flow gave it to them, and so may send it on.

    Only who the person is, how to reach them and that they were referred: without this a referral, which an officer
    enters, would end at whoever the officer may tell. Whatever else is kept comes from the agency that made it, or not
    at all. A flow that lets its recipient pass on nothing, or nothing without a consent of its own, gives nothing to
    send on. The annex says the same (1.2).
    """
    named = program().categories.get(asked.category or "")
    if named is None or named.kind not in PASSED_ON or named.sensitivity not in ("program", "identity"):
        return set()
    told = replace(asked, action="view", purpose=None)
    return {
        agency
        for agency in asked.person.agencies() - asked.holders
        for role in program().roles_of(agency)
        if _first(replace(told, actor=Actor(None, role.id, agency)), to_pass_on=True)
    }


def _never(actor: Actor, category: str | None) -> Never | None:
    for rule in program().never:
        if category in rule.categories and actor.ids & set(rule.recipients):
            return rule
    return None


def _first(asked: _Asked, bases: frozenset[str] | None = None, *, to_pass_on: bool = False) -> Cell | None:
    """The first cell, in the order of ids, that allows it; only of some bases, or only one that lets pass it on."""
    actions = READS.get(asked.action, (asked.action,))
    for cell in program().cells_to(asked.actor.ids, asked.category or ""):
        if bases is not None and cell.basis.get("kind") not in bases:
            continue
        if to_pass_on and cell.redisclosure in KEPT:
            continue
        if cell.action not in actions or (asked.purpose is not None and cell.purpose != asked.purpose):
            continue
        if cell.pathways and not any(cell.covers(one.pathway) for one in asked.person.referrals.all()):
            continue
        for holder in sorted(asked.holders & program().held_by(cell.sender)):
            about = (asked.actor, asked.person, cell, holder)
            if reaches(*about) and holds(*about, asked.referral):
                return cell
    return None


def _allow(asked: Decision, cell: Cell) -> Decision:
    return replace(
        asked,
        allowed=True,
        basis=str(cell.basis.get("kind")),
        reason=cell.words or _("A flow of the agreement lets you."),
        cell=cell,
        detail=cell.detail or "full",
        masked=masked(cell.category, cell.detail),
        notice=cell.notice,
        use_limits=cell.use_limits,
        clause=cell.clause,
        purpose=cell.purpose,
    )


def _emergency(actor: Actor, person: Any, category: str) -> bool:
    """Whether this actor, at a care desk, recorded a medical emergency of the person within the hour."""
    opens = any(program().groups.get(group) == category for group in EMERGENCY)
    return opens and "care" in actor.desks and any(one.opens_for(actor.user) for one in person.emergencies.all())


def _denial(category: str | None, kept: bool) -> str:
    if not kept:
        return _("Nothing of this kind is kept about this person.")
    named = program().categories.get(category or "")
    if named is None:
        return _("The agreement names no category for this, so only the agency that made the record sees it.")
    return _('No flow of the agreement lets you learn this now: "%(category)s".') % {"category": named.label}
