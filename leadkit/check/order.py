"""Order findings, and keep one of those that say the same."""

from __future__ import annotations

from collections.abc import Iterable

from leadkit.diagnostic import SEVERITY_ORDER, Diagnostic


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings by file and line, each once.

    A program is checked on every day on which it changes, so the same line may be found at fault several times; two
    findings are the same when code, place and message are. Where one place has the same finding with different
    sentences, both stay: they tell of different days.
    """
    unique = {(one.code, one.spans[:1], one.message): one for one in reversed(list(found))}
    return tuple(sorted(unique.values(), key=_place))


def _place(one: Diagnostic) -> tuple[str, int, int, int, str, str]:
    first = one.spans[0] if one.spans else None
    rank = SEVERITY_ORDER.index(one.severity)
    if first is None:
        return ("", 0, 0, rank, one.code, one.message)
    return (first.file, first.line, first.column, rank, one.code, one.message)
