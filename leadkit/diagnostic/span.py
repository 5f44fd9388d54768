"""Where in the planner's text something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file, counted as an editor counts it.

    Attributes:
        file: Path of the file as the planner named the folder, with forward slashes.
        line: First line, from 1.
        column: First column, from 1, in characters.
        end_line: Line of the first character after the stretch.
        end_column: Column of the first character after the stretch.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @property
    def place(self) -> str:
        """The file and the line, as a reader is told; a folder or a whole file has no line to look at."""
        whole = (self.line, self.column, self.end_line, self.end_column) == (1, 1, 1, 1)
        return self.file if whole else f"{self.file}, line {self.line}"
