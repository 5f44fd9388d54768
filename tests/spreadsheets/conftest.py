"""A small program, and spreadsheets made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from leadkit.cli.group import command
from leadkit.model.load import load
from leadkit.source.tree import find, plain

PROGRAM = """\
schema_version: 1
program:
  name: Pine County LEAD
  as_of: 2026-11-24
areas:
  downtown: {name: Downtown core, kind: named}
"""
AGENCIES = """\
# The partners, as of the kickoff.
agencies:
  pine-police:
    legal_name: Pine City Police Department   # as it signs
    name: Pine Police
    abbreviation: PPD
    type: police

  # The clinic joins in spring.
  harbor:
    legal_name: 'Harbor Clinic, Inc.'
    type: treatment_provider
    contacts:
      desk: {kind: referrals, phone: 360-555-0150}
    notes: >-
      Ask them about
      evening hours.
  # Nobody else has said yes.

"""
SERVICES = """\
services:
  categories:
    food: {kind: food, name: Food}
  providers:
    mill-street-shelter:
      name: Mill Street Shelter
      categories: food
      hours: 24/7
  caseload_ratio: 20
"""


def entry(folder: Path, *path: str) -> Any:
    """What a program says at a path; None where it says nothing."""
    node = find(load(folder).source.root, path)
    return None if node is None else plain(node)


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of each file."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a small program."""
    folder = tmp_path / "pine"
    folder.mkdir()
    for name, text in {"program": PROGRAM, "agencies": AGENCIES, "services": SERVICES}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Write a .csv file from its text or bytes."""

    def write(content: str | bytes, name: str = "list.csv") -> Path:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    return write


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write an .xlsx workbook from its rows."""

    def write(rows: Sequence[Sequence[object]], name: str = "list.xlsx") -> Path:
        workbook = Workbook()
        for row in rows:
            workbook.active.append(list(row))
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run ``leadkit import``; without ``--map`` for every column it is told --yes."""

    def call(what: str, file: Path, into: Path, *more: str, yes: bool = True) -> Result:
        arguments = ["import", what, str(file), "--into", str(into), *more, *(["--yes"] if yes else [])]
        result = CliRunner().invoke(command, arguments, standalone_mode=False)
        assert result.exception is None or not yes, result.output + repr(result.exception)
        return result

    return call
