"""Which fields of the model something reads: observed while it does, not guessed from its text."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import get_args

import pytest
from pydantic import BaseModel

from leadkit.model.base import Closed
from leadkit.model.walk import unwrap

Read = set[tuple[str, str]]
"""Fields, each with the class that declares it."""


def classes_in(annotation: object, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every class of object in a type, looking into collections too."""
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        if core not in seen:
            seen.add(core)
            for field in core.model_fields.values():
                classes_in(field.annotation, seen)
    else:
        for part in get_args(core):
            classes_in(part, seen)
    return seen


@cache
def homes_of(owner: type[BaseModel]) -> dict[str, str]:
    """The class that declares each field of a model."""
    return {
        name: next(_named(base) for base in owner.__mro__ if name in inspect.get_annotations(base))
        for name in owner.model_fields
    }


def _named(owner: type) -> str:
    """``eligibility.Limit``: the section or file of the model, and the class."""
    return f"{owner.__module__.removeprefix('leadkit.model.').split('.')[0]}.{owner.__name__}"


@contextmanager
def noting(read: Read, counts: Callable[[str], bool]) -> Iterator[None]:
    """Note each access to a field as long as the block lasts.

    Args:
        read: What is read is put here.
        counts: Whether an access from a file counts, by the path of that file with ``/`` between its steps.
    """
    plain = BaseModel.__getattribute__ if "__getattribute__" in BaseModel.__dict__ else object.__getattribute__

    @cache
    def reads(file: str) -> bool:
        return counts(file.replace("\\", "/"))

    def noted(self: BaseModel, name: str) -> object:
        # Millions of accesses are asked about: each question is answered once for a file and once for a class.
        if reads(sys._getframe(1).f_code.co_filename):
            names = homes_of(type(self))
            if name in names:
                read.add((names[name], name))
        return plain(self, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Closed, "__getattribute__", noted, raising=False)
        yield
