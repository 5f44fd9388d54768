"""A day on which something ends, or must be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which something ends, or by which it must be done.

    Attributes:
        what: What it is, in words.
        first: The first day that its date may mean.
        last: The last day that it may mean; equal to ``first`` where it is known to the day.
        date: The date as it was written; where it was counted, the day.
        path: The field of the program that it comes from.
        owner: Who must see to it, by id or title; empty where the program does not say.
        asks: Whether somebody has something to do, so that it can be overdue.
        counted: How its day was counted; empty where it was written.
    """

    what: str
    first: date
    last: date
    date: str
    path: str
    owner: str = ""
    asks: bool = True
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Something that falls due on a day that cannot be counted, with the reason."""

    what: str
    path: str
    why: str


Found = Event | Uncounted
