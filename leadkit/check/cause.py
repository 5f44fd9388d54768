"""Tell a slip once: what is wrong with a value because of the marks around it is told by the marks alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.check.shape.codes import CODES
from leadkit.diagnostic import Severity
from leadkit.source.codes_syntax import TYPOGRAPHIC_QUOTES

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic

_SHAPE = frozenset(code.code for code in CODES)


def by_cause(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings without those on the shape of a value in typographic quotation marks.

    Such marks are a warning in a text, which can be printed with them; where the field cannot hold them they are the
    error.
    """
    findings = list(found)
    marked = {one.spans[0] for one in findings if one.code == TYPOGRAPHIC_QUOTES.code}
    if not marked:
        return findings
    unfit = {one.spans[0] for one in findings if one.code in _SHAPE and one.spans[0] in marked}
    told = (one for one in findings if one.code not in _SHAPE or one.spans[0] not in unfit)
    return [
        replace(one, severity=Severity.ERROR) if one.code == TYPOGRAPHIC_QUOTES.code and one.spans[0] in unfit else one
        for one in told
    ]
