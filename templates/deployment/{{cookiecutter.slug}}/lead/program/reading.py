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

from .parts import Agency, Body, Category, Cell, Never, Recipient, Role
from .whole import Program

FORMAT = 1
DATA = Path(os.environ.get("LEAD_DATA") or Path(__file__).resolve().parent.parent / "data")
"""The folder that is read: ``LEAD_DATA`` names another."""

T = TypeVar("T")
_NAMED = {"roles": Role, "agencies": Agency, "bodies": Body, "categories": Category, "recipients": Recipient}
_LISTED = {"cells": Cell, "never": Never}


@cache
def program() -> Program:
    """The program whose service this is."""
    return read(DATA)


def read(folder: Path) -> Program:
    """Read a program.

    Raises:
        ValueError: A file is of another form than this service reads.
    """
    policy = _bytes(folder, "policy")
    whole: dict[str, Any] = {
        "policy": json.loads(policy) if policy else None,
        "policy_digest": hashlib.sha256(policy).hexdigest() if policy else "",
        **{name: _file(folder, name) for name in ("forms", "services", "measures", "texts")},
    }
    for name in ("program", "roles", "sharing", "clocks", "charges", "documents"):
        whole |= _file(folder, name)
    whole["pathways"] = whole["forms"].get("pathways")
    whole["consents"] = _file(folder, "consents").get("releases")
    for name, kind in _NAMED.items():
        whole[name] = {id_: _one(kind, {**one, "id": id_}) for id_, one in whole.get(name, {}).items()}
    for name, kind in _LISTED.items():
        whole[name] = [_one(kind, one) for one in whole.get(name, ())]
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


def _one(kind: type[T], held: Mapping[str, Any]) -> T:
    """Make a part of what a file says of it; what the service does not ask is left, what is null keeps its default."""
    known = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _frozen(value) for name, value in held.items() if name in known and value is not None})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
