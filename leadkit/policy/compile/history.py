"""Tiers of criminal history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.history import CountedFrom, Record
from leadkit.policy.compile.asked_whole import AskedWhole
from leadkit.policy.compile.builder import RECORDS
from leadkit.policy.compile.crimes import Crimes, crimes_of
from leadkit.policy.compile.law import cited, set_of, set_title
from leadkit.policy.compile.say import among, at_least, denied, every, recent, some, yes
from leadkit.policy.policy import Count
from leadkit.values.level import Level

if TYPE_CHECKING:
    from leadkit.model.eligibility.history import HistoryTier
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_PATH = ("eligibility", "history")
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
    crimes = crimes_of(builder, tiers)
    for name, tier in tiers.items():
        builder.collection(RECORDS, "record", "What does the person's criminal record hold?", restricted=True)
        where = _counts(builder, name, tier, crimes)
        counted = builder.reducer(f"history.{name}", Count(reduce="count", of=RECORDS, where=where))
        builder.bar(
            (*_PATH, name), f"The person's record holds this: {_label(name, tier)}.",
            at_least(counted, tier.at_least or 1), tier, citations=_citations(builder, tier), restricted=True,
        )  # fmt: skip


def _label(name: str, tier: HistoryTier) -> str:
    return tier.label or name.replace("-", " ")


def _citations(builder: Builder, tier: HistoryTier) -> list[str]:
    if tier.offences is None:
        return []
    sets = [known.citation for one in tier.offences.sets if (known := set_of(builder, one)) is not None]
    return [*sets, *(one for law in tier.offences.laws for one in cited(builder, law))]


def _counts(builder: Builder, name: str, tier: HistoryTier, crimes: Crimes) -> Expression:
    """A record counts for the tier."""
    conditions = [_offence(builder, name, tier, crimes), _kind(builder, name, tier), _dated(builder, name, tier)]
    conditions.append(_juvenile(builder, tier))
    for counts, fact, question in (
        (tier.out_of_state, "out-of-state", "Is it a record of another state?"),
        (tier.attempts, *_ATTEMPT),
    ):
        if counts is False:
            conditions.append(denied(_yes_no(builder, fact, question)))
    if tier.exceptions:
        conditions.append(denied(_yes_no(builder, f"excepted-{name}", f"Is it excepted: {tier.exceptions}")))
    return every(*conditions)


_ATTEMPT = ("attempt", "Is it for an attempt or a conspiracy?")


def _yes_no(builder: Builder, fact: str, question: str) -> str:
    return builder.yes_no(fact, question, of=RECORDS, restricted=True)


def _juvenile(builder: Builder, tier: HistoryTier) -> Expression | None:
    """A juvenile record counts, or does not; where the program does not say, somebody has to."""
    if tier.juvenile:
        return None
    adult = denied(_yes_no(builder, "juvenile", "Is it a juvenile record?"))
    if tier.juvenile is False:
        return adult
    question = "Does a juvenile record like this one count? The program does not say."
    return some(adult, yes(_yes_no(builder, "juvenile-counts", question)))


def _kind(builder: Builder, name: str, tier: HistoryTier) -> Expression | None:
    """The kind of record; a strike is a conviction too. Where the program does not say, it is asked."""
    if not tier.record:
        if tier.only_weighed:
            return None
        return yes(
            _yes_no(builder, f"kind-counts-{name}", "Does a record of its kind count? The program does not say.")
        )
    wanted = {*tier.record, *([Record.STRIKE] if Record.CONVICTION in tier.record else [])}
    kinds = {kind.value: label for kind, label in _KINDS.items()}
    return among(builder.choice("record", "What kind of record is it?", kinds, of=RECORDS), wanted)


def _dated(builder: Builder, name: str, tier: HistoryTier) -> Expression | None:
    """How far back it counts, from the day that the program says, or that is usual for the kind of record."""
    if tier.within is None:
        if tier.only_weighed:
            return None
        return yes(_yes_no(builder, f"recent-enough-{name}", "Is it recent enough to count? The program does not say."))
    stretch = tier.within.duration
    if stretch is None:
        return None
    usual = [_USUAL.get(one, CountedFrom.OFFENCE) for one in tier.record] or [CountedFrom.OFFENCE]
    days = dict.fromkeys([tier.counted_from] if tier.counted_from else usual)
    return some(*(recent(builder, (*_PATH, name, "within"), _DAYS[day], stretch, of=RECORDS) for day in days))


def _offence(builder: Builder, name: str, tier: HistoryTier, crimes: Crimes) -> Expression:
    """The record is for an offence of the tier: by its number, by its level, or as somebody says."""
    group = tier.offences
    parts: list[Expression] = []
    if name in crimes.lists:
        parts.append(_numbered(builder, name, tier, crimes))
    if group is not None and group.levels:
        levels = {one.value: one.value.replace("_", " ") for one in Level}
        parts.append(among(builder.choice("level", "At which level?", levels, of=RECORDS), group.levels))
    if (group is not None and group.classes) or not parts:
        parts.append(yes(_belongs(builder, name, tier)))
    return some(*parts)


def _numbered(builder: Builder, name: str, tier: HistoryTier, crimes: Crimes) -> Expression:
    sure, doubtful = crimes.named(name)
    offence = builder.choice("offence", "For which offense?", crimes.options, of=RECORDS)
    certain, asked = among(offence, sure), doubtful
    if tier.attempts is None and not crimes.takes_in_attempts(name):
        certain, asked = every(certain, denied(_yes_no(builder, *_ATTEMPT))), [*sure, *doubtful]
    return some(certain, every(among(offence, asked), yes(_belongs(builder, name, tier))))


def _belongs(builder: Builder, name: str, tier: HistoryTier) -> str:
    """Declare the question whether a record belongs to the tier, in the program's words; its full name."""
    group = tier.offences
    named = [*(set_title(builder, one) for one in group.sets), *group.classes] if group else []
    unsaid = group is None and builder.said.of((*_PATH, name, "offences")) is None
    if not named and unsaid and tier.label is None and not tier.only_weighed:
        builder.asked_whole.append(
            AskedWhole(
                (*_PATH, name), "the tier names neither offenses nor a label", "Name its offenses under offences."
            )
        )
    these = f"one of these: {'; '.join(named)}" if named else f"this: {_label(name, tier)}"
    return _yes_no(builder, f"counts-as-{name}", f"Does it belong to {these}?")
