"""``leadkit amend`` as a planner types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.resources import programs
from tests.sampling import takes_long

COUNTY = programs() / "example-county"


def _amend(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["amend", *map(str, arguments)], standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value, result.output


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The county with one deadline changed, and the record of an amendment that led to another text."""
    new = Path(shutil.copytree(COUNTY, tmp_path / "county"))
    agreement = new / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    assert "    notice: 30 days\n    clerical:" in text
    agreement.write_text(
        text.replace("    notice: 30 days\n    clerical:", "    notice: 45 days\n    clerical:"), "utf-8"
    )
    (new / "amendments").mkdir()
    other = {"version": 1, "number": "Amendment No. 2", "to": "another text"}
    (new / "amendments" / "mou-amendment-2.json").write_text(json.dumps(other), encoding="utf-8")
    return new


def test_the_amendment_its_text_and_its_record_are_written_and_kept(changed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, printed = _amend(COUNTY, changed, "--format", "md", "--effective", "2027-01-01", "--keep", "--out", out)
    assert code == 0, printed
    names = ("mou-amendment-3.md", "mou-restated.md", "mou-amendment-3.json")
    assert sorted(each.name for each in (out / "county").iterdir()) == sorted(names)
    assert all(name in printed for name in names)
    assert "LK776 note: NEW does not list Amendment No. 3" in printed
    assert "LK775 warning: Amendment No. 2 leads to another text" in printed
    kept = changed / "amendments" / names[2]
    assert kept.read_bytes() == (out / "county" / names[2]).read_bytes()
    (out / "county" / names[0]).write_text("Counsel wrote here.", encoding="utf-8")
    about = changed / "program.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("name: ", "name: Other ", 1), encoding="utf-8")
    code, printed = _amend(COUNTY, changed, "--format", "md", "--out", out)
    assert code == 1 and "LK724" in printed
    assert "LK741 warning" in printed, "that it is the agreement of another program is told"
    assert (out / "county" / names[0]).read_text(encoding="utf-8") == "Counsel wrote here."


@takes_long
def test_the_kept_record_of_another_amendment_is_left_as_it_is(changed: Path, tmp_path: Path) -> None:
    kept = changed / "amendments" / "mou-amendment-3.json"
    kept.write_text('{"version": 1, "number": "Amendment No. 3"}', encoding="utf-8")
    asked = (COUNTY, changed, "--format", "md", "--keep", "--out", tmp_path / "out")
    code, printed = _amend(*asked)
    assert code == 1 and f"{kept.as_posix()} is there already" in printed
    assert json.loads(kept.read_text(encoding="utf-8")) == {"version": 1, "number": "Amendment No. 3"}
    assert _amend(*asked, "--overwrite")[0] == 0
    assert json.loads(kept.read_text(encoding="utf-8"))["sections"]


def test_a_program_with_errors_is_not_amended(changed: Path, tmp_path: Path) -> None:
    (changed / "more.yaml").write_text("nonsense: {}\n", encoding="utf-8")
    code, printed = _amend(COUNTY, changed, "--out", tmp_path / "out")
    assert code == 1 and "nonsense" in printed
    assert not (tmp_path / "out").exists()


def test_what_is_in_git_is_not_written_to() -> None:
    result = CliRunner().invoke(command, ["amend", str(COUNTY), "git:HEAD:county", "--keep"])
    assert result.exit_code == 2 and "What is in git stays as it is" in result.output
