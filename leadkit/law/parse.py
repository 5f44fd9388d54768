"""From plain text to an offence: for the catalogues, and for local law in a program's own folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from leadkit.law.offence import (
    Band,
    Basis,
    Comparison,
    Evidence,
    LawSource,
    Limb,
    Matching,
    Measure,
    Offence,
    Test,
)
from leadkit.law.plain import Fields, LawError
from leadkit.law.standing import Status
from leadkit.values.level import Level
from leadkit.values.quantities import Amount, Unit

if TYPE_CHECKING:
    from leadkit.source.tree import Plain
    from leadkit.values.dates import PartialDate

_COUNTS = frozenset({Measure.PRIOR_CONVICTIONS, Measure.PRIOR_OFFENCES})
_AMOUNTS = frozenset({Measure.WEIGHT, Measure.VALUE})


def parse_offence(
    key: str,
    data: Plain,
    *,
    state: str | None = None,
    sources: Mapping[str, LawSource] | None = None,
    as_of: date | None = None,
    strict: bool = False,
) -> Offence:
    """Read an offence.

    Args:
        key: Its id.
        data: Its fields as plain text; ``citation`` and ``title`` must be there, all else may be missing.
        state: Two postal letters.
        sources: What the keys under ``sources`` mean; a key that is not in it is kept as a key.
        as_of: A day on which the status is known; ``verified_on`` counts too.
        strict: Whether an unknown field is refused (the catalogues) or left to others (local law).

    Raises:
        LawError: Something cannot be read; it names the field and says what is wrong.
    """
    fields = Fields(key, data)
    verified = fields.date("verified_on")
    offence = Offence(
        id=key,
        citation=fields.required("citation"),
        title=fields.required("title"),
        state=state,
        locality=fields.line("locality"),
        conduct=fields.line("conduct"),
        bands=tuple(_band(band, strict) for band in fields.items("bands")),
        limbs=tuple(_limb(name, limb, strict) for name, limb in fields.entries("limbs").items()),
        match_on=fields.word("match_on", Matching) or Matching.CITATION,
        attempts=fields.line("attempts"),
        status=fields.word("status", Status) or Status.IN_FORCE,
        effective_from=fields.date("effective_from"),
        effective_until=fields.date("effective_until"),
        known_on=known_on(as_of, verified),
        nibrs=fields.words("nibrs"),
        nibrs_confidence=fields.line("nibrs_confidence"),
        evidence=fields.word("evidence", Evidence),
        unverified=fields.words("unverified"),
        verified_on=verified,
        sources=cited(fields, sources or {}),
        verify_at=fields.line("verify_at"),
        verify_also=fields.words("verify_also"),
        supersedes=fields.words("supersedes"),
        replaced_by=fields.words("replaced_by"),
        see_also=fields.words("see_also"),
        note=fields.line("note"),
    )
    if strict:
        fields.closed()
    return offence


def known_on(as_of: date | None, verified: PartialDate | None) -> date | None:
    """The earliest day on which a status is known, or None."""
    days = [day for day in (as_of, verified.last if verified else None) if day is not None]
    return min(days, default=None)


def cited(fields: Fields, known: Mapping[str, LawSource]) -> tuple[LawSource, ...]:
    """The sources of an entry, whether given for the whole or field by field."""
    by_field = fields.pairs("sources")
    keys = [key for name in by_field for key in Fields(fields.at("sources"), by_field).words(name)]
    if not by_field:
        keys = list(fields.words("sources"))
    return tuple(known.get(key, LawSource(key)) for key in dict.fromkeys(keys))


def parse_source(key: str, fields: Fields) -> LawSource:
    """Read a source of a catalogue."""
    kind = fields.required("kind")
    if kind not in (Evidence.OFFICIAL_TEXT, Evidence.SECONDARY):
        raise LawError(fields.at("kind"), f'"{kind}" should be official_text or secondary')
    source = LawSource(
        key,
        fields.required("title"),
        fields.line("publisher"),
        fields.line("year"),
        fields.required("url"),
        kind == Evidence.OFFICIAL_TEXT,
    )
    fields.closed()
    return source


def _band(fields: Fields, strict: bool) -> Band:
    band = Band(
        fields.line("grade"),
        fields.word("level", Level),
        tuple(_test(test, strict) for test in fields.items("tests")),
        fields.line("note"),
    )
    if strict:
        fields.closed()
    return band


def _limb(key: str, fields: Fields, strict: bool) -> Limb:
    covered = fields.flag("covered")
    limb = Limb(
        key,
        fields.required("title"),
        True if covered is None else covered,
        fields.line("citation"),
        fields.word("level", Level),
        fields.words("nibrs"),
        fields.line("note"),
    )
    if strict:
        fields.closed()
    return limb


def _test(fields: Fields, strict: bool) -> Test:
    measure = fields.word("measure", Measure)
    if measure is None:
        raise LawError(fields.path, 'the field "measure" is missing')
    comparison = fields.word("op", Comparison)
    if (comparison is not None) is not (measure in _COUNTS | _AMOUNTS):
        raise LawError(fields.path, f"{measure} is {'not ' if comparison else ''}compared with an amount")
    amount = fields.read("amount", Amount.parse) if measure in _AMOUNTS else None
    count = fields.read("amount", _count) if measure in _COUNTS else None
    if comparison is not None and amount is None and count is None:
        raise LawError(fields.path, 'the field "amount" is missing')
    if amount is not None and (amount.unit is Unit.DOLLAR) is not (measure is Measure.VALUE):
        raise LawError(fields.at("amount"), f'"{amount}" is not a {measure}')
    test = Test(
        measure,
        comparison,
        amount,
        count,
        fields.word("basis", Basis),
        fields.flag("field_measurable"),
        fields.line("substance"),
        fields.date("since"),
        fields.flag("absent") or False,
        fields.line("note"),
    )
    if strict:
        fields.closed()
    return test


def _count(text: str) -> int:
    """Read a whole number."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError("write a whole number")
    return int(text)
