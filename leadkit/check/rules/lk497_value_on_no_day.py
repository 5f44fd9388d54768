"""LK497: versions of which none holds."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.versions import VERSIONS, mappings, versions_of
from leadkit.source.tree import Mapping

CODE = Code(
    code="LK497",
    name="value-on-no-day",
    severity=Severity.ERROR,
    summary="A value is written in versions, and none of them ever gives one.",
    why=(
        "A field with empty versions looks as if it were filled, and no document has anything to print from it. What "
        "is absent is said under open."
    ),
    wrong=("agencies:\n  sampleton-police:\n    sworn_officers: {versions: {2024: {ended: yes}}}\n"),
    right=("agencies:\n  sampleton-police:\n    sworn_officers: {versions: {2024: 120}}\n"),
)


def check_text(root: Mapping) -> Iterator[Diagnostic]:
    """Yield a finding for each group of versions that is empty, or in which every version ends the value."""
    for mapping in mappings(root):
        entry = mapping.entries.get(VERSIONS)
        if entry is None or not isinstance(entry.value, Mapping):
            continue
        if not entry.value.entries or all(version.ended for version in versions_of(mapping) or ()):
            yield CODE.at(
                entry.key.span,
                message="No version here gives a value, so there is none on any day.",
                remedy="Add the version that held, or take the field out and say under open why it is absent.",
            )
