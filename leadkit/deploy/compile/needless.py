"""Which words of the flows the service would not miss, for another says the same to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.codes import NEEDLESS_WORD
from leadkit.deploy.compile.using import Cell, needless
from leadkit.diagnostic import listed

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.diagnostic import Diagnostic

_WHY = {"sender": "the records of both are those of one agency", "recipient": "whoever signs in as it is both"}


def find_needless(bench: Bench) -> None:
    """Find each sender or recipient of a flow, and each flow, that adds nothing in the service beside another."""
    found: dict[tuple[str, str, str, str], set[str]] = {}
    for cell, other in needless(bench).items():
        if cell.flow == other.flow or _names(cell) != _names(other):  # LK820 tells of two flows with the same names
            found.setdefault(_word(cell, other), set()).add(cell.category)
    for word in sorted(found):
        bench.find(_needless(bench, *word, sorted(found[word])))


def _names(cell: Cell) -> tuple[str, ...]:
    return cell.sender, cell.recipient, cell.category, cell.action.value, cell.purpose


def _word(cell: Cell, other: Cell) -> tuple[str, str, str, str]:
    """The flow, the field, the word in it, and what covers it."""
    if cell.flow != other.flow:
        return cell.flow, "flow", cell.flow, other.flow
    field = "sender" if cell.sender != other.sender else "recipient"
    return cell.flow, field, getattr(cell, field), getattr(other, field)


def _needless(bench: Bench, flow: str, field: str, word: str, other: str, categories: list[str]) -> Diagnostic:
    of, why = (f' as {field} of "{flow}"', f", for {_WHY[field]}") if field in _WHY else ("", "")
    where = ("sharing", "flows", flow, *([field] if field in _WHY else []))
    return NEEDLESS_WORD.at(
        bench.subject.key(*where),
        message=f'In the service "{word}"{of} adds nothing with {listed(categories)} beside "{other}"{why}.',
        remedy="Leave it if people should read it. To stop the sharing, strike both.",
        path=".".join(where),
    )
