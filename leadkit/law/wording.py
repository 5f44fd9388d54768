"""Law in words for people: American spelling, one phrase for each thing, *not researched* where unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.law.limits import ALWAYS
from leadkit.law.offence import Basis, Comparison, Evidence, Measure
from leadkit.law.standing import Status

if TYPE_CHECKING:
    from leadkit.law.limits import Bound, Limit
    from leadkit.law.offence import Band, Offence, Test

NOT_RESEARCHED = "not researched"

_STATUS = {
    Status.IN_FORCE: "in force",
    Status.AMENDED: "in force as amended",
    Status.SUPERSEDED: "superseded",
    Status.REPEALED: "repealed",
    Status.VOID: "struck down",
    Status.NOT_AN_OFFENCE: "not an offense",
    Status.UNCERTAIN: "standing not researched",
}
_EVIDENCE = {
    Evidence.OFFICIAL_TEXT: "official text",
    Evidence.SECONDARY: "secondary source",
    Evidence.INFERRED: "general knowledge, nothing read",
}
_COMPARED = {
    Comparison.LESS: "under {}",
    Comparison.AT_MOST: "up to {}",
    Comparison.EQUAL: "exactly {}",
    Comparison.AT_LEAST: "{} or more",
    Comparison.MORE: "over {}",
}
_FIELDS = {
    "effective_from": "first day in force",
    "effective_until": "last day in force",
    "tests": "thresholds",
    "basis": "which weight counts",
    "bands": "grades",
}
_FLAGS = {
    Measure.INTENT: "intent",
    Measure.PLACE: "place",
    Measure.ITEM: "item",
    Measure.PERSON: "person",
    Measure.SUBSTANCE: "substance",
}


def status_words(law: Offence | Limit) -> str:
    """Its fate and dates: ``repealed; in force 2019-08-28 to 2021-03-30``."""
    if law.status is Status.NOT_AN_OFFENCE:
        return _STATUS[law.status]
    begins = str(law.effective_from) if law.effective_from else f"first day {NOT_RESEARCHED}"
    if law.effective_until:
        return f"{_STATUS[law.status]}; {begins} to {law.effective_until}"
    if law.status in (Status.SUPERSEDED, Status.REPEALED, Status.VOID):
        return f"{_STATUS[law.status]}; {begins}, last day {NOT_RESEARCHED}"
    return f"{_STATUS[law.status]}{' from' if law.effective_from else ','} {begins}"


def evidence_words(evidence: Evidence | None) -> str:
    """What an entry rests on."""
    return _EVIDENCE[evidence] if evidence else "not said"


def grade_words(bands: tuple[Band, ...]) -> str:
    """The grades in one line, each once, in order."""
    grades = [
        band.grade or (f"{band.level.replace('_', ' ')}, class {NOT_RESEARCHED}" if band.level else None)
        for band in bands
    ]
    known = list(dict.fromkeys(grade for grade in grades if grade))
    return "; ".join(known) if known else f"grade {NOT_RESEARCHED}"


def band_lines(bands: tuple[Band, ...]) -> list[str]:
    """One line for each band: the grade, and what makes it that."""
    return [_band(band) for band in bands] or [f"grade {NOT_RESEARCHED}"]


def _band(band: Band) -> str:
    words = grade_words((band,))
    if band.tests:
        words += ": " + "; and ".join(test_words(test) for test in band.tests)
    return f"{words} ({band.note})" if band.note else words


def test_words(test: Test) -> str:
    """A test in words, such as ``500 mg or more of cocaine, pure weight (cannot be judged at the scene)``."""
    if test.comparison is None:
        return _flag(test)
    if test.count is not None:
        words = _history(test, test.count)
    else:
        words = _COMPARED[test.comparison].format(test.amount)
        words = f"value {words}" if test.measure is Measure.VALUE else words
    if test.substance:
        words += f" of {test.substance}"
    if test.since:
        words += f" since {test.since}"
    if test.basis:
        words += ", pure weight" if test.basis is Basis.PURE else ", aggregate weight"
    if test.field_measurable is False:
        words += " (cannot be judged at the scene)"
    return f"{words} ({test.note})" if test.note else words


def _history(test: Test, count: int) -> str:
    """A number of earlier convictions or offenses, as one says it."""
    what = "conviction" if test.measure is Measure.PRIOR_CONVICTIONS else "offense"
    if test.comparison is Comparison.LESS and count == 1:
        return f"no earlier {what}"
    form = "fewer than {}" if test.comparison is Comparison.LESS else _COMPARED[test.comparison or Comparison.EQUAL]
    return f"{form.format(count)} earlier {what}{'s' if count != 1 or form != '{} or more' else ''}"


def unverified_words(field: str) -> str:
    """A field that the evidence does not cover, in words."""
    name, colon, remark = field.partition(":")
    return _FIELDS.get(name, name.replace("_", " ")) + colon + remark


def _flag(test: Test) -> str:
    meant = ", ".join(part for part in (test.note, test.substance) if part) or _FLAGS[test.measure]
    return f"not {meant}" if test.absent else meant


def bound_words(bound: Bound) -> str:
    """The part of a limit that a rule compares, in words."""
    parts = [
        f"at most {bound.at_most}" if bound.at_most else "",
        f"at most {bound.sum_at_most}" if bound.sum_at_most else "",
        f"at least {bound.at_least}" if bound.at_least else "",
        f"by {bound.by}" if bound.by else "",
        f"counted from {bound.clock.replace('_', ' ')}" if bound.clock else "",
    ]
    return f"{bound.subject.replace('_', ' ')}: {', '.join(part for part in parts if part)}"


def applies_words(limit: Limit) -> str:
    """The condition under which a limit binds, in words."""
    if limit.applies_when is None:
        return f"condition {NOT_RESEARCHED}"
    return ALWAYS if limit.applies_when == ALWAYS else f"only under: {limit.applies_when.replace('_', ' ')}"
