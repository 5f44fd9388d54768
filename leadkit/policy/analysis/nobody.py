"""Pathways on which no case can be eligible, and offences that can never be diverted."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.policy.analysis.formulas import Literal, none_of, simplified
from leadkit.policy.analysis.remark import Kind, Remark
from leadkit.policy.analysis.settings import Setting
from leadkit.policy.analysis.subject import Subject
from leadkit.policy.analysis.world import OFFENCE
from leadkit.policy.compile.unlisted import UNLISTED


def nobody(subject: Subject) -> Iterator[Remark]:
    """A remark for each pathway on which every case is kept out, or needs somebody's discretion."""
    for name, pathway in subject.policy.pathways.items():
        here = [one for one in subject.settings if one.pathway == name]
        if not here:
            continue
        answers = [
            subject.find(*none_of(one.when for one in subject.bars(setting).every), of=setting) for setting in here
        ]
        if any(answer.case is not None for answer in answers):
            continue
        if not all(answer.decided for answer in answers):
            yield Remark(Kind.UNDECIDED, f"Whether anybody is eligible on {pathway.name} was not decided.")
            continue
        yield _kept_out(subject, here[0], pathway.name)


def _kept_out(subject: Subject, setting: Setting, name: str) -> Remark:
    """Why nobody is eligible in a setting."""
    bars = subject.bars(setting)
    by_discretion = subject.find(*none_of(one.when for one in bars.absolute), of=setting)
    if by_discretion.case is None:
        core = subject.core(bars.absolute, of=setting)
        sentence = (
            f"Nobody can be diverted on the pathway {name}: in every case one of these rules keeps the person out."
        )
        return Remark(Kind.NOBODY, sentence, tuple(one.rule for one in core))
    core = subject.core(bars.every, of=setting)
    absolute = none_of(one.when for one in bars.absolute)
    case = subject.ordinary(absolute, setting, core) or by_discretion.case
    sentence = f"Nobody is eligible on the pathway {name} without an override: one of these rules holds in every case."
    witness = subject.show(case, setting, [one.when for one in core])
    return Remark(Kind.NOBODY, sentence, tuple(one.rule for one in core), witness=witness)


def offences_never(subject: Subject) -> Iterator[Remark]:
    """A remark for each offence and pathway where other rules keep out what the list lets in."""
    if OFFENCE not in subject.world.facts:
        return
    for setting in subject.open_settings:
        if not setting.charged:
            continue
        for offence in offences(subject, setting):
            answer = subject.find(offence, *none_of(one.when for one in subject.bars(setting).absolute), of=setting)
            if answer.never:
                yield _barred(subject, setting, offence)
            elif not answer.decided:
                title = title_of(subject, offence)
                yield Remark(
                    Kind.UNDECIDED,
                    f"Whether {title} can be diverted on {pathway_of(subject, setting)} was not decided.",
                )


def _barred(subject: Subject, setting: Setting, offence: Literal) -> Remark:
    core = subject.core(subject.bars(setting).absolute, offence, of=setting)
    sentence = (
        f"{title_of(subject, offence)} can never be diverted on the pathway {pathway_of(subject, setting)}: "
        "in every case one of these rules keeps it out."
    )
    case = subject.ordinary([offence], setting, core)
    shown = None if case is None else subject.show(case, setting, [offence])
    return Remark(Kind.OFFENCE, sentence, tuple(one.rule for one in core), witness=shown)


def offences(subject: Subject, setting: Setting) -> Iterator[Literal]:
    """The listed offences that no rule by itself keeps off a pathway, whatever else is true."""
    for offence in listed_offences(subject):
        domains = {**subject.world.domains, OFFENCE: offence.wanted}
        if not any(simplified(rule.when, domains) is True for rule in subject.bars(setting).absolute):
            yield offence


def listed_offences(subject: Subject) -> Iterator[Literal]:
    """The charge is of an offence that is on the list, for each."""
    every = subject.world.domains[OFFENCE]
    assert isinstance(every, frozenset)
    for option in subject.world.order[OFFENCE]:
        if option != UNLISTED:
            only = frozenset((option,))
            yield Literal(OFFENCE, only, every - only)


def title_of(subject: Subject, offence: Literal) -> str:
    """What an offence is called."""
    assert isinstance(offence.wanted, frozenset)
    (option,) = offence.wanted
    return subject.world.facts[OFFENCE].options[option]


def pathway_of(subject: Subject, setting: Setting) -> str:
    """What the pathway of a setting is called."""
    return subject.policy.pathways[setting.pathway].name
