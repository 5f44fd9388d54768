"""Which errors keep rules from being run: what is not right in its text or its shape is not looked at any further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.check.hiding import hides_others
from leadkit.check.rule import TextRule, all_rules
from leadkit.check.subject import Subject
from leadkit.migrate.codes import NEWER_FORMAT, OLD_FORMAT
from leadkit.source.codes_overlay import OTHER_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction

_STOPS_ALL = frozenset(code.code for code in (NEWER_FORMAT, OLD_FORMAT, OTHER_VERSION))


def holding_back(
    jurisdiction: Jurisdiction, found: Iterable[Diagnostic], on: date | None = None
) -> tuple[Diagnostic, ...]:
    """The errors because of which a rule was not run; none where every rule was run.

    Args:
        jurisdiction: The program.
        found: What was found in it.
        on: The day on which it was checked; without it, every day on which something begins.
    """
    errors = tuple(one for one in found if hides_others(one))
    if not errors or jurisdiction.source.base:  # what a base lacks is looked for in those that extend it
        return ()
    days = (on,) if on else jurisdiction.epochs
    return errors if _held_back(jurisdiction, errors, days) else ()


def _held_back(jurisdiction: Jurisdiction, errors: Sequence[Diagnostic], days: Sequence[date]) -> bool:
    source = jurisdiction.source
    if source.incomplete or any(one.code in _STOPS_ALL for one in errors):
        return True
    if not source.root.entries:
        return False
    needed = {name for rule in all_rules() if not isinstance(rule, TextRule) for name in rule.READS}
    for day in days:
        standing = jurisdiction.resolve(day)
        if standing.program is None or Subject(jurisdiction, standing, standing.program).broken & needed:
            return True
    return False
