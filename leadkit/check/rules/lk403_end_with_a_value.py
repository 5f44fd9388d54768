"""LK403: a version that ends a value and says something else besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, listed, nearest
from leadkit.model.prune import steps_in
from leadkit.model.versions import ENDED
from leadkit.source.tree import Mapping

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from leadkit.model.ending import WrittenEnding

CODE = Code(
    code="LK403",
    name="end-with-a-value",
    severity=Severity.ERROR,
    summary="A version that ends a value holds something that an end cannot hold.",
    why="Where a version says ended, nothing holds from its first day on. A limit written beside it would hold on no "
    "day, and a misspelt field would lose the source of the end.",
    wrong="eligibility:\n  amounts:\n    opiates:\n      versions:\n"
    "        2014: {at_most: 6 g}\n        2019: {ended: true, at_most: 3 g}\n",
    right="eligibility:\n  amounts:\n    opiates:\n      versions:\n"
    "        2014: {at_most: 6 g}\n        2019: {ended: true, sources: [EX-1]}\n",
)


def check_text(root: Mapping) -> Iterator[Diagnostic]:
    """Yield a finding for each thing that an ending says and cannot say."""
    from leadkit.model.ending import endings

    for written in endings(root):
        yield from (_finding(written, error) for error in written.errors)


def _finding(written: WrittenEnding, error: ErrorDetails) -> Diagnostic:
    from leadkit.check.locate import locate
    from leadkit.model.ending import Ending

    fields = written.version.entry.value
    assert isinstance(fields, Mapping)
    path = steps_in(fields, error["loc"])
    name = str(error["loc"][0])
    place = ".".join(str(step) for step in (*written.path, *path))
    if name in Ending.model_fields:
        return CODE.at(
            locate(fields, path, of_key=False),
            message=f'"{name}" cannot be read beside ended.',
            remedy=str(Ending.model_fields[name].description),
            path=place,
        )
    meant = nearest(name, Ending.model_fields)
    others = listed([other for other in Ending.model_fields if other != ENDED])
    return CODE.at(
        locate(fields, path, of_key=True),
        message=f'"{name}" holds on no day, for the value ends with this version.',
        remedy=f'Did you mean "{meant}"?' if meant else f"Take it out. Beside ended stand only {others}.",
        path=place,
    )
