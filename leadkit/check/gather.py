"""Gather the silences of one object into one finding, so that forty gaps in ten agencies are ten findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.check.rules.lk501_nothing_said import CODE

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic


def gathered(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, with those about silent fields of one object made into one; the others as they are."""
    silent: dict[str, dict[str, Diagnostic]] = defaultdict(dict)
    for one in found:
        if one.code == CODE.code and one.correction:
            silent[one.path.rpartition(".")[0]].setdefault(one.path, one)
        else:
            yield one
    for owner, fields in silent.items():
        yield _together(owner, list(fields.values()))


def _together(owner: str, silences: list[Diagnostic]) -> Diagnostic:
    first = silences[0]
    if len(silences) == 1:
        return first
    names = ", ".join(one.path.rpartition(".")[2] for one in silences)
    of = f'of "{owner}"' if owner else "of the program"
    what = "fields" if owner else "sections"
    return replace(
        first,
        message=f"Nothing is said about {len(silences)} {what} {of}: {names}.",
        remedy="Give them; leadkit explain tells what each holds. Or say why they are absent: add these lines under "
        "open, and correct them.",
        correction="\n".join(one.correction for one in silences if one.correction),
        path=owner,
        fields=tuple(one.path for one in silences),
    )
