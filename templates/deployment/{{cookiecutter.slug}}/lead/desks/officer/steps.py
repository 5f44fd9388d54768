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


class Steps:
    """The pages of questions about a referral, up to the first that is not answered.

    Attributes:
        pages: The pages. None asks what tells criminal history.
        open: The number of the page that waits for an answer; 0 where none does.
    """

    def __init__(self, referral: Referral, actor: Actor) -> None:
        self._referral, self._facts = referral, dict(_flat(referral.facts))
        self.pages: list[list[Asked]] = []
        self.open = 0
        if actor.said and may_answer(referral, actor):
            self._ask(Askable(referral.pathway, actor.said, restricted=False))

    def _ask(self, askable: Askable) -> None:
        told = {name for name in self._facts if _told_before(self._referral, name) or not askable.find(name)}
        while not self.open and (page := _next(self._referral, self._among(told), askable)):
            self.pages.append(page)
            told |= {one.name for one in page}
            if not told <= {*self._facts}:
                self.open = len(self.pages)

    def _among(self, names: set[str]) -> dict[str, Any]:
        """Some of the facts; of an entry only where its list is among them."""
        return {name: self._facts[name] for name in self._facts if {name, name.partition(".")[0]} <= names}

    def initial(self, step: int) -> dict[str, Any]:
        """The answers that the fields of a page hold already."""
        return {one.name: written(one.question, self._facts.get(one.name)) for one in self.pages[step - 1]}

    def known(self) -> Iterator[tuple[int, str, str]]:
        """What was answered: on which page, the question, the answer as a page says it."""
        for number, page in enumerate(self.pages, 1):
            for one in page if number != self.open else ():
                text = label(self._referral, one.name, one.question)
                yield number, text, spoken(one.question, self._facts[one.name])


def may_answer(referral: Referral, actor: Actor) -> bool:
    """Whether the answers are still the officer's to give or to change: nobody else has answered since."""
    last = referral.screenings.first()
    if not referral.accepted or referral.status not in (Referral.Status.NEW, Referral.Status.SCREENED):
        return False
    own = last is None or (last.held_by == actor.agency and last.decided_by in actor.roles)
    return own and (last is None or last.outcome == answer_now(referral).outcome)  # else it rests on what is not kept


def belonging(referral: Referral, answers: dict[str, Any]) -> dict[str, Any]:
    """To which charge each thing belongs, where the referral names one only: then there is nothing to ask."""
    one = len(referral.offences) == 1 and ("items", "offence") in pathway_asks(referral.pathway)
    things = range(1, answers.get("items", 0) + 1) if one else ()
    return {f"items.{number}.offence": referral.offences[0] for number in things}


def _flat(facts: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The facts by the engine's names; of a list how many entries it has, then what is known of each."""
    for name, value in facts.items():
        yield name, len(value) if isinstance(value, list) else value
        for number, entry in enumerate(value if isinstance(value, list) else (), 1):
            yield from ((f"{name}.{number}.{fact}", one) for fact, one in entry.items())


def _told_before(referral: Referral, name: str) -> bool:
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
    """The next page, in the order of ``leadkit screen``: what can settle the referral first, then all that is missing.

    Two facts of one rule stand on it only if they tell of one thing: the answer to one may settle the rule.
    """
    rules, facts = engine(), {**derived(referral), **merged({}, told)}
    if rules is None:
        return []
    try:
        decision = rules.decide({"on": day_of(referral), "pathway": referral.pathway, "facts": facts})
    except CaseError:  # such as on a day on which the rules do not hold
        return []
    first = decision["deciding"] if isinstance(decision["deciding"], list) else []
    together = [{*rule["facts"]} for rule in decision["reasons"]]
    page: list[Asked] = []
    for name in dict.fromkeys([*first, *decision["missing"]]):
        asked = None if name in told else askable.find(name)
        thing = name.rpartition(".")[0]
        others = {other.name for other in page if not thing or other.name.rpartition(".")[0] != thing}
        if asked and not any(name in rule and others & rule for rule in together):
            page.append(Asked(name, asked.question))
    return page[:AT_ONCE]
