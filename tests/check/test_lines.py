"""What stands on which line is the business of one reader: the excerpt and the corrected line follow it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.model.load import load
from leadkit.report import text
from leadkit.report.report import Report
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
    assert "| governing_lw:" in " ".join(text.render(Report(found, load(folder).source.files)).split())


def test_a_value_of_another_layer_is_found_where_that_layer_wrote_it(tmp_path: Path) -> None:
    shutil.copytree(programs() / "example-county", tmp_path / "base")
    (tmp_path / "own").mkdir()
    written = "extends: ../base\nchange:\n  program:\n    dates:\n      launched: {a: b}\n      announced: [2024]\n"
    (tmp_path / "own" / "own.yaml").write_text(written, encoding="utf-8")
    found = [(one.code, one.spans[0].file, one.spans[0].line) for one in check(tmp_path / "own") if one.spans]
    assert ("LK206", (tmp_path / "own" / "own.yaml").as_posix(), 5) in found
