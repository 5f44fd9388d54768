"""Writes the table of the explanation for counsel anew: ``python -m tests.docs.permissions``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "permissions-are-the-agreement.md"
HEAD = "| Annex | The annex says | Rests on | Rules |\n| --- | --- | --- | --- |\n"
_LINE = re.compile(r"(?P<to>To .+?)\. From: (?P<sender>.+?); What: (?P<what>.+?); How much, .+ Basis: (?P<basis>.+)\.")


def table(cells: Sequence[dict[str, Any]]) -> str:
    """A line of the sharing annex in each row, with how many rules of the service it became."""
    counted: dict[tuple[str, int, str], int] = {}
    for cell in cells:
        key = (str(cell["clause"]), int(cell["line"]), str(cell["words"]))
        counted[key] = counted.get(key, 0) + 1
    return HEAD + "".join(_row(*key, number) for key, number in sorted(counted.items(), key=_place))


def _place(entry: tuple[tuple[str, int, str], int]) -> tuple[list[int], int]:
    (clause, line, _words), _number = entry
    return [int(part) for part in clause.split(".")], line


def _row(clause: str, line: int, words: str, number: int) -> str:
    said = _LINE.fullmatch(words)
    assert said, words
    what = said["what"][0].lower() + said["what"][1:]
    return f"| {clause}, line {line} | {said['to']}, from {said['sender']}: {what} | {said['basis']} | {number} |\n"


def write() -> None:
    """Put the table of the example county into the page."""
    from tests.deploy.benches import cells_in, example_county

    text = PAGE.read_text(encoding="utf-8")
    start = text.index(HEAD)
    end = text.index("\n\n", start) + 1
    PAGE.write_text(text[:start] + table(cells_in(example_county())) + text[end:], encoding="utf-8")


if __name__ == "__main__":
    write()
