"""Tell a slip once: what is wrong with a value because of the marks in or around it is told by the marks alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.check.shape.codes import CODES
from leadkit.diagnostic import Severity
from leadkit.source.codes_place import EXOTIC_SPACE
from leadkit.source.codes_syntax import CUT_BY_COMMENT, MISSING_SPACE, TYPOGRAPHIC_QUOTES

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Span

_SHAPE = frozenset(code.code for code in CODES)
_AROUND = frozenset(code.code for code in (EXOTIC_SPACE, MISSING_SPACE, TYPOGRAPHIC_QUOTES))
_CUT = CUT_BY_COMMENT.code
_COLON_AND_SPACE = 2
"""How far the rest of a value may stand from what it was cut off, or from the name of a field left without any."""


def by_cause(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings without those on the shape of a value that only follow from a slip of the text.

    Such a slip is a warning in a text, which can be printed with it; where the field cannot hold what is left it is
    the error.
    """
    findings = list(found)
    slips = [one for one in findings if one.code in _AROUND or one.code == _CUT]
    if not slips:
        return findings
    follows = {id(one): slip for one in findings if one.code in _SHAPE for slip in slips if _causes(slip, one.spans[0])}
    guilty = {id(slip) for slip in follows.values()}
    return [
        replace(one, severity=Severity.ERROR) if id(one) in guilty else one
        for one in findings
        if id(one) not in follows
    ]


def _causes(slip: Diagnostic, unfit: Span) -> bool:
    """Whether a value does not fit because of a slip: it stands at the same place, or ends where it is cut off."""
    place = slip.spans[0]
    if slip.code in _AROUND:
        return place == unfit
    ends = (place.file, place.line) == (unfit.file, unfit.end_line)
    return ends and 0 < place.column - unfit.end_column <= _COLON_AND_SPACE
