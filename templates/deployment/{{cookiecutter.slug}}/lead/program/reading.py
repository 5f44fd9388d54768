"""Reads lead/data. leadkit writes these files; a file that does not go with the service stops it at once."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from .parts import Agency, Body, Category, Cell, Never, Program, Recipient, Role

FORMAT = 1
DATA = Path(os.environ.get("LEAD_DATA") or Path(__file__).resolve().parent.parent / "data")
"""The folder that is read: ``LEAD_DATA`` names another."""

T = TypeVar("T")


@cache
def program() -> Program:
    """The program whose service this is."""
    return read(DATA)


def read(folder: Path) -> Program:
    """Read a program.

    Raises:
        ValueError: A file is of another form than this service reads.
    """
    said, roles, sharing = _file(folder, "program"), _file(folder, "roles"), _file(folder, "sharing")
    forms = _file(folder, "forms")
    policy = _bytes(folder, "policy")
    whole: dict[str, Any] = {
        **said,
        "policy": json.loads(policy) if policy else None,
        "policy_digest": hashlib.sha256(policy).hexdigest() if policy else "",
        "roles": _many(Role, roles.get("roles", {})),
        "agencies": _many(Agency, roles.get("agencies", {})),
        "bodies": _many(Body, roles.get("bodies", {})),
        "outside": roles.get("outside", {}),
        "groups": sharing.get("groups", {}),
        "categories": _many(Category, sharing.get("categories", {})),
        "recipients": _many(Recipient, sharing.get("recipients", {})),
        "cells": [_one(Cell, cell) for cell in sharing.get("cells", ())],
        "never": [_one(Never, rule) for rule in sharing.get("never", ())],
        "safeguards": sharing.get("safeguards", {}),
        "accounting": sharing.get("accounting") or {},
        "criminal_history": sharing.get("criminal_history") or {},
        "forms": forms,
        "pathways": forms.get("pathways", {}),
        "consents": _entries(folder, "consents", "releases"),
        "clocks": _entries(folder, "clocks", "clocks"),
        "charges": _listed(folder, "charges", "charges"),
        "services": _file(folder, "services"),
        "measures": _file(folder, "measures"),
        "documents": _listed(folder, "documents", "documents"),
        "texts": _file(folder, "texts"),
    }
    return _one(Program, whole)


def _bytes(folder: Path, name: str) -> bytes:
    file = folder / f"{name}.json"
    return file.read_bytes() if file.is_file() else b""


def _file(folder: Path, name: str) -> dict[str, Any]:
    """What a file holds without its format; nothing where the program says nothing of it."""
    text = _bytes(folder, name)
    held = json.loads(text) if text else {"format": FORMAT}
    if not isinstance(held, dict) or held.pop("format", None) != FORMAT:
        raise ValueError(f"{folder / name}.json is not of form {FORMAT}. Was it made by another release of leadkit?")
    return held


def _entries(folder: Path, name: str, key: str) -> dict[str, Any]:
    """A mapping that stands under a key of its file, or is the file."""
    held = _file(folder, name)
    inner = held.get(key, held)
    return inner if isinstance(inner, dict) else {}


def _listed(folder: Path, name: str, key: str) -> list[Any]:
    held = _file(folder, name).get(key, [])
    return held if isinstance(held, list) else []


def _many(kind: type[T], held: Mapping[str, Mapping[str, Any]]) -> dict[str, T]:
    return {id_: _one(kind, {**one, "id": id_}) for id_, one in held.items()}


def _one(kind: type[T], held: Mapping[str, Any]) -> T:
    """Make a part of what a file says of it; what the service does not ask is left, what is null keeps its default."""
    known = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _frozen(value) for name, value in held.items() if name in known and value is not None})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
