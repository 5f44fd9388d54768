"""A comment silences a warning or a note in its line, with a reason; whatever else it does is said."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from leadkit.check.run import checked
from leadkit.check.silence.apply import Checked, without_silenced
from leadkit.check.silence.codes import CODES
from leadkit.diagnostic import Code, Diagnostic, Severity, Span
from leadkit.model.load import load
from leadkit.resources import programs
from leadkit.source import apply, read

GOOD = "# leadkit: ignore LK303 because the next annual report cites it"
UNCITED = "  EX-99: {title: The county budget}"


def _with(folder: Path, text: str, *, every_day: bool = True) -> Checked:
    """What is left of the findings that a text would have: a warning at each EX-9…, an error at each titel."""
    (folder / "sources.yaml").write_text(text, encoding="utf-8", newline="\n")
    source = read(folder)
    found = list(source.diagnostics)
    for number, line in enumerate(text.splitlines(), 1):
        place = Span(f"{folder.as_posix()}/sources.yaml", number, 3, number, 8)
        if "EX-9" in line:
            found.append(Diagnostic("LK303", Severity.WARNING, "It is not cited.", (place,)))
        if "titel" in line or "fundings" in line:
            found.append(Diagnostic("LK207", Severity.ERROR, "It is misspelt.", (place,)))
    return without_silenced(found, source, every_day=every_day)


def _codes(result: Checked) -> list[str]:
    return [one.code for one in result.found]


@pytest.mark.parametrize(
    "lines",
    [
        f"{UNCITED}  {GOOD}",
        f"  {GOOD}\n{UNCITED}",
        f"  {GOOD}\n  # and another remark\n{UNCITED}",
        f"{UNCITED}  {GOOD.replace('ignore', 'IGNORE').replace('LK303', 'lk303').replace('# ', '#')}",
        f"{UNCITED}  {GOOD.replace('LK303', 'LK303, LK303')}",
        f"{UNCITED}  {GOOD.replace('LK303', 'LK303 -')}",
        f"{UNCITED}  {GOOD.replace('LK303', 'LK303 —')}",
        f"  EX-99:  {GOOD}\n    title: The county budget",
    ],
)
def test_a_comment_on_the_line_or_above_it_silences(lines: str, tmp_path: Path) -> None:
    result = _with(tmp_path, f"sources:\n{lines}")
    assert _codes(result) == []
    [silenced] = result.silenced
    assert (silenced.finding.code, silenced.reason) == ("LK303", "the next annual report cites it")


@pytest.mark.parametrize(
    ("lines", "codes", "says"),
    [
        (f"{UNCITED}  # leadkit: ignore LK303", ["LK303", "LK191"], "no reason"),
        (f"{UNCITED}  # leadkit: ignore LK303 because", ["LK303", "LK191"], "no reason"),
        (f"{UNCITED}  # leadkit: ignore LK303 because …", ["LK303", "LK191"], "no reason"),
        (f"{UNCITED}  # leadkit: ignore LK303 it is cited later", ["LK303", "LK191"], "no reason"),
        (f"{UNCITED}  # leadkit: ignore LK399 because it is late", ["LK303", "LK192"], '"LK399"'),
        (f"{UNCITED}  # leadkit: ignore unused because it is late", ["LK303", "LK192"], '"unused"'),
        (f"{UNCITED}  # leadkit: ignore because it is late", ["LK303", "LK190"], "cannot read"),
        (f"{UNCITED}  # leadkit: ingore LK303 because it is late", ["LK303", "LK190"], "cannot read"),
        (f"{UNCITED}  # leadkit:", ["LK303", "LK190"], "cannot read"),
        (f"{UNCITED}  # leadkit: ignore LK303 LK504 because it is late", ["LK194"], "silences LK504"),
        (
            f"{UNCITED}  # leadkit: ignore LK303 then because it is late",
            ["LK192"],
            '"then", and that word silences nothing',
        ),
        (f"  {GOOD}\n\n  # a remark\n{UNCITED}\n  {GOOD}", ["LK194"], "no such finding"),
    ],
)
def test_what_does_not_silence_is_said(lines: str, codes: list[str], says: str, tmp_path: Path) -> None:
    result = _with(tmp_path, f"sources:\n{lines}")
    assert _codes(result) == codes
    assert says in result.found[-1].message


def test_an_error_is_not_silenced_and_is_said_to_be_one(tmp_path: Path) -> None:
    result = _with(tmp_path, "sources:\n  EX-1: {titel: x}  # leadkit: ignore LK207 because it is so\n")
    assert _codes(result) == ["LK207", "LK193"]
    assert not result.silenced


@pytest.mark.parametrize(
    "lines",
    [
        f'  EX-99: {{title: "The budget {GOOD}"}}',
        f"  EX-99: {{title: 'The budget {GOOD}'}}",
        f"  EX-99:\n    title: >-\n      The budget\n      {GOOD}\n",
        f"  EX-99:\n    title: |\n      {GOOD}\n      The budget",
        f"  EX-99: {{title: The budget{GOOD.replace(': ', ' ')}}}",
    ],
)
def test_what_looks_like_a_comment_and_is_text_silences_nothing(lines: str, tmp_path: Path) -> None:
    result = _with(tmp_path, f"sources:\n{lines}")
    assert "LK303" in _codes(result)
    assert not result.silenced
    assert not {"LK190", "LK191", "LK194"} & set(_codes(result))


def test_a_comment_after_quotes_with_a_hash_and_after_the_head_of_a_block_counts(tmp_path: Path) -> None:
    assert _codes(_with(tmp_path, f'sources:\n  EX-99: {{title: "No. # 4"}}  {GOOD}')) == []
    result = _with(
        tmp_path, f"sources:\n  EX-99:  {GOOD}\n    title: |  # leadkit: ignore LK504 because of x\n      # no\n"
    )
    assert [(one.code, one.spans[0].line) for one in result.found] == [("LK194", 3)]


def test_on_one_day_or_beside_errors_that_hide_others_nothing_is_called_unused(tmp_path: Path) -> None:
    text = f"sources:\n  # leadkit: ignore LK420 because of x\n{UNCITED}  {GOOD}\n"
    assert _codes(_with(tmp_path, text)) == ["LK194"]
    assert _codes(_with(tmp_path, text, every_day=False)) == []
    assert "LK194" not in _codes(_with(tmp_path, text + "  EX-1: {titel: x}\n"))
    (tmp_path / "agencies.yaml").write_text("agencies: [\n", encoding="utf-8")
    assert "LK194" not in _codes(_with(tmp_path, text))


def test_what_a_base_silences_for_itself_is_not_unused_in_a_folder_that_extends_it(tmp_path: Path) -> None:
    for name, text in {"base": f"sources:\n{UNCITED}  {GOOD}\n", "own": "extends: ../base\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "sources.yaml").write_text(text, encoding="utf-8")
    own, base = (without_silenced([], read(tmp_path / name), every_day=True) for name in ("own", "base"))
    assert (_codes(own), _codes(base)) == ([], ["LK194"])


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("  EX-1: {title: x}   # leadkit: ignore LK504 because of x\n", "  EX-1: {title: x}\n"),
        ("  # leadkit: ignore LK504 because of x\r\n  EX-1: {title: x}\r\n", "  EX-1: {title: x}\r\n"),
        ("  EX-1: {title: x}\n  # leadkit: ignore LK504 because of x", "  EX-1: {title: x}\n"),
    ],
)
def test_an_unused_comment_is_deleted_by_its_repair(written: str, left: str, tmp_path: Path) -> None:
    [unused] = _with(tmp_path, f"sources:\n{written}").found
    assert unused.fix
    assert apply(f"sources:\n{written}", unused.fix.edits) == f"sources:\n{left}"


def test_a_check_counts_what_is_silenced_no_longer_in_each_layer_and_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    county = Path(shutil.copytree(programs() / "example-county", tmp_path / "county"))
    text = (county / "sources.yaml").read_text(encoding="utf-8")
    (county / "sources.yaml").write_text(text.replace("\nsources:\n", f"\nsources:\n{UNCITED}  {GOOD}\n", 1), "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    ours = "    EX-98: {title: Our budget}  # leadkit: ignore LK303 because of us\n"
    extends = "extends: ../county  # leadkit: ignore LK177 because one council decides for both"
    (own / "own.yaml").write_text(f"{extends}\nadd:\n  sources:\n{ours}", encoding="utf-8")
    result = checked(load(own))
    assert not result.found
    assert {Path(one.span.file).parent.name for one in result.silenced} == {"county", "own"}
    monkeypatch.chdir(tmp_path)
    for command in (["init", "--quiet"], ["add", "county"], ["commit", "--quiet", "-m", "x"]):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *command], check=True)
    shutil.rmtree(county)
    assert [one.reason for one in checked(load("git:HEAD:county")).silenced] == ["the next annual report cites it"]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_the_wrong_example_has_the_finding_and_the_right_one_has_it_not(code: Code, tmp_path: Path) -> None:
    assert code.code in _codes(_with(tmp_path, code.wrong))
    assert code.code not in _codes(_with(tmp_path, code.right))
