"""What the program leaves open of its rules, so that a decision can say what it does not rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from leadkit.model.resolve import Gone
from leadkit.model.walk import along, silences
from leadkit.policy.policy import Open, Why

if TYPE_CHECKING:
    from leadkit.model.open import OpenEntry
    from leadkit.model.standing import Standing
    from leadkit.model.walk import Path
    from leadkit.policy.compile.builder import Builder

_IN_PROGRAM = ("program.several_charges", "program.unit_of_decision")

_OF_PATHWAYS = frozenset({
    "enabled", "areas", "hours", "requires_probable_cause", "consent_from", "only_with_capacity", "lookback",
    "same_area", "verification", "risk_basis", "nexus", "police_clearance",
})  # fmt: skip
"""The fields of a pathway that decide who is eligible by it; the others say how it works."""

_OF_AREAS = frozenset({"hours", "includes", "indian_country"})

_OF_TRIBES = frozenset({"agreement", "handling"})
"""The fields of Indian country that say on what terms people are referred there."""

_BESIDE = frozenset({"acceptance", "priority_groups", "reviewed_every", "target"})
"""What stands under eligibility and decides of no case."""


def gaps(builder: Builder, standing: Standing, steps_of: Callable[[str], Path]) -> tuple[Open, ...]:
    """The open fields of the rules, in the order of their paths."""
    found = {
        one.path: one
        for one in (*_unsaid(builder, standing), *_not_known(builder, standing), *_said(builder, steps_of))
    }
    return tuple(found[path] for path in sorted(found))


def _said(builder: Builder, steps_of: Callable[[str], Path]) -> Iterator[Open]:
    """What stands under ``open`` of something that there is on the day."""
    entries = dict(builder.said.concrete(builder.program))
    for path, entry in builder.program.open.items():
        if entry.partly and entry.holds(builder.on):
            entries.setdefault(path, entry)
    for path, entry in entries.items():
        steps = tuple(str(step) for step in steps_of(path))
        if entry.why != "none" and _decides(steps) and None not in along(builder.program, steps[:-1]):
            yield Open(
                path=path, why=Why(entry.why), partly=entry.partly, text=_text(entry),
                pathways=_pathways(builder, steps),
            )  # fmt: skip


def _text(entry: OpenEntry) -> str | None:
    return entry.question if entry.why == "undecided" else entry.remark if entry.why == "undocumented" else None


def _not_known(builder: Builder, standing: Standing) -> Iterator[Open]:
    """What changed on a day that is not known, where the day asked about lies within it."""
    for path, (gone, _) in standing.resolution.gone.items():
        steps = tuple(str(step) for step in path)
        if gone is Gone.NOT_KNOWN and _decides(steps):
            yield Open(path=".".join(steps), why=Why.NOT_KNOWN, pathways=_pathways(builder, steps))


def _unsaid(builder: Builder, standing: Standing) -> Iterator[Open]:
    """What has to be said and is not, which is a finding of its own."""
    gone = standing.resolution.gone
    for section in ("eligibility", "pathways", "areas"):
        for place in silences(getattr(builder.program, section), (section,)):
            steps = tuple(str(step) for step in place.path)
            held = any(steps[:length] in gone for length in range(1, len(steps) + 1))
            if not held and builder.said.of(steps) is None and _decides(steps):
                yield Open(path=".".join(steps), why=Why.UNSAID, pathways=_pathways(builder, steps))


def _decides(steps: tuple[str, ...]) -> bool:
    """Whether a field, or something within it, bears on who is eligible."""
    section, *rest = steps
    if section == "program":
        return not rest or ".".join(steps) in _IN_PROGRAM
    if section == "eligibility":
        return not rest or rest[0] not in _BESIDE
    if section == "areas" and rest[1:2] == ["indian_country"] and not _OF_TRIBES.issuperset(rest[2:]):
        return False
    named = {"pathways": _OF_PATHWAYS, "areas": _OF_AREAS}.get(section)
    return named is not None and (len(rest) < 2 or rest[1] in named)


def _pathways(builder: Builder, steps: tuple[str, ...]) -> tuple[str, ...]:
    """The pathways that a field is about: its own, those of its rule, else all."""
    if steps[0] == "pathways" and len(steps) > 1 and steps[1] in builder.program.pathways:
        return (steps[1],)
    rule = ".".join(steps[:3])
    named = {one for made in builder.rules if made.id == rule for one in made.pathways}
    return tuple(one for one in builder.pathways if not named or one in named)
