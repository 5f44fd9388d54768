"""The papers of one program printed on several cores, where the system can divide a process in two."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

_FEW = 4
"""So few papers are printed before a second process has begun."""

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def side_by_side(make: Callable[[Thing], Made], things: Sequence[Thing], *, cores: int) -> list[Made]:
    """Make something of each thing, in the order given; what is made goes from one process to another.

    Args:
        make: Makes it; what it knows is handed on by dividing the process, and is never packed.
        things: Of what; the first are begun first.
        cores: How many processes there may be.
    """
    cores = min(cores, os.cpu_count() or 1, len(things))
    if cores < 2 or len(things) <= _FEW or not can_divide():
        return [make(each) for each in things]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(cores, multiprocessing.get_context("fork"), _known(make, things)) as pool:
        return [cast("Made", each) for each in pool.map(_made, range(len(things)))]


def can_divide() -> bool:
    """Whether this process can be divided safely: a Mac's own libraries do not bear it, and Windows cannot.

    Typst sets pages on threads of its own, and a process that is divided once they run waits for them for ever.
    """
    return sys.platform == "linux" and "typst" not in sys.modules


_MAKE: list[Callable[[int], object]] = []
"""How the processes of a pool make the thing of a number: each knows it from its beginning."""


def _known(make: Callable[[Thing], Made], things: Sequence[Thing]) -> Callable[[], None]:
    return lambda: _MAKE.append(lambda index: make(things[index]))


def _made(index: int) -> object:
    return _MAKE[-1](index)
