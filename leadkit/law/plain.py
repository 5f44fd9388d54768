"""Reading plain text fields of law data, with a sentence for whatever cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from leadkit.diagnostic import nearest
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from leadkit.source.tree import Plain

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


class LawError(ValueError):
    """Something in law data that cannot be read.

    Attributes:
        path: The field, dotted, such as ``ny-pl-220.03.bands.1.level``.
        sentence: What is wrong, in one plain sentence.
    """

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(f"{path}: {sentence}")
        self.path = path
        self.sentence = sentence


class Fields:
    """The fields of one object, read by name; each name that is asked for counts as known.

    An absent field and an empty one (``~``) are the same: not researched.
    """

    def __init__(self, path: str, data: Plain) -> None:
        if not isinstance(data, Mapping):
            raise LawError(path, "there should be fields here")
        self.path = path
        self._data: Mapping[str, Plain] = data
        self._known: set[str] = set()

    def _get(self, name: str) -> Plain:
        self._known.add(name)
        return self._data.get(name)

    def at(self, name: str) -> str:
        """The dotted path of a field."""
        return f"{self.path}.{name}"

    def line(self, name: str) -> str | None:
        """One text."""
        value = self._get(name)
        if value is None or isinstance(value, str):
            return value
        raise LawError(self.at(name), "there should be one text here")

    def required(self, name: str) -> str:
        """One text that must be there."""
        value = self.line(name)
        if not value:
            raise LawError(self.path, f'the field "{name}" is missing')
        return value

    def flag(self, name: str) -> bool | None:
        """``yes`` or ``no``."""
        value = self.line(name)
        if value is None:
            return None
        if value.lower() in ("yes", "true"):
            return True
        if value.lower() in ("no", "false"):
            return False
        raise LawError(self.at(name), f'"{value}" should be yes or no')

    def word(self, name: str, kind: type[Word]) -> Word | None:
        """A word of a closed list."""
        value = self.line(name)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            near = nearest(value, kind)
            hint = f"; did you mean {near}?" if near else f"; the words are {', '.join(kind)}"
            raise LawError(self.at(name), f'"{value}" is not known here{hint}') from None

    def read(self, name: str, reader: Callable[[str], Value]) -> Value | None:
        """A text read by a parser that raises ``ValueError`` with a sentence."""
        value = self.line(name)
        if value is None:
            return None
        try:
            return reader(value)
        except ValueError as wrong:
            raise LawError(self.at(name), f'"{value}": {wrong}') from None

    def date(self, name: str) -> PartialDate | None:
        """A year, a year and month, or a day."""
        return self.read(name, PartialDate.parse)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        value = self._get(name)
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise LawError(self.at(name), "there should be a list of texts here")
        return tuple(item for item in items if isinstance(item, str))

    def items(self, name: str) -> Iterable[Fields]:
        """The objects of a list."""
        value = self._get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise LawError(self.at(name), "there should be a list here")
        return [Fields(f"{self.at(name)}.{index}", item) for index, item in enumerate(value)]

    def group(self, name: str) -> Fields | None:
        """The fields of an object inside this one."""
        value = self._get(name)
        return None if value is None else Fields(self.at(name), value)

    def entries(self, name: str) -> dict[str, Fields]:
        """The objects of a collection, by id."""
        value = self._get(name)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise LawError(self.at(name), "there should be entries with ids here")
        return {key: Fields(f"{self.at(name)}.{key}", item) for key, item in value.items()}

    def pairs(self, name: str) -> dict[str, Plain]:
        """The raw values of a collection, by id; an absent field has none."""
        value = self._get(name)
        return dict(value) if isinstance(value, Mapping) else {}

    def closed(self) -> None:
        """Refuse fields that nobody asked for.

        Raises:
            LawError: There is one.
        """
        for name in self._data:
            if name not in self._known:
                near = nearest(name, self._known)
                raise LawError(self.at(name), "there is no such field" + (f"; did you mean {near}?" if near else ""))
