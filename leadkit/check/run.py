"""Run every check over a program, on each day on which it changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from leadkit.check.cause import by_cause
from leadkit.check.gather import gathered
from leadkit.check.order import in_order
from leadkit.check.rule import Rule, TextRule, all_rules
from leadkit.check.shape import empty_values, shape_findings
from leadkit.check.stretches import over_days
from leadkit.check.subject import Subject

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction


def check(place: str | os.PathLike[str], on: date | None = None) -> tuple[Diagnostic, ...]:
    """Every finding about a program, in the order of its files and lines.

    Args:
        place: A folder, or ``git:REV:FOLDER``.
        on: Check the program as it stood on this day only; without it, on every day on which something begins.
    """
    from leadkit.model.load import load

    return check_jurisdiction(load(place), on)


def check_jurisdiction(jurisdiction: Jurisdiction, on: date | None = None) -> tuple[Diagnostic, ...]:
    """Every finding about a program that has been read."""
    days = (on,) if on else jurisdiction.epochs
    return in_order(gathered(over_days(by_cause(_findings(jurisdiction, days)), days)))


def _findings(jurisdiction: Jurisdiction, days: tuple[date, ...]) -> Iterator[Diagnostic]:
    yield from jurisdiction.source.diagnostics
    if not jurisdiction.source.root.entries:
        return
    yield from empty_values(jurisdiction.source.root)
    rules: list[Rule] = []
    for rule in all_rules():
        if isinstance(rule, TextRule):
            yield from rule.check_text(jurisdiction.source.root)
        else:
            rules.append(rule)
    for day in days:
        standing = jurisdiction.resolve(day)
        yield from shape_findings(standing, jurisdiction.source)
        # what was lost with an unreadable part would be missed all over the program
        if standing.program is None or jurisdiction.source.incomplete:
            continue
        subject = Subject(jurisdiction, standing, standing.program)
        for rule in rules:
            if not subject.broken.intersection(rule.READS):
                yield from rule.check(subject)
