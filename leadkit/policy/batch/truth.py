"""Conditions in three values, as expressions over columns; what is known before any row is read is folded away.

Null is unknown. ``&``, ``|`` and ``~`` of nullable booleans are Kleene's in every engine that narwhals reaches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import narwhals.stable.v2 as nw

Truth = nw.Expr | bool | None
"""An expression that is true, false or null in each row; or the same for every row."""


def all_of(parts: Iterable[Truth]) -> Truth:
    """Every part holds."""
    return _joined(parts, absorbing=False)


def any_of(parts: Iterable[Truth]) -> Truth:
    """At least one part holds."""
    return _joined(parts, absorbing=True)


def _joined(parts: Iterable[Truth], *, absorbing: bool) -> Truth:
    some = [part for part in parts if part is not (not absorbing)]
    if any(part is absorbing for part in some):
        return absorbing
    expressions = [part for part in some if isinstance(part, nw.Expr)]
    if not expressions:
        return None if some else not absorbing
    joined = expressions[0]
    for part in expressions[1:]:
        joined = joined | part if absorbing else joined & part
    if len(expressions) == len(some):
        return joined
    return joined | expression(None) if absorbing else joined & expression(None)


def any_of_all(some: Iterable[tuple[Truth, ...]]) -> Truth:
    """Every part of at least one holds; what several begin with is asked once."""
    rest: dict[int, list[tuple[Truth, ...]]] = defaultdict(list)
    first: dict[int, Truth] = {}
    for parts in some:
        if not parts:
            return True
        first[id(parts[0])] = parts[0]
        rest[id(parts[0])].append(parts[1:])
    return any_of(all_of([part, any_of_all(rest[key])]) for key, part in first.items())


def opposite(part: Truth) -> Truth:
    """The part does not hold."""
    if isinstance(part, nw.Expr):
        return ~part
    return None if part is None else not part


def holds(part: Truth) -> Truth:
    """Certainly true: never unknown."""
    return part.fill_null(False) if isinstance(part, nw.Expr) else part is True


def unknown(part: Truth) -> Truth:
    """Neither true nor false: never unknown itself."""
    return part.is_null() if isinstance(part, nw.Expr) else part is None


def expression(part: Truth) -> nw.Expr:
    """The same, as a column."""
    return part if isinstance(part, nw.Expr) else nw.lit(part, dtype=nw.Boolean())
