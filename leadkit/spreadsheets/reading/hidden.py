"""What a sheet hides, which openpyxl does not tell of a sheet that is only read."""

from __future__ import annotations

from typing import IO
from xml.parsers import expat

from leadkit.spreadsheets.reading.table import MOST_COLUMNS

_YES = ("1", "true")


class Hidden:
    """The rows and columns of a sheet that are hidden, by a person, a filter or a group, or have no height or width.

    Attributes:
        rows: Their numbers.
        columns: The numbers of those among the columns that are read.
    """

    def __init__(self, part: IO[bytes]) -> None:
        self.rows: set[int] = set()
        self.columns: set[int] = set()
        self._number = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        try:
            parser.ParseFile(part)
        except expat.ExpatError:
            return  # openpyxl's parser ends there as well, and says so

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "row":
            self._number = int(float(attributes.get("r", self._number + 1)))
            if _is_hidden(attributes, "ht"):
                self.rows.add(self._number)
        elif name == "col" and _is_hidden(attributes, "width"):
            self.columns |= set(range(int(attributes["min"]), min(int(attributes["max"]), MOST_COLUMNS) + 1))


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in _YES or float(attributes.get(size, 1)) == 0
