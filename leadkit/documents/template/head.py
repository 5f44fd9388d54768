"""The head of a file of text: fields in YAML between two lines of ``---``, and the body below them."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from leadkit.documents.codes import LIBRARY
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.yaml_fields import yaml_fields
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Code
    from leadkit.source.tree import Plain

_FENCE = "---"


class Head:
    """The fields at the head of a file.

    Attributes:
        fields: What they hold, by name; every value is text, a list or a mapping.
        body: The text below the head.
        first_line: Line of the file on which the body begins.
    """

    def __init__(self, text: str, file: str, what: str = "clause", code: Code = LIBRARY) -> None:
        """Read the head of a text.

        Args:
            text: The whole file.
            file: Its display name.
            what: What kind of file it is, for the findings.
            code: The code of the findings.

        Raises:
            ClauseError: There is no head, or its YAML has an error.
        """
        self._what, self._code = what, code
        lines = text.replace("\r\n", "\n").split("\n")
        if lines[0] != _FENCE or _FENCE not in lines[1:]:
            raise self.problem(f"The {what} has no head.", "Begin with --- and end the head with ---.")
        end = lines.index(_FENCE, 1)
        try:
            self.fields: Mapping[str, Plain] = yaml_fields("\n".join(lines[1:end]) + "\n", file, line=2)
        except ClauseError as problem:
            raise ClauseError(code, problem.message, problem.remedy, problem.line) from problem
        self.body = "\n".join(lines[end + 1 :])
        self.first_line = end + 2

    def problem(self, message: str, remedy: str) -> ClauseError:
        """What is wrong with the head, to be raised."""
        return ClauseError(self._code, message, remedy, 1)

    def check(self, known: Sequence[str]) -> None:
        """Refuse a field that such a head does not have.

        Raises:
            ClauseError: There is one.
        """
        for name in self.fields:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                remedy = f"Write {near[0]}." if near else f"Use {', '.join(known)}."
                article = "an" if self._what[0] in "aeiou" else "a"
                raise self.problem(f"The head of {article} {self._what} has no field {name}.", remedy)

    def required(self, name: str) -> str:
        """The text of a field that such a head must have.

        Raises:
            ClauseError: It is missing, empty or no text.
        """
        text = self.text(name)
        if not text:
            raise self.problem(f"The head of the {self._what} lacks {name}.", f"Add {name}.")
        return text

    def text(self, name: str) -> str:
        """The text of a field; empty where it is missing.

        Raises:
            ClauseError: It is no text.
        """
        value = self.fields.get(name)
        if value is None or isinstance(value, str):
            return (value or "").strip()
        raise self.problem(f"{name} is not a text.", f"Write {name} on one line.")

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a field that is a list, or one text; none where it is missing.

        Raises:
            ClauseError: It is neither.
        """
        value = self.fields.get(name)
        if isinstance(value, str):
            return (value,)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(str(each) for each in value)
        raise self.problem(f"{name} is not a list of texts.", f"Write {name} as [one, two].")


def with_head(fields: Mapping[str, Plain], body: str) -> str:
    """A file of text with a head, as :class:`Head` reads it back."""
    return f"{_FENCE}\n{to_yaml(dict(fields))}{_FENCE}\n{body}"
