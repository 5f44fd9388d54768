"""Tiers of criminal history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.history import CountedFrom, Record
from leadkit.policy.compile.builder import RECORDS
from leadkit.policy.compile.law import cited, members, set_title, title_of_law
from leadkit.policy.compile.say import among, at_least, denied, every, some, within, yes
from leadkit.policy.policy import Count
from leadkit.values.level import Level

if TYPE_CHECKING:
    from leadkit.model.eligibility.history import HistoryTier
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_OTHER = "other"
_KINDS = {
    Record.CONVICTION: "A conviction",
    Record.CHARGE: "A charge",
    Record.ARREST: "An arrest",
    Record.OPEN_CASE: "An open case",
    Record.STRIKE: "A conviction that counts under a repeat-offense law",
}
_DAYS = {
    CountedFrom.CONVICTION: ("convicted", "When was the conviction?"),
    CountedFrom.SENTENCE: ("sentenced", "When was the sentence?"),
    CountedFrom.RELEASE: ("released", "When was the release?"),
    CountedFrom.OFFENCE: ("offended", "When was the offense?"),
    CountedFrom.ARREST: ("arrested", "When was the arrest?"),
}
_USUAL = {Record.CONVICTION: CountedFrom.CONVICTION, Record.STRIKE: CountedFrom.CONVICTION,
          Record.ARREST: CountedFrom.ARREST}  # fmt: skip


def compile_history(builder: Builder) -> None:
    """A rule for each tier: so many such records, so far back, keep the person out."""
    tiers = builder.program.eligibility.history
    for name, tier in tiers.items():
        builder.collection(RECORDS, "record", "What does the person's criminal record hold?", restricted=True)
        counted = builder.reducer(
            f"history.{name}", Count(reduce="count", of=RECORDS, where=_matches(builder, name, tier))
        )
        label = tier.label or name.replace("-", " ")
        builder.bar(
            ("eligibility", "history", name),
            f"The person's record holds this: {label}.",
            at_least(counted, tier.at_least or 1),
            tier,
            citations=[one for law in (tier.offences.laws if tier.offences else ()) for one in cited(builder, law)],
            restricted=True,
        )


def _matches(builder: Builder, name: str, tier: HistoryTier) -> Expression:
    """A record counts for the tier."""
    kinds = {kind.value: label for kind, label in _KINDS.items()}
    conditions = [_offence(builder, name, tier)]
    if tier.record:
        kind = builder.choice("record", "What kind of record is it?", kinds, of=RECORDS)
        conditions.append(among(kind, tier.record))
    if tier.within is not None and tier.within.duration is not None:
        conditions.append(_recent(builder, tier))
    for counts, fact, question in (
        (tier.juvenile, "juvenile", "Is it a juvenile record?"),
        (tier.out_of_state, "out-of-state", "Is it a record of another state?"),
        (tier.attempts, "attempt", "Is it for an attempt or a conspiracy?"),
    ):
        if counts is False:
            conditions.append(denied(builder.yes_no(fact, question, of=RECORDS, restricted=True)))
    if tier.exceptions:
        excepted = builder.yes_no(f"excepted-{name}", f"Is it excepted: {tier.exceptions}", of=RECORDS, restricted=True)
        conditions.append(denied(excepted))
    return every(*conditions)


def _recent(builder: Builder, tier: HistoryTier) -> Expression:
    assert tier.within is not None
    days = [tier.counted_from] if tier.counted_from else [_USUAL.get(one, CountedFrom.OFFENCE) for one in tier.record]
    dated = (builder.date(*_DAYS[day], of=RECORDS) for day in dict.fromkeys(days or [CountedFrom.OFFENCE]))
    return some(*(recent for fact in dated if (recent := within(fact, tier.within.duration))))


def _offence(builder: Builder, name: str, tier: HistoryTier) -> Expression:
    """The record is for an offence of the tier.

    A number that is on a list says so. What is on none, or cited elsewhere, is asked: it is never cleared by silence.
    """
    group = tier.offences
    label = tier.label or name.replace("-", " ")
    asked = f"Does it belong to this: {label}?"
    parts: list[Expression] = []
    if group is not None:
        listed = {number: title for one in group.sets for number, title in members(builder, one).items()}
        for law in group.laws:
            listed.update(title_of_law(builder, law))
        if listed:
            offence = builder.choice("offence", "For which offense?", {**listed, _OTHER: "Another"}, of=RECORDS)
            parts.append(among(offence, listed))
        if group.levels:
            levels = {one.value: one.value.replace("_", " ") for one in Level}
            parts.append(among(builder.choice("level", "At which level?", levels, of=RECORDS), group.levels))
        named = [*(set_title(builder, one) for one in group.sets), *group.classes]
        if named:
            asked = f"Is it for one of these: {'; '.join(named)}?"
        elif parts:
            return some(*parts)
    return some(*parts, yes(builder.yes_no(f"counts-as-{name}", asked, of=RECORDS, restricted=True)))
