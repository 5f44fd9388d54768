"""Make mistakes in a program, each another, the same ones each time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.mistakes.operators import marks, names, places, values
from tests.mistakes.operators.ground import Ground
from tests.mistakes.operators.made import OPERATORS, Made

__all__ = ["make", "marks", "names", "places", "values"]


def make(ground: Ground, count: int) -> Iterator[Made]:
    """Mistakes by one operator after the other, until there are ``count`` or no operator finds a new place."""
    seen: set[tuple[str, str]] = set()
    order = Random(ground.name).sample(list(OPERATORS), len(OPERATORS))
    finding = {name: _places(ground, name) for name in order}
    while finding and len(seen) < count:
        for name in list(finding):
            made = next((one for one in finding[name] if (one.file, one.text) not in seen), None)
            if made is None:
                del finding[name]
            elif len(seen) < count:
                seen.add((made.file, made.text))
                yield made


def _places(ground: Ground, name: str) -> Iterator[Made]:
    """What an operator makes of every field, in an order of its own."""
    random = Random(f"{ground.name} {name}")
    fields = list(ground.fields)
    random.shuffle(fields)
    for field in fields:
        change = OPERATORS[name](ground, field, random)
        if change and change[2]:
            file, text, lines = change
            yield Made(name, file, text, frozenset(lines))
