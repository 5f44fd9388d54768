"""How a program stands to each element: what the rules object, what it decided, and what nobody says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from leadkit.check.rule import Rule, load_rule
from leadkit.check.subject import Subject
from leadkit.diagnostic import Severity
from leadkit.documents.fidelity.elements import ELEMENTS, Element, Page
from leadkit.model.decisions import DecisionKind
from leadkit.model.load import Jurisdiction
from leadkit.source import Source

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.open import OpenEntry
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing


class Verdict(StrEnum):
    """How a program stands to an element; there is no more or less, and nothing to add up."""

    MET = "met"
    DECIDED = "departs_by_decision"
    DEPARTS = "departs"
    UNDECIDED = "undecided"
    UNDOCUMENTED = "undocumented"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Judged:
    """An element with how the program stands to it.

    Attributes:
        element: Its id.
        title: What it is called.
        asks: What the model asks.
        page: The page that asks for it.
        verdict: How the program stands to it.
        decisions: The decisions by which it departs, by id.
    """

    element: str
    title: str
    asks: str
    page: Page
    verdict: str
    decisions: tuple[str, ...] = ()


def judged(standing: Standing, program: Program) -> tuple[Judged, ...]:
    """Judge a program by every element.

    The rules see a program that has the day alone: a document asks about no other.

    Args:
        standing: The program on the day.
        program: The typed program of ``standing``.
    """
    root = standing.resolution.root
    subject = Subject(Jurisdiction(Source("", root, {}, (), "")), standing, program)
    return tuple(_judged(each, subject) for each in ELEMENTS)


def _judged(element: Element, subject: Subject) -> Judged:
    decisions = _decisions(element, subject)
    verdict = _verdict(element, subject, decided=bool(decisions))
    kept = (decisions or _there_is_none(element, subject)) if verdict is Verdict.DECIDED else ()
    return Judged(element.id, element.title, element.asks, element.page, verdict.value, kept)


def _verdict(element: Element, subject: Subject, *, decided: bool) -> Verdict:
    objections = _objections(element, subject)
    if any(each.severity is not Severity.NOTE for each in objections):
        return Verdict.DEPARTS
    if not objections and decided:
        return Verdict.DECIDED
    return Verdict.MET if element.shown(subject.program) else _gap(element, subject)


def _objections(element: Element, subject: Subject) -> list[Diagnostic]:
    rules = [cast("Rule", load_rule(name)) for name in element.rules]
    found = [each for rule in rules for each in rule.check(subject)]
    return [each for each in found if element.word in each.message]


def _decisions(element: Element, subject: Subject) -> tuple[str, ...]:
    """The decisions without which a rule would object."""
    taken = subject.program.decisions
    undecided = subject.program.model_copy(update={"decisions": {}})
    paths = {each.path for each in _objections(element, replace(subject, program=undecided))}
    return tuple(
        id_ for id_, each in taken.items() if each.kind is DecisionKind.ADOPTED and paths.intersection(each.concerns)
    )


def _there_is_none(element: Element, subject: Subject) -> tuple[str, ...]:
    """The decision that there is no such thing."""
    said = _said(element, subject)
    return (said.adopted,) if said is not None and said.why == "none" and said.adopted else ()


def _said(element: Element, subject: Subject) -> OpenEntry | None:
    return next((entry for path in element.fields if (entry := subject.said(subject.steps(path)))), None)


def _gap(element: Element, subject: Subject) -> Verdict:
    """Why the program does not say that it has the element."""
    said = _said(element, subject)
    if said is None:
        compiled = subject.program.program.compiled_from_public_sources
        return Verdict.UNDOCUMENTED if compiled else Verdict.NOT_SAID
    if said.why == "none":
        return Verdict.MET if element.barrier else Verdict.DECIDED
    return Verdict.UNDECIDED if said.why == "undecided" else Verdict.UNDOCUMENTED
