"""What a clause may not do: it may come from a folder that anybody has written.

The sandbox keeps a clause from Python; these bounds keep it from what belongs to the composer, and from using up the
machine's memory and time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized

from jinja2 import nodes
from jinja2.exceptions import SecurityError

from leadkit.documents.codes import TAG, TEMPLATE
from leadkit.documents.template.problem import ClauseError

_CALCULATES = (nodes.Concat, nodes.Mul, nodes.Pow, nodes.Mod, nodes.Div, nodes.FloorDiv)
_LONGEST = 10_000
"""The longest list or text that two can be put together to, in members or letters."""
_PIECES, _LETTERS = 100_000, 2_000_000
"""How much one clause may print; the longest of the programs that come with leadkit prints a twentieth of it."""


def check_bounds(tree: nodes.Node, first: int, *, chooses: bool = False, hooks: bool = False) -> None:
    """Refuse what a clause may not do.

    Args:
        tree: The clause as it was written.
        first: The line of the file on which it begins.
        chooses: Whether an expression in it may choose between two values; in a sentence none may.
        hooks: Whether the tree holds the composer's own hooks, and no name of the clause looks like one.

    Raises:
        ClauseError: There is such a thing.
    """
    for found in tree.find_all((nodes.CondExpr, nodes.Name, nodes.Call, *_CALCULATES)):
        line = found.lineno + first - 1
        if isinstance(found, nodes.CondExpr) and not chooses:
            raise ClauseError(
                TAG, "An expression chooses words inside a sentence.",
                "Write each sentence in full, with {% if %} around the whole paragraph.", line,
            )  # fmt: skip
        if isinstance(found, nodes.Name) and found.name.startswith("_") and not hooks:
            raise ClauseError(TEMPLATE, f"A clause has no name {found.name}.", "Take it out.", line)
        if isinstance(found, nodes.Call) and not isinstance(found.node, nodes.Name):
            raise ClauseError(TEMPLATE, "A clause calls a part of a value.", "Use one of the filters.", line)
        if isinstance(found, _CALCULATES):
            raise ClauseError(TEMPLATE, "A clause does not calculate.", "Print the value as it is.", line)


def checked_length(value: object) -> object:
    """A value that two others were put together to.

    Raises:
        SecurityError: It is too long.
    """
    if isinstance(value, Sized) and len(value) > _LONGEST:
        raise SecurityError("A list or text is put together that is too long.")
    return value


def gathered(pieces: Iterable[str]) -> str:
    """What a clause prints, piece by piece.

    Raises:
        SecurityError: It is far more than any clause prints.
    """
    found: list[str] = []
    length = 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if len(found) > _PIECES or length > _LETTERS:
            raise SecurityError("The clause prints far more than a document can hold.")
    return "".join(found)
