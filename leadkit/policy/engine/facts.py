"""The facts that a policy declares, and how an answer to each is read."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

from .dates import read_past

Read = Callable[[Any, date], Any]
"""Reads an answer, which is not None, on the day of the contact; a ValueError ends the sentence that begins with the
fact's name."""


_FEW = 12
"""As many options as a sentence can hold."""


LARGEST = 2**53 - 1
"""The largest number that all systems read from JSON as it is written."""


def whole(value: Any) -> int:
    """A whole number; 6.0 is one, for JSON does not tell it from 6, and other engines cannot.

    Raises:
        ValueError: It is no number, or not a whole one.
    """
    if type(value) is int:  # true and false are whole numbers to Python, and no answer here
        return value
    if type(value) is float and value.is_integer():
        return int(value)
    raise ValueError("must be a whole number")


class Fact:
    """A fact that a policy declares.

    Attributes:
        type: ``yes_no``, ``choice``, ``number`` or ``date``.
        options: The answers of a choice.
        at_most: The largest that a number can be, which may be without end.
        restricted: Whether it tells criminal history.
        plain: The answers that stand for themselves and need no reading.
        read: Reads any other answer.
    """

    __slots__ = ("at_most", "options", "plain", "read", "restricted", "type")

    def __init__(self, written: dict[str, Any]) -> None:
        self.type: str = written["type"]
        self.options: tuple[str, ...] = tuple(written.get("options") or ())
        most = written.get("at_most")
        self.at_most: float = math.inf if most is None else most
        self.restricted: bool = written.get("restricted", False)
        self.plain: frozenset[bool | str] = frozenset((True, False) if self.type == "yes_no" else self.options)
        self.read = _READERS[self.type](self)


class Collection:
    """A list that a case brings.

    Attributes:
        id: Its id.
        entry: What one of them is called.
        facts: The facts of an entry.
        restricted: Whether it tells criminal history.
    """

    __slots__ = ("entry", "facts", "id", "restricted")

    def __init__(self, id_: str, written: dict[str, Any]) -> None:
        self.id = id_
        self.entry: str = written["entry"]
        self.facts = {name: Fact(fact) for name, fact in written["facts"].items()}
        self.restricted: bool = written.get("restricted", False)


def _yes_no(_: Fact) -> Read:
    def read(value: Any, on: date) -> Any:
        raise ValueError("must be true or false")

    return read


def _choice(fact: Fact) -> Read:
    among = f"one of {', '.join(fact.options)}" if len(fact.options) <= _FEW else "one of the policy's options"

    def read(value: Any, on: date) -> Any:
        raise ValueError(f"must be {among}")

    return read


def _number(fact: Fact) -> Read:
    most = min(fact.at_most, LARGEST)

    def read(value: Any, on: date) -> Any:
        number = whole(value)
        if number < 0:
            raise ValueError("must not be negative")
        if number > most:
            raise ValueError(f"must be at most {most}")
        return number

    return read


def _date(_: Fact) -> Read:
    def read(value: Any, on: date) -> Any:
        if not isinstance(value, str):
            raise ValueError("must be a date, written as text")
        return read_past(value, on)

    return read


_READERS: dict[str, Callable[[Fact], Read]] = {"yes_no": _yes_no, "choice": _choice, "number": _number, "date": _date}
