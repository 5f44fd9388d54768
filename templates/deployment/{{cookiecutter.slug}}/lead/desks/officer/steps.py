"""The questions to an officer, a few on a page: first those whose answers can settle the referral.

Nothing keeps how far the questions have come: the pages follow anew from what is known, so that going back, changing an
answer and sending it twice need no care. What was asked and is not known stands among the facts as None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lead.desks.asking import Askable, Asked, label, spoken, written
from lead.desks.cases import answer_now, day_of, derived, level, merged, offences
from lead.engine import CaseError
from lead.gate import Actor
from lead.records.models import Referral
from lead.screening.engine import engine, pathway_asks

AT_ONCE = 4
"""How many questions a page asks."""


def steps(referral: Referral, actor: Actor) -> list[list[Asked]]:
    """The pages of questions, up to the first that is not answered; none of them tells criminal history."""
    if not may_answer(referral, actor):
        return []
    assert actor.said is not None
    askable, facts = Askable(referral.pathway, actor.said, restricted=False), dict(flat(referral.facts))
    told = {name for name in facts if _of_form(referral, name) or not askable.find(name)}
    pages: list[list[Asked]] = []
    while page := _next(referral, _among(facts, told), askable):
        pages.append(page)
        if not answered(referral, page):
            break
        told |= {one.name for one in page}
    return pages


def _among(facts: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """Some of the facts; of an entry only where its list is among them."""
    return {name: value for name, value in facts.items() if {name, name.partition(".")[0]} <= names}


def may_answer(referral: Referral, actor: Actor) -> bool:
    """Whether the answers are still the officer's to give or to change: nobody else has answered since."""
    last = referral.screenings.first()
    if not referral.accepted or referral.status not in (Referral.Status.NEW, Referral.Status.SCREENED):
        return False
    return last is None or (
        last.held_by == actor.agency
        and last.decided_by in actor.roles
        and last.outcome == answer_now(referral).outcome  # else it rests on what is not kept
    )


def known(referral: Referral, actor: Actor) -> list[tuple[int, str, str]]:
    """What was answered: on which page, the question, the answer as a page says it."""
    facts = dict(flat(referral.facts))
    return [
        (number, label(referral, one.name, one.question), spoken(one.question, facts[one.name]))
        for number, page in enumerate(steps(referral, actor), 1)
        for one in page
        if one.name in facts
    ]


def before(referral: Referral, page: list[Asked]) -> dict[str, Any]:
    """The answers that a page's fields hold already."""
    facts = dict(flat(referral.facts))
    return {one.name: written(one.question, facts[one.name]) for one in page if one.name in facts}


def answered(referral: Referral, page: list[Asked]) -> bool:
    """Whether every question of a page was answered, if only by *not known*."""
    known = dict(flat(referral.facts))
    return all(one.name in known for one in page)


def flat(facts: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The facts by the engine's names; of a list how many entries it has, then what is known of each."""
    for name, value in facts.items():
        yield name, len(value) if isinstance(value, list) else value
        for number, entry in enumerate(value if isinstance(value, list) else (), 1):
            yield from ((f"{name}.{number}.{fact}", one) for fact, one in entry.items())


def belonging(referral: Referral, answers: dict[str, Any]) -> dict[str, Any]:
    """To which charge each thing belongs, where the referral names one only: then there is nothing to ask."""
    one = len(referral.offences) == 1 and ("items", "offence") in pathway_asks(referral.pathway)
    things = range(1, answers.get("items", 0) + 1) if one else ()
    return {f"items.{number}.offence": referral.offences[0] for number in things}


def _of_form(referral: Referral, name: str) -> bool:
    """Whether a fact is told before any question: by the form of the referral, or because only one answer can be."""
    of, _dot, rest = name.partition(".")
    number, _dot, fact = rest.partition(".")
    if of == "items":
        return fact == "offence" and len(referral.offences) == 1
    if of != "charges":
        return name in ("area", "age", "consents")
    if fact == "level":
        return bool(level(offences(referral.pathway).get(referral.offences[int(number) - 1], {})))
    return fact in ("", "offence") or (fact == "prefers-diversion" and bool(referral.complainant_wish))


def _next(referral: Referral, told: dict[str, Any], askable: Askable) -> list[Asked]:
    """The next page. Two facts of one rule stand on it only if they tell of one thing: one alone may settle a rule."""
    decision = _decision(referral, told)
    page: list[Asked] = []
    for name in dict.fromkeys(decision["missing"]):
        asked = None if name in told else askable.find(name)
        if asked and not any(_one_rule(decision, name, other.name) for other in page):
            page.append(Asked(name, asked.question))
    return page[:AT_ONCE]


def _one_rule(decision: dict[str, Any], name: str, other: str) -> bool:
    entry = name.rpartition(".")[0]
    together = {name, other}
    return not (entry and other.startswith(f"{entry}.")) and any(
        together <= {*rule["facts"]} for rule in decision["reasons"]
    )


def _decision(referral: Referral, told: dict[str, Any]) -> dict[str, Any]:
    """The engine's, with what is missing in the order in which it is best asked, as ``leadkit screen`` asks it."""
    rules, facts = engine(), {**derived(referral), **merged({}, told)}
    case = {"on": day_of(referral), "pathway": referral.pathway, "facts": facts}
    try:
        decision = rules.decide(case) if rules else {"missing": [], "deciding": [], "reasons": []}
    except CaseError:  # such as on a day on which the rules do not hold
        return {"missing": [], "reasons": []}
    first = decision["deciding"] if isinstance(decision["deciding"], list) else []
    return {**decision, "missing": [*first, *decision["missing"]]}
