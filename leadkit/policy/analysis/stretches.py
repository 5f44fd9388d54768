"""Days on which a pathway has no rule in force, or no offence that could be diverted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from leadkit.policy.analysis.nobody import offences
from leadkit.policy.analysis.remark import Kind, Remark
from leadkit.policy.analysis.settings import Setting
from leadkit.policy.analysis.subject import Subject
from leadkit.policy.analysis.world import OFFENCE
from leadkit.policy.policy import Policy


def stretches(policies: Iterable[Policy]) -> Iterator[Remark]:
    """A remark for each pathway and stretch of days; neighbouring stretches are told as one.

    Args:
        policies: The policies of a program, each from a day on, oldest first.
    """
    known = list(policies)
    found: dict[tuple[Kind, str], list[int]] = {}
    before: Policy | None = None
    missing: list[tuple[Kind, str]] = []
    for place, policy in enumerate(known):
        if before is None or not _alike(before, policy):
            missing = list(_missing(policy))
        before = policy
        for key in missing:
            found.setdefault(key, []).append(place)
    for (kind, name), places in found.items():
        for first, last in _runs(places):
            ends = known[last + 1].on if last + 1 < len(known) else None
            yield Remark(kind, f"{_days(known[first].on, ends)} {_MISSING[kind].format(name)}")


_MISSING = {
    Kind.NO_RULE: "no rule is in force on the pathway {}.",
    Kind.NO_OFFENCE: "there is no offense that could be diverted on the pathway {}.",
}


def _alike(one: Policy, other: Policy) -> bool:
    return (one.rules, one.pathways, one.collections) == (other.rules, other.pathways, other.collections)


def _missing(policy: Policy) -> Iterator[tuple[Kind, str]]:
    subject: Subject | None = None
    for name, pathway in policy.pathways.items():
        if not any(name in rule.pathways for rule in policy.rules):
            yield Kind.NO_RULE, pathway.name
        elif pathway.needs_charge:
            subject = subject or Subject(policy)
            setting = Setting(name, charged=True)
            closed = setting in subject.settings and setting not in subject.open_settings
            if not closed and (OFFENCE not in subject.world.facts or not any(offences(subject, setting))):
                yield Kind.NO_OFFENCE, pathway.name


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    first = places[0]
    for here, after in zip(places, [*places[1:], None], strict=True):
        if after != here + 1:
            yield first, here
            first = after if after is not None else first


def _days(begins: str, ends: str | None) -> str:
    if ends is None:
        return f"From {begins}"
    last = date.fromisoformat(ends) - timedelta(days=1)
    return f"On {begins}" if last.isoformat() == begins else f"From {begins} to {last}"
