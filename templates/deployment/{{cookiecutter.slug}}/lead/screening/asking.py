"""What the policy asks: of whom, in which words, and whether the answer may be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lead.program import Role, program

from .deciding import is_hidden
from .engine import hidden_facts, pathway_asks

ENTRIES = 8
"""How many entries of one list are asked about."""


@dataclass(frozen=True)
class Question:
    """A question of the policy.

    Attributes:
        fact: The fact that the answer is.
        type: yes_no, choice, number or date; count, where the answer is how many entries a list has.
        text: The question.
        options: The answers of a choice.
        unit: The unit of a number.
        restricted: Whether the answer tells criminal history: it is used once and never kept.
        of: The list of which an entry is asked; None for the contact itself.
        asked_of: Whom the policy asks.
    """

    fact: str
    type: str
    text: str
    options: dict[str, str] = field(default_factory=dict)
    unit: str | None = None
    at_most: int | None = None
    restricted: bool = False
    of: str | None = None
    asked_of: tuple[str, ...] = ()


def questions(pathway: str, role: Role | None = None, *, restricted: bool | None = None) -> Iterator[Question]:
    """The questions that the rules of a pathway ask.

    Args:
        pathway: The pathway.
        role: Who is asked; None for everybody's questions.
        restricted: Only those whose answers are restricted, or only those whose answers are not.
    """
    policy = program().policy or {}
    asked = pathway_asks(pathway)
    for of, name, said, hidden in _every(policy):
        if (of, name) not in asked or (restricted is not None and hidden != restricted):
            continue
        if role is None or _asks(role, said["asked_of"], hidden):
            answer = (dict(said.get("options") or {}), said.get("unit"), said.get("at_most"))
            yield Question(name, said["type"], said["question"], *answer, hidden, of, tuple(said["asked_of"]))


def how_many(of: str) -> Question:
    """The question how many entries a list has."""
    said = (program().policy or {})["collections"][of]
    known: dict[str, Any] = {"restricted": is_hidden(of), "asked_of": tuple(said["asked_of"])}
    return Question(of, "count", said["question"], at_most=ENTRIES, **known)


def _every(policy: dict[str, Any]) -> Iterator[tuple[str | None, str, dict[str, Any], bool]]:
    for name, said in policy.get("facts", {}).items():
        yield None, name, said, (None, name) in hidden_facts()
    for of, collection in policy.get("collections", {}).items():
        for name, said in collection["facts"].items():
            yield of, name, said, (of, name) in hidden_facts()


def _asks(role: Role, asked_of: list[str], restricted: bool) -> bool:
    """Whether a question is for a role. One that names nobody is for whoever screens, unless it is restricted."""
    if restricted and not may_see_history(role):
        return False
    return bool(role.names & {*asked_of}) or not asked_of


def may_see_history(role: Role) -> bool:
    """Whether a role may be asked what tells criminal history: an agency of justice, and one that is named."""
    if any(may_see_history(one) for one in role.beside):
        return True
    known = program().recipients.get(role.id)
    if known is None or known.outside_justice:
        return False
    named = program().criminal_history.get("seen_by")
    agencies = {agency for one in named or () for agency in program().held_by(one)}
    return not named or {*role.agencies} <= agencies
