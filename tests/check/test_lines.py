"""What stands on which line is the business of one reader: the excerpt and the corrected line follow it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.model.load import load
from leadkit.report import text
from leadkit.resources import programs


@pytest.mark.parametrize("separator", ["\u2028", "\x85"], ids=["line separator", "next line"])
def test_a_separator_that_is_no_line_break_moves_neither_excerpt_nor_correction(separator: str, tmp_path: Path) -> None:
    folder = tmp_path / "county"
    shutil.copytree(programs() / "example-county", folder)
    file = folder / "agreement.yaml"
    written = file.read_text(encoding="utf-8").replace(
        "agreement:\n", f"agreement:\n  # a{separator}b{separator}c\n", 1
    )
    file.write_text(written.replace("  governing_law:", "  governing_lw:", 1), encoding="utf-8")
    found = [one for one in check(folder) if one.code == "LK201"]
    assert [one.correction for one in found] == ["governing_law:"]
    assert "| governing_lw:" in " ".join(text.render(found, load(folder).source.files).split())
