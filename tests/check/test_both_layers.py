"""A finding in a folder that extends another points at both layers."""

from __future__ import annotations

import os
from pathlib import Path

from leadkit.check import check
from leadkit.diagnostic import Diagnostic
from leadkit.resources import programs


def _over(folder: Path, text: str) -> list[Diagnostic]:
    """Check a folder laid over the example county."""
    folder.mkdir()
    base = Path(os.path.relpath(programs() / "example-county", folder)).as_posix()
    (folder / "over.yaml").write_text(f"extends: {base}\n{text}", encoding="utf-8")
    return [one for one in check(folder) if one.code not in ("LK177", "LK303")]


def _places(one: Diagnostic) -> list[str]:
    return [span.file.rpartition("/")[2] for span in one.spans]


def test_a_wrong_value_is_shown_where_it_is_and_where_the_base_had_set_it(tmp_path: Path) -> None:
    (found,) = _over(tmp_path / "north", "change: {agreement: {withdrawal: {notice: 90}}}\n")
    assert (found.code, found.path) == ("LK204", "agreement.withdrawal.notice")
    assert _places(found) == ["over.yaml", "agreement.yaml"]


def test_a_reference_to_what_was_removed_shows_the_removal(tmp_path: Path) -> None:
    found = _over(tmp_path / "north", "remove: {measures.indicators.referrals: {reason: Not counted.}}\n")
    assert {one.code for one in found} == {"LK301"}
    assert [_places(one) for one in found] == [["measures.yaml", "over.yaml"]] * len(found)
    assert 'There is no measure "referrals" any more.' in {one.message for one in found}


def test_what_is_missing_because_it_was_removed_shows_the_removal(tmp_path: Path) -> None:
    found = _over(tmp_path / "north", "remove: {agreement.withdrawal.notice: {reason: None is needed.}}\n")
    assert [_places(one) for one in found if one.path == "agreement.withdrawal.notice"] == [
        ["agreement.yaml", "over.yaml"]
    ]


def test_a_finding_in_a_base_alone_has_one_place(tmp_path: Path) -> None:
    (found,) = _over(tmp_path / "north", "add: {agencies: {clinic: {legal_name: Clinic}}}\n")
    assert (found.code, _places(found)) == ("LK202", ["over.yaml"])
