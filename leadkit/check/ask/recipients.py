"""Who a sender or recipient of information is: which agencies, and on which side of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.agencies.kinds import Side

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.sharing.flows import NeverRule

_BY_ACTOR = {
    "officer": "police",
    "supervisor": "police",
    "dispatcher": "police",
    "jail_staff": "supervision",
    "prosecutor": "prosecutor",
    "liaison_prosecutor": "prosecutor",
    "court": "court",
    "supervising_officer": "supervision",
}
_NOT_JUSTICE = frozenset(
    {"case_manager", "peer", "project_manager", "clinician", "call_taker", "first_responder", "partner"}
    | {"medic", "complainant", "guardian", "interpreter", "anyone"}
)


def agencies_of(subject: Subject, who: str) -> tuple[str, ...]:
    """The agencies behind a role, a body or an agency; none for an outsider and for a word such as ``officer``."""
    program = subject.program
    if who in program.roles:
        return program.roles[who].agencies
    if who in program.governance.bodies:
        members = program.governance.bodies[who].members.values()
        return tuple(member.agency for member in members if member.agency)
    return (who,) if who in program.agencies else ()


def classes_of(subject: Subject, who: str) -> frozenset[str]:
    """What somebody is to the law: police, prosecutor, court, supervision, business, immigration and so on.

    A body is whatever its members are: what is told in the room is told to each of them.
    """
    program = subject.program
    if who in program.sharing.outside:
        return frozenset({program.sharing.outside[who].kind.value})
    if who in _BY_ACTOR:
        return frozenset({_BY_ACTOR[who]})
    sides = {program.agencies[one].side for one in agencies_of(subject, who) if one in program.agencies}
    return frozenset(side.value for side in sides if side is not None)


def outside_justice(subject: Subject, who: str) -> bool:
    """Whether somebody who is known is no justice agency, nor counsel for the defense."""
    program = subject.program
    if who in _BY_ACTOR:
        return False
    if who in program.governance.bodies and any(
        not one.agency for one in program.governance.bodies[who].members.values()
    ):
        return True
    if who in program.sharing.outside:
        return program.sharing.outside[who].kind.value not in ("court", "jail")
    agencies = [program.agencies[one] for one in agencies_of(subject, who) if one in program.agencies]
    if not agencies:
        return who in _NOT_JUSTICE or who in program.governance.bodies
    return any(not one.justice_agency and one.side is not Side.DEFENSE for one in agencies)


def forbids(subject: Subject, rule: NeverRule, who: str) -> bool:
    """Whether a rule of never names somebody, or the class that somebody belongs to."""
    named = set(rule.recipients)
    if who in named or named.intersection(agencies_of(subject, who)):
        return True
    classes = {one.value for one in rule.recipient_classes}
    if "not_justice" in classes and outside_justice(subject, who):
        return True
    return bool(classes & classes_of(subject, who)) or (not named and not classes)
