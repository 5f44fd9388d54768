"""``leadkit status`` as a planner types it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.documents.status.standing import ProgramStatus
from leadkit.report.status import render_text
from leadkit.resources import programs

COUNTY = programs() / "example-county"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leadkit with one document more than those that the test builds."""
    monkeypatch.setattr("leadkit.documents.paper.document_ids", lambda root: ("partner-list", "service-directory"))


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, [*map(str, arguments)], standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return result.exception.exit_code, result.exception.format_message()
    assert result.exception is None, result.output
    return result.return_value or 0, result.output


def test_a_planner_reads_who_signed_what_is_due_and_what_is_stale(tmp_path: Path) -> None:
    code, printed = _run("status", COUNTY, "--out", tmp_path, "--exit-code")
    assert (code, "Nothing was built there. Run: leadkit build" in printed) == (0, True)
    assert _run("build", COUNTY, "--document", "partner-list", "--format", "md", "--out", tmp_path)[0] == 0
    (tmp_path / "example-county" / "partner-list.md").write_text("Mine.", encoding="utf-8")
    assert _run("build", COUNTY, "--document", "partner-list", "--format", "html", "--out", tmp_path)[0] == 0
    code, printed = _run("status", COUNTY, "--out", tmp_path, "--exit-code", "--on", "2027-03-10")
    assert code == 1
    assert "  The memorandum now printed is version 1.2" in printed
    assert "Example County Law Enforcement Assisted Diversion, on 2027-03-10" in printed
    assert "    Mayor: signed 2023-12-18, in ink; before Amendment No. 1 and Amendment No. 2" in printed
    assert "  2027-03, perhaps over already: The report of the evaluation is due" in printed
    assert "partner-list (partner-list.md), as of 2026-11-24: changed after it was built: partner-list.md" in printed
    assert "  Never built: service-directory" in printed


def test_a_draft_is_told_to_be_one() -> None:
    """The signatures below it are those of the text before."""
    status = ProgramStatus("Maple", date(2027, 3, 10), (), True, "1.3", "", (), 90, (), (), Path("out"), (), None)
    assert "  The memorandum now printed is a draft of version 1.3.\n" in render_text(status, "maple")


def test_a_program_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "example-county").mkdir()
    (tmp_path / "example-county" / "build.json").write_text("{", encoding="utf-8")
    code, printed = _run("status", COUNTY, "--out", tmp_path, "--format", "json", "--exit-code")
    told = json.loads(printed)
    assert (code, told["in_order"], told["on"]) == (1, False, "2026-11-24")
    assert told["findings"][0]["code"] == "LK761"
    assert told["parties"][0]["signatures"][0]["date"] == "2023-12-18"
    assert [each["days"] for each in told["due"]] == sorted(each["days"] for each in told["due"])


def test_a_folder_that_is_no_program_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("[", encoding="utf-8")
    code, printed = _run("status", tmp_path)
    assert code == 1
    assert "leadkit check" in printed


def test_a_base_is_told_to_be_one(tmp_path: Path) -> None:
    code, printed = _run("status", programs() / "new-mexico-base")
    assert (code, "is a base, and no program" in printed) == (1, True)
