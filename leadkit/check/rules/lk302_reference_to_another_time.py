"""LK302: an id that is declared, but not in force on the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import BaseModel

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.life import going_on
from leadkit.model.resolve import Gone
from leadkit.model.walk import along

if TYPE_CHECKING:
    from datetime import date

    from leadkit.check.subject import Subject
    from leadkit.model.walk import Path, Use

CODE = Code(
    code="LK302",
    name="reference-to-another-time",
    severity=Severity.WARNING,
    summary="A reference to something that is declared, but has ended or not begun on the day.",
    why="When a partner leaves or a rule ends, everything that still points to it must change on the same day. "
    "Otherwise the documents of that day name a partner or a rule that is no longer there.",
    wrong=(
        "agencies:\n"
        "  river-shelter:\n"
        "    {legal_name: River Shelter, type: housing_provider, form: nonprofit, can_sign: no, hipaa_status: none,\n"
        "     effective_until: 2025-06-30}\n"
        "services:\n"
        "  providers:\n"
        "    river-beds: {agency: river-shelter, categories: temporary-shelter}\n"
    ),
    right=(
        "agencies:\n"
        "  river-shelter:\n"
        "    {legal_name: River Shelter, type: housing_provider, form: nonprofit, can_sign: no, hipaa_status: none,\n"
        "     effective_until: 2025-06-30}\n"
        "services:\n"
        "  providers:\n"
        "    river-beds: {agency: river-shelter, categories: temporary-shelter, effective_until: 2025-06-30}\n"
    ),
)
READS: tuple[str, ...] = ()

_OVER = Gone.NOT_IN_FORCE


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each thing that is not in force on the day, with all that refers to it."""
    gone = {path: entry for path, (state, entry) in subject.standing.resolution.gone.items() if state is _OVER}
    names = {path[-1] for path in gone}
    found: dict[Path, list[Use]] = defaultdict(list)
    for use in subject.uses:
        if use.id not in names:
            continue
        targets = [(*collection.split("."), use.id) for collection in use.reference.collections]
        if not any(subject.has(*target) for target in targets) and _lives(subject, use.path):
            for target in gone.keys() & set(targets):
                found[target].append(use)
    for target, uses in found.items():
        noun = min((use.reference.noun for use in uses), key=len)
        first, *others = (subject.span(*use.path) for use in uses)
        yield CODE.at(
            first,
            gone[target].key.span,
            *others,
            message=f'{_refers(len(uses))} to the {noun} "{target[-1]}", which is not in force.',
            on=subject.on,
            remedy="Let both hold on the same days: date what refers to it with effective_from and "
            "effective_until, or correct the dates of what it refers to.",
            path=_dotted(uses[0].path),
            fields=tuple(_dotted(use.path) for use in uses),
        )


def _refers(times: int) -> str:
    return "This refers" if times == 1 else f"This and {times - 1} more refer"


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _lives(subject: Subject, path: Path) -> bool:
    """Whether what refers is itself going on: a phase that begins in 2023 needs nothing to be there before.

    A scenario is decided on a day of its own, and needs nothing to be there on another.
    """
    if path[0] == "scenarios":
        day = subject.program.scenarios[str(path[1])].on
        return subject.on == _looked_at(subject, day.first if day else subject.jurisdiction.as_of)
    return all(going_on(one, subject.on) for one in along(subject.program, path) if isinstance(one, BaseModel))


def _looked_at(subject: Subject, day: date) -> date | None:
    """The day among those looked at that stands for a day: what holds on it holds until the next."""
    return max((one for one in subject.jurisdiction.epochs if one <= day), default=None)
