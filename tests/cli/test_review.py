"""``leadkit review``: it shows, asks, writes all or nothing, and lets build overwrite what was taken in."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command
from tests.documents.returned.conftest import MAPLE, built
from tests.documents.returned.edited import Draft, edited


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the county and its draft, as counsel gave it back."""
    shutil.copytree(MAPLE, tmp_path / "maple")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """Run a command; what it returns is its exit code."""
    result = CliRunner().invoke(command, words, standalone_mode=False)
    result.exit_code = result.return_value if result.exception is None else 2
    return result


def returned(desk: Path, words: str = "bears its own cost", new: str = "pays its own cost") -> str:
    content = edited(built(desk / "maple"), lambda draft: draft.write(words, new))
    (desk / "back.docx").write_bytes(content)
    return "back.docx"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_written_before_somebody_says_yes(desk: Path) -> None:
    before = snapshot(desk / "maple")
    result = run("review", returned(desk), "--into", "maple")
    assert result.exit_code == 0
    assert '+1. Each {{ term("Party") }} to it pays its own cost' in result.output
    assert "parents/disputes-" in result.output
    assert "+basis: Contract" not in result.output  # the model's own text is kept, and nobody has to read it again
    assert "Nothing was written. To write it, add --yes." in result.output
    assert snapshot(desk / "maple") == before


def test_yes_writes_and_a_second_review_has_nothing_to_say(desk: Path) -> None:
    file = returned(desk)
    result = run(
        "review", file, "--into", "maple", "--yes", "--by", "County counsel", "--on", "2027-02-01", "--reason", "So."
    )
    assert result.exit_code == 0, result.output
    written = (desk / "maple/clauses/mou/disputes.md").read_text(encoding="utf-8")
    assert "by: County counsel\non: 2027-02-01\nreason: So.\n" in written
    again = run("review", file, "--into", "maple")
    assert "Nothing to take in: mou holds no edit that the program does not print.\n" in again.output
    assert again.output.startswith("The program has changed since this file was printed: 1 clause changed (")


def test_json_says_the_same(desk: Path) -> None:
    result = run("review", returned(desk, "sixty (60) days’", "ninety (90) days’"), "--into", "maple", "--json")
    said = json.loads(result.output)
    assert (said["document"], said["written"], said["findings"]) == ("mou", False, [])
    assert [(each["path"], each["was"], each["now"]) for each in said["values"]] == [
        ("agreement.withdrawal.notice", "60 days", "90 days")
    ]


def test_a_refused_file_is_a_failure(desk: Path) -> None:
    (desk / "back.docx").write_bytes(b"Dear Sir or Madam,")
    result = run("review", "back.docx", "--into", "maple", "--yes")
    assert result.exit_code == 1
    assert "LK745" in result.output


def test_build_overwrites_an_edited_file_only_once_it_is_taken_in(desk: Path) -> None:
    build = ("build", "maple", "--document", "mou", "--format", "docx")
    assert run(*build).exit_code == 0
    file = desk / "out/maple/mou.docx"

    def edit(draft: Draft) -> None:
        draft.write("bears its own cost", "pays its own cost")

    file.write_bytes(edited(file.read_bytes(), edit))
    kept = run(*build)
    assert kept.exit_code == 1
    assert "leadkit review" in kept.output
    taken = run("review", str(file), "--into", "maple", "--yes")
    assert taken.exit_code == 0, taken.output
    assert run(*build).exit_code == 0
    assert b"pays its own cost" in Draft(file.read_bytes()).parts["word/document.xml"]


def test_a_file_that_is_reviewed_where_it_was_built_needs_no_out(desk: Path) -> None:
    build = ("build", "maple", "--document", "mou", "--format", "docx", "--out", "elsewhere")
    run(*build)
    file = desk / "elsewhere/maple/mou.docx"
    file.write_bytes(edited(file.read_bytes(), lambda draft: draft.write("bears its own cost", "pays its own cost")))
    assert run(*build).exit_code == 1
    run("review", str(file), "--into", "maple", "--yes")
    assert run(*build).exit_code == 0


def test_a_file_with_something_left_to_do_is_not_overwritten(desk: Path) -> None:
    build = ("build", "maple", "--document", "mou", "--format", "docx")
    run(*build)
    file = desk / "out/maple/mou.docx"

    def edit(draft: Draft) -> None:
        draft.write("bears its own cost", "pays its own cost")
        draft.write("Term, Withdrawal and Termination", "Term")

    content = edited(file.read_bytes(), edit)
    file.write_bytes(content)
    assert "LK753" in run("review", str(file), "--into", "maple", "--yes").output
    assert run(*build).exit_code == 1
    assert file.read_bytes() == content


def test_what_is_in_git_stays(desk: Path) -> None:
    assert run("review", returned(desk), "--into", "git:HEAD:maple").exit_code == 2
