"""Two versions of a program, each on its day, for the commands that compare their documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.model.standing import Standing
    from leadkit.source import Source


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a program.

    Attributes:
        old: The program as it was.
        new: The program as it is.
        files: The texts of both, for the excerpts.
        errors: What keeps documents of either from being made.
        source: What the new one was read from.
    """

    old: Standing
    new: Standing
    files: Mapping[str, str]
    errors: tuple[Diagnostic, ...]
    source: Source


def versions_of(old: str, new: str, on_old: date | None, on: date | None) -> Versions:
    """Read two versions of a program; both may be one program on two days."""
    from leadkit.model.load import load

    before = load(old)
    after = before if new == old else load(new)
    errors = tuple(dict.fromkeys((*_errors(before, on_old), *_errors(after, on))))
    files = {**before.source.files, **after.source.files}
    return Versions(before.resolve(on_old), after.resolve(on), files, errors, after.source)


def _errors(jurisdiction: Jurisdiction, on: date | None) -> list[Diagnostic]:
    """What keeps a program's documents from being made on a day."""
    from leadkit.check.run import check_jurisdiction
    from leadkit.cli.building import no_program

    found = check_jurisdiction(jurisdiction, on or jurisdiction.as_of)
    return [*(one for one in found if one.is_error), *no_program(jurisdiction.source)]
