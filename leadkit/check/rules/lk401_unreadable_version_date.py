"""LK401: a version whose first day cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.versions import VERSIONS, mappings, read_date
from leadkit.source.tree import Mapping

CODE = Code(
    code="LK401",
    name="unreadable-version-date",
    severity=Severity.ERROR,
    summary="A version is named by something that is not a date.",
    why="Each version of a value is named by its first day, written as a year, a year and month, or a day. A version "
    "whose day cannot be read would never come into force.",
    wrong="eligibility:\n  amounts:\n    opiates:\n      versions:\n        spring 2014: {at_most: 6 g}\n",
    right="eligibility:\n  amounts:\n    opiates:\n      versions:\n        2014-04: {at_most: 6 g}\n",
)


def check_text(root: Mapping) -> Iterator[Diagnostic]:
    """Yield a finding for each version without a readable date, and for versions that are not fields."""
    for mapping in mappings(root):
        entry = mapping.entries.get(VERSIONS)
        if entry is None:
            continue
        versions = entry.value
        if not isinstance(versions, Mapping):
            yield CODE.at(
                entry.key.span,
                message='"versions" must hold one entry for each version, named by its first day.',
                remedy="Write the first day of each version as a field below it, such as 2024-01-01.",
            )
            continue
        for version in versions.entries.values():
            if read_date(version.key) is None:
                yield CODE.at(
                    version.key.span,
                    message=f'"{version.key.value}" is not a date, so this version would never hold.',
                    remedy="Name the version by its first day: YYYY, YYYY-MM or YYYY-MM-DD.",
                )
