"""What check says of mistakes that were made, and how often it names the right line."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from leadkit.check import check_jurisdiction
from leadkit.diagnostic import Diagnostic
from leadkit.model.load import Jurisdiction, load
from tests.mistakes.operators.ground import Ground
from tests.mistakes.operators.made import Made
from tests.mistakes.operators.making import make
from tests.mistakes.workshop import Workshop


@dataclass(frozen=True)
class Verdict:
    """What came of one mistake.

    Attributes:
        made: The mistake.
        found: What check says that it does not say of the sound program.
        failure: Where leadkit itself failed; empty for the most part.
    """

    made: Made
    found: tuple[Diagnostic, ...]
    failure: str = ""

    @property
    def seen(self) -> bool:
        """Whether anything is found."""
        return bool(self.found)

    @property
    def placed(self) -> bool:
        """Whether a finding begins on a line that may be named."""
        return any(one.spans and self._right(one) for one in self.found)

    @property
    def alone(self) -> bool:
        """Whether all that is found is on such a line."""
        return self.seen and all(one.spans and self._right(one) for one in self.found)

    def _right(self, one: Diagnostic) -> bool:
        first = one.spans[0]
        return Path(first.file).name == Path(self.made.file).name and first.line in self.made.lines


def judged(program: Path, place: Path, count: int) -> Iterator[Verdict]:
    """Make mistakes in a copy of a program, one after the other, and check it each time."""
    workshop = Workshop(program, place)
    ground = Ground(workshop.folder)
    day = ground.jurisdiction.as_of
    sound = frozenset(_told(ground.jurisdiction, day))
    for made in make(ground, count):
        with workshop.changed({Path(made.file).name: made.text.encode()}) as folder:
            try:
                found = _told(load(folder), day)
            except Exception:
                yield Verdict(made, (), traceback.format_exc())
                continue
        yield Verdict(made, tuple(_new(found, sound)))


def _told(jurisdiction: Jurisdiction, day: date) -> dict[tuple[str, str], Diagnostic]:
    return {(one.code, one.message): one for one in check_jurisdiction(jurisdiction, day)}


def _new(found: dict[tuple[str, str], Diagnostic], sound: frozenset[tuple[str, str]]) -> Iterator[Diagnostic]:
    yield from (one for told, one in found.items() if told not in sound)
