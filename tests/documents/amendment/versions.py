"""Versions of the example county, each a change of its YAML."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from leadkit.documents.amendment.drafting import Amended, amended
from leadkit.model.load import load
from leadkit.model.standing import Standing
from leadkit.resources import programs

Edit = tuple[str, str, str]
"""A file, a text that stands in it once or more, and what stands in its first place instead."""

LISTED: Edit = (
    "agreement.yaml",
    "  new_parties:\n",
    "    third:\n      number: Amendment No. 3\n      dated: 2026-12-01\n"
    "      changes: It lengthened the notice of withdrawal.\n  new_parties:\n",
)
NOTICE: Edit = ("agreement.yaml", "    notice: 30 days\n    clerical:", "    notice: 45 days\n    clerical:")


_FOLDER = tempfile.TemporaryDirectory()
"""Where the versions lie until the tests are over: clauses of their own are read when they are printed."""


@cache
def version(*edits: Edit) -> Standing:
    """The county with some edits, as it stands on its day."""
    place = Path(_FOLDER.name) / str(len(list(Path(_FOLDER.name).iterdir()))) / "example-county"
    folder = Path(shutil.copytree(programs() / "example-county", place))
    for file, old, new in edits:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r} any more"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    jurisdiction = load(str(folder))
    return jurisdiction.resolve(jurisdiction.as_of)


@cache
def drafted(*edits: Edit, number: str = "", effective: date | None = None) -> Amended:
    """The amendment from the county to an edited one."""
    made = amended(version(), version(*edits), "mou", number=number, effective=effective)
    assert isinstance(made, Amended)
    return made
