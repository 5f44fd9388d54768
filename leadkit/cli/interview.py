"""Asking for a case at a terminal, the question whose answer can settle it first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from leadkit.cli.dialogue import ask
from leadkit.onboard.asking.prompt import Prompt
from leadkit.onboard.questions.question import Choice
from leadkit.policy.cases.asking import next_fact
from leadkit.policy.cases.case import nothing, text
from leadkit.policy.cases.file import with_fact
from leadkit.policy.cases.spoken import fact_at
from leadkit.policy.policy import Fact, FactType, Unit
from leadkit.source.tree import Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadkit.policy.cases.case import Told
    from leadkit.policy.cases.desk import Desk
    from leadkit.source.tree import Node

INTRODUCTION = (
    "leadkit asks what can settle the case, and stops when it is settled. After each question:\n"
    "  Enter         leaves it open: it is not known\n"
    "  ?             tells which rules ask it\n"
    "  back          returns to the question before\n"
    "  nothing else  says that nothing more is known that would keep the person out\n"
    "Ctrl+C stops. Nothing is kept."
)
_NOTHING_ELSE = "nothing else"
_MOST = 50
"""More entries than a list is asked about at a terminal."""
_EXAMPLES = {
    Unit.YEARS: "34",
    Unit.MONTHS: "24 months",
    Unit.DAYS: "30 days",
    Unit.MINUTES_OF_THE_WEEK: "14:30",
    Unit.MILLIGRAMS: "2 g",
    Unit.PIECES: "12 pills",
    Unit.CENTS: "$25",
}
_NOT_KNOWN = "not known"
_COUNTED = "Write how many there are; 0 where there is none."
_NONE = ("none", "no")


@dataclass(frozen=True)
class _Asked:
    """How far the questions have come.

    Attributes:
        told: What is known.
        passed: What was asked and is not known.
    """

    told: Told
    passed: tuple[str, ...] = ()


def ask_day() -> date:
    """Ask for the day of the contact."""
    from leadkit.values.dates import PartialDate

    def read(written: str) -> str:
        day = PartialDate.parse(written)
        if not day.is_day:
            raise ValueError("write the day as YYYY-MM-DD")
        return day.text

    asks = "On which day is the contact? Write it as YYYY-MM-DD."
    prompt = Prompt(asks, "The rules of that day decide, and look-backs are counted from it.", read, "2026-10-01",
                    required=True)  # fmt: skip
    return date.fromisoformat(_insisted(prompt))


def interview(desk: Desk, told: Told) -> Told:
    """Ask for a case until it is settled or nothing is left to ask."""
    if told.pathway is None and len(desk.policy.pathways) > 1:
        told = replace(told, pathway=text(_insisted(_pathway(desk))))
    asked = [_Asked(told)]
    while (prompted := _next(desk, asked[-1])) is not None:
        name, prompt = prompted
        said = ask(prompt)
        if said is None:
            asked = asked[:-1] or asked
            continue
        assert isinstance(said, str)
        asked.append(_answered(desk, asked[-1], name, said))
    click.echo()
    return asked[-1].told


def _insisted(prompt: Prompt) -> str:
    """The answer to a question that has none before it to go back to."""
    while (said := ask(prompt)) is None:
        pass
    assert isinstance(said, str)
    return said


def _pathway(desk: Desk) -> Prompt:
    choices = tuple(Choice(one, pathway.name) for one, pathway in desk.policy.pathways.items())
    return Prompt(
        "On which pathway does the case come?", "Each pathway has rules of its own.", partial(_option, choices),
        choices=choices, required=True,
    )  # fmt: skip


def _option(choices: tuple[Choice, ...], written: str) -> str:
    from leadkit.onboard.asking.prompt import numbered

    return numbered(written, choices)


def _next(desk: Desk, asked: _Asked) -> tuple[str, Prompt] | None:
    decision = desk.decide(asked.told).decision
    name = next_fact(decision, asked.passed) if decision else None
    return None if name is None else (name, _prompt(desk, asked.told, name))


def _prompt(desk: Desk, told: Told, name: str) -> Prompt:
    from leadkit.report.screened import question

    fact, _ = fact_at(desk.policy, name)
    choices: tuple[Choice, ...] = ()
    if isinstance(fact, Fact):
        choices = tuple(
            Choice(one, "" if label == one.replace("_", " ") else label) for one, label in fact.options.items()
        )
        example = _example(fact)
    else:
        example = "1"
    read: Callable[[str], str] = partial(_read, desk, told, name, choices)
    asks = question(desk, name) if isinstance(fact, Fact) else f"{question(desk, name)} {_COUNTED}"
    return Prompt(asks, _why(desk, told, name), read, example, choices, open_as=_NOT_KNOWN)


def _example(fact: Fact) -> str:
    match fact.type:
        case FactType.YES_NO:
            return "yes"
        case FactType.DATE:
            return "2014, 2014-04 or 2014-04-07"
        case FactType.NUMBER:
            return _EXAMPLES[fact.unit] if fact.unit else ""
        case FactType.CHOICE:
            return ""


def _why(desk: Desk, told: Told, name: str) -> str:
    from leadkit.policy.cases.askers import rules_that_ask

    pathway = told.pathway.value if told.pathway else next(iter(desk.policy.pathways))
    texts = [rule.text for rule in rules_that_ask(desk.policy, name) if pathway in rule.pathways]
    more = f" And {len(texts) - 3} more." if len(texts) > 3 else ""
    asks = f"Rules that ask it: {' '.join(texts[:3])}{more}" if texts else "It tells who may override a rule."
    if name in desk.policy.collections:
        return f"What each of them is comes next. {asks}"
    return asks


def _read(desk: Desk, told: Told, name: str, choices: tuple[Choice, ...], written: str) -> str:
    """An answer that the case can take, as it was written; of a choice, the option."""
    if written.lower() == _NOTHING_ELSE:
        return _NOTHING_ELSE
    if choices and written.isdecimal() and len(written) < 6:
        written = _option(choices, written)
    if name in desk.policy.collections and written.lower() in _NONE:
        written = "0"
    if name in desk.policy.collections and not (written.isdecimal() and len(written) < 6 and int(written) <= _MOST):
        raise ValueError(f"write how many there are, such as 1, at most {_MOST}; what each is comes next")
    tried = desk.decide(replace(told, facts=with_fact(told.facts, name.split("."), _node(desk, name, written))))
    wrong = next((one for one in tried.found if one.is_error), None)
    if wrong is not None:
        raise ValueError(wrong.remedy or wrong.message)
    return written


def _node(desk: Desk, name: str, written: str) -> Node:
    if name in desk.policy.collections:
        return Sequence((nothing(),) * int(written), nothing().span, ())
    return text(written)


def _answered(desk: Desk, asked: _Asked, name: str, said: str) -> _Asked:
    if said == _NOTHING_ELSE:
        return _Asked(replace(asked.told, nothing_else=True), asked.passed)
    if not said:
        return _Asked(asked.told, (*asked.passed, name))
    facts = with_fact(asked.told.facts, name.split("."), _node(desk, name, said))
    return _Asked(replace(asked.told, facts=facts), asked.passed)
