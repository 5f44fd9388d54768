"""LK402: versions or dates of one value that overlap or are in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.versions import FROM, UNTIL, mappings, read_date, value_of, versions_of
from leadkit.source.tree import Mapping

CODE = Code(
    code="LK402",
    name="overlapping-versions",
    severity=Severity.ERROR,
    summary="Two versions of one value may begin on the same day, or a value ends before it begins.",
    why="A document must say which rule held on a date. A version that begins in 2014 and another that begins in "
    "2014-06 leave it unclear which came first, because the first may begin in December.",
    wrong="eligibility:\n  amounts:\n    opiates:\n      versions:\n        2014: {at_most: 6 g}\n"
    "        2014-06: {at_most: 3 g}\n",
    right="eligibility:\n  amounts:\n    opiates:\n      versions:\n        2014-04: {at_most: 6 g}\n"
    "        2014-06: {at_most: 3 g}\n",
)


def check_text(root: Mapping) -> Iterator[Diagnostic]:
    """Yield a finding for each pair of versions that may begin together, and for an end before its beginning."""
    for mapping in mappings(root):
        for earlier, later in pairwise(versions_of(mapping) or ()):
            if later.begins.first <= earlier.begins.last:
                yield CODE.at(
                    later.entry.key.span,
                    earlier.entry.key.span,
                    message=f"The version of {later.begins} may begin on the same day as that of {earlier.begins}.",
                    remedy="Write both first days precisely enough to tell which came first.",
                )
        begins, ends = read_date(value_of(mapping, FROM)), read_date(value_of(mapping, UNTIL))
        if begins is not None and ends is not None and ends.last < begins.first:
            yield CODE.at(
                mapping.entries[UNTIL].value.span,
                mapping.entries[FROM].value.span,
                message=f"This ends on {ends}, before it begins on {begins}.",
                remedy="Correct one of the two dates.",
            )
