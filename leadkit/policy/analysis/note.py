"""What changes between two policies without a case that shows it, and what of them cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from leadkit.diagnostic import listed
from leadkit.policy.analysis.owners import owners_in_words
from leadkit.policy.analysis.world import World
from leadkit.policy.policy import Policy, Rule, SeveralCharges, Strength


class About(StrEnum):
    """What a note is about."""

    PATHWAY = "pathway"
    SEVERAL_CHARGES = "several_charges"
    OVERRIDE = "override"
    QUESTION = "question"
    ANSWERS = "answers"
    LAW = "law"
    OPEN = "open"


@dataclass(frozen=True)
class Note:
    """Something that is different.

    Attributes:
        about: What it is about.
        sentence: What it is.
    """

    about: About
    sentence: str


def notes(world: World, names: Sequence[Mapping[str, str]] = ({}, {})) -> Iterator[Note]:
    """What is different beside the kinds of case.

    Args:
        world: The two policies.
        names: What roles and agencies are called in each version, by their ids.
    """
    old, new = (side.policy for side in world.sides)
    yield from _pathways(old, new)
    if old.several_charges is not new.several_charges:
        before, now = _SEVERAL[old.several_charges], _SEVERAL[new.several_charges]
        yield Note(About.SEVERAL_CHARGES, f"With several charges, before: {before}; now: {now}.")
    known = {rule.id: rule for rule in old.rules}
    for rule in new.rules:
        if rule.id in known:
            yield from _owners(world, known[rule.id], rule, names)
            yield from _law(known[rule.id], rule)
    yield from _open(old, new)
    yield from _questions(world)
    yield from _answers(world)


_SEVERAL = {
    SeveralCharges.ALL: "every one must be free of bars",
    SeveralCharges.ANY: "one that is free of bars is enough",
    SeveralCharges.MOST_SERIOUS: "the most serious decides",
}


def _pathways(old: Policy, new: Policy) -> Iterator[Note]:
    for name, pathway in old.pathways.items():
        if name not in new.pathways:
            yield Note(About.PATHWAY, f"There is no pathway {pathway.name} any more.")
    for name, pathway in new.pathways.items():
        if name not in old.pathways:
            yield Note(About.PATHWAY, f"The pathway {pathway.name} is new.")


def _owners(world: World, old: Rule, new: Rule, names: Sequence[Mapping[str, str]]) -> Iterator[Note]:
    """Who may override, by their titles; where those are alike, by the ids that differ."""
    if not (Strength.PRESUMPTIVE is old.strength is new.strength) or old.owners == new.owners:
        return
    sides = list(zip(world.sides, (old, new), names, strict=True))
    before, now = (owners_in_words(side.policy, rule, own) for side, rule, own in sides)
    if before == now:
        before, now = (owners_in_words(side.policy, rule, {}) for side, rule, _ in sides)
    yield Note(About.OVERRIDE, f"{new.text} Before, {before} could override it; now {now}.")


def _law(old: Rule, new: Rule) -> Iterator[Note]:
    if old.citations != new.citations and not new.id.startswith(_LISTED):
        yield Note(About.LAW, f"{new.text} Before, it rested on {_cited(old)}; now on {_cited(new)}.")


_LISTED = "eligibility.offences."
"""Rules about listed offences, whose law is told by itself."""


def _cited(rule: Rule) -> str:
    return "; ".join(rule.citations) or "no law that is cited"


def _open(old: Policy, new: Policy) -> Iterator[Note]:
    """What is left open decides no case, so that no case shows that it was settled."""
    before, now = ({one.path for one in policy.open} for policy in (old, new))
    for path in sorted(before - now):
        yield Note(About.OPEN, f"{path} was left open before, and is not now.")
    for path in sorted(now - before):
        yield Note(About.OPEN, f"{path} is left open now, and was not before.")


def _questions(world: World) -> Iterator[Note]:
    """A question in other words may be another question; that cannot be told from the rules."""
    old, new = world.sides
    for name, fact in new.facts.items():
        before = old.facts.get(name)
        if before is not None and before.question != fact.question:
            yield Note(About.QUESTION, f'Before, it was asked: "{before.question}" Now: "{fact.question}"')


def _answers(world: World) -> Iterator[Note]:
    """Where only one policy has an answer, the other takes it for whatever it does not name."""
    for variable, apart in world.kept_apart.items():
        fact = world.facts[variable]
        for side, words in zip(world.sides, ("Only before", "Only now"), strict=True):
            name = next((name for name, one in side.variables.items() if one == variable), None)
            own = [f'"{fact.options[one]}"' for one in apart if name and one in side.facts[name].options]
            if own:
                yield Note(
                    About.ANSWERS, f'{words} is there the answer {listed(own)} to the question "{fact.question}"'
                )
