"""The bodies that govern the program: those that the answers name, and those of which nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leadkit.model.governance.kinds import BodyKind
from leadkit.onboard.questions.governance import COMMUNITY_TEAM, POLICY_GROUP, WORK_GROUP
from leadkit.onboard.writing.fields import given
from leadkit.onboard.writing.undecided import Undecided

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers
    from leadkit.onboard.questions.question import Question
    from leadkit.onboard.writing.fields import Fields


class _Kind(NamedTuple):
    """A body as it is asked about.

    Attributes:
        kind: What the body is for.
        question: The question for its name.
        undecided: What is asked where that is left open.
    """

    kind: BodyKind
    question: Question
    undecided: Undecided


_BODIES = {
    "policy-coordinating-group": _Kind(
        BodyKind.POLICY, POLICY_GROUP, Undecided("Which body sets policy for the program, and what is it called?")
    ),
    "operational-work-group": _Kind(
        BodyKind.OPERATIONAL,
        WORK_GROUP,
        Undecided("Does a body do the daily work of the program, and what is it called?"),
    ),
    "community-leadership-team": _Kind(
        BodyKind.COMMUNITY,
        COMMUNITY_TEAM,
        Undecided("Does the program answer to a body of the community, and what is it called?"),
    ),
}
"""By the id that the body has or will have."""


def bodies_of(answers: Answers) -> Fields:
    """Every body that is named, by id."""
    return {
        key: given(kind=body.kind.value, local_name=name)
        for key, body in _BODIES.items()
        if (name := answers.one(body.question.name))
    }


def unnamed_bodies(answers: Answers) -> dict[str, Undecided]:
    """The bodies left open beside others, each with its question; where none is named, one question asks for all."""
    named = bodies_of(answers)
    return {key: body.undecided for key, body in _BODIES.items() if key not in named} if named else {}
