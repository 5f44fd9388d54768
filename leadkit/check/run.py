"""Run every check over a program, on each day on which it changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from leadkit.check.cause import by_cause
from leadkit.check.gather import gathered
from leadkit.check.inherited import inherited_acts
from leadkit.check.layers import in_both_layers
from leadkit.check.order import in_order
from leadkit.check.rule import Rule, TextRule, all_rules
from leadkit.check.schema_copy import stale_copies
from leadkit.check.shape import empty_values, shape_findings
from leadkit.check.silence.apply import Checked, without_silenced
from leadkit.check.stretches import over_days
from leadkit.check.subject import Subject
from leadkit.migrate.versions import other_version
from leadkit.source.codes_overlay import OTHER_VERSION

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
    """Every finding about a program that has been read, without those that a comment in a file has answered."""
    return checked(jurisdiction, on).found


def checked(jurisdiction: Jurisdiction, on: date | None = None) -> Checked:
    """Every finding about a program that has been read, and those that a comment in a file has answered."""
    days = (on,) if on else jurisdiction.epochs
    found = gathered(over_days(by_cause(_findings(jurisdiction, days)), days))
    return without_silenced(in_order(in_both_layers(found, jurisdiction)), jurisdiction.source, every_day=on is None)


def _findings(jurisdiction: Jurisdiction, days: tuple[date, ...]) -> Iterator[Diagnostic]:
    source = jurisdiction.source
    other = other_version(source.root, source.name) if source.root.entries else None
    if other is not None:  # whatever else is found would be about fields that have other names today
        yield from (one for one in source.diagnostics if one.spans and one.spans[0].file in source.incomplete)
        yield other
        return
    yield from source.diagnostics
    yield from stale_copies(source)
    if not source.root.entries or any(one.code == OTHER_VERSION.code for one in source.diagnostics):
        return
    yield from empty_values(source.root)
    yield from inherited_acts(source)
    rules: list[Rule] = []
    for rule in all_rules():
        if isinstance(rule, TextRule):
            yield from rule.check_text(source.root)
        else:
            rules.append(rule)
    for day in days:
        standing = jurisdiction.resolve(day)
        yield from shape_findings(standing, source)
        # what was lost with an unreadable part, or is left to those who extend a base, would be missed all over
        if standing.program is None or source.incomplete or source.base:
            continue
        subject = Subject(jurisdiction, standing, standing.program)
        for rule in rules:
            if not subject.broken.intersection(rule.READS):
                yield from rule.check(subject)
