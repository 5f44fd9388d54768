"""The commands that only look: ``show``, ``explain``, ``schema``, ``--help``."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import leadkit
from leadkit.check.codes import all_codes
from leadkit.check.subject import Subject
from leadkit.cli.group import COMMANDS, command
from leadkit.model import fields
from leadkit.resources import programs

COUNTY = programs() / "example-county"


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, [str(argument) for argument in arguments], standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value or 0, result.output


def test_show_prints_a_value_with_its_unit_resolved_and_the_line_it_comes_from() -> None:
    code, printed = _run("show", COUNTY, "eligibility.amounts")
    assert code == 0
    assert "at_most: 5 g  (5,000 mg)" in printed
    assert "eligibility.yaml:" in printed


def test_show_on_a_day_prints_what_held_then() -> None:
    before = json.loads(_run("show", COUNTY, "agencies.sampleton-police.legal_name", "--on", "2024-01-01", "--json")[1])
    after = json.loads(_run("show", COUNTY, "agencies.sampleton-police.legal_name", "--on", "2025-01-01", "--json")[1])
    assert "Sampleton Department of Police" in json.dumps(before)
    assert "Sampleton Police Department" in json.dumps(after)


def test_show_says_by_which_source_a_value_ended(over_county: Callable[[str], Path]) -> None:
    piece = "agencies: {sampleton-police: {sworn_officers: {versions: {2024: 120, 2025: {ended: yes, sources: EX-1}}}}}"
    printed = _run("show", over_county(piece), "agencies.sampleton-police")[1]
    assert "sworn_officers: [not in force on that date]  (ended 2025, by EX-1)" in printed


def test_show_names_what_a_reference_means() -> None:
    assert "Sampleton Police Department" in _run("show", COUNTY, "pathways.arrest-diversion.agencies")[1]


def test_show_looks_up_each_open_field_once(
    over_county: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = ["name", "type_text", "abbreviation", "records_custodian", "website", "address"]
    paths = [f"agencies.{agency}.{field}" for agency in ("bridgeway", "public-health") for field in fields]
    entry = "{why: undecided, question: Which?, owner: convener}"
    folder = over_county("open: {" + ", ".join(f"{path}: {entry}" for path in paths) + "}")
    asked: list[str] = []
    steps = Subject.steps
    monkeypatch.setattr(Subject, "steps", lambda subject, dotted: asked.append(dotted) or steps(subject, dotted))
    assert "[undecided]" in _run("show", folder)[1]
    assert sorted(asked) == sorted(paths)


def test_show_of_nothing_is_said_and_fails() -> None:
    code, printed = _run("show", COUNTY, "agreement.nonsense")
    assert code == 1
    assert 'Nothing is written at "agreement.nonsense"' in printed


def _over(folder: Path, text: str) -> Path:
    """A program in a folder of its own that says what every program must."""
    folder.mkdir(exist_ok=True)
    head = "schema_version: 1\nprogram: {name: Pine, state: NY, as_of: 2026}\n"
    (folder / "program.yaml").write_text(head + text, encoding="utf-8")
    return folder


def test_show_of_something_open_says_so(tmp_path: Path) -> None:
    term = "open:\n  agreement.term: {why: undecided, question: How long?, owner: counsel}\n"
    code, printed = _run("show", _over(tmp_path, term), "agreement.term")
    assert code == 0
    assert "term: [undecided]  (How long?)" in printed


def test_show_of_an_agency_says_what_is_open_for_every_agency(tmp_path: Path) -> None:
    text = "agencies: {a: {legal_name: A, type: police}}\nsources: {S: {title: T}}\n"
    text += "open: {agencies.*.form: {why: undocumented, looked_in: S}}\n"
    assert "form: [undocumented]  (looked in S)" in _run("show", _over(tmp_path, text), "agencies.a")[1]


def test_show_inside_a_partial_date_says_that_the_value_is_not_known(tmp_path: Path) -> None:
    text = "agencies: {a: {legal_name: A, type: police, also_known_as: {versions: {2018: [B], 2023: [C]}}}}\n"
    folder = _over(tmp_path, text)
    assert "[not known on that date]" in _run("show", folder, "agencies.a.also_known_as", "--on", "2023-05-01")[1]


def test_a_program_described_as_of_a_year_is_shown_as_of_its_last_day(tmp_path: Path) -> None:
    printed = _run("show", _over(tmp_path, ""), "program.as_of")[1]
    assert "# as of 2026-12-31" in printed
    assert "a day from 2026-01-01 to 2026-12-31" in printed


def test_explain_takes_a_path_without_the_id() -> None:
    assert _run("explain", "pathways.kind") == _run("explain", "pathways.*.kind")
    assert "sharing.releases.*.basis" in _run("explain", "sharing.releases.basis")[1]


def test_explain_says_which_kind_has_a_field_that_kinds_differ_in() -> None:
    printed = _run("explain", "pathways.x.nexus")[1]
    assert "(expected)\n\nFor social_contact:" in printed
    assert "(optional)\n\nFor community_referral" in printed


def test_explain_tells_the_fields_that_must_be_given_from_the_others() -> None:
    printed = _run("explain", "agencies")[1]
    assert "Its required fields: legal_name, type." in printed
    assert "Its expected fields: form, can_sign, hipaa_status." in printed


def test_explain_says_of_which_kind_a_field_is_required() -> None:
    printed = _run("explain", "agreement.term")[1]
    assert "Its required fields: kind.\n\nIts optional fields: starts.\n\nFor fixed, its optional fields:" in printed
    assert "For while_funded, its required fields: money.\n\nExpected: where nothing is said" in printed


def test_explain_says_what_stands_for_a_field_that_is_left_out() -> None:
    assert "~ stands where a field is left out." in _run("explain", "LK501")[1]
    for code in ("LK302", "LK431", "LK529", "LK530", "LK533"):
        assert " ~" not in _run("explain", code)[1].split("Right:")[1]


def test_explain_prints_a_code_with_both_examples_and_a_field_with_its_meaning() -> None:
    code, printed = _run("explain", "lk501")
    assert code == 0
    assert "LK501" in printed
    assert "agreement.term" in printed
    code, printed = _run("explain", "agreement.term")
    assert code == 0
    assert "How long the agreement runs." in printed


def test_explain_cuts_what_is_too_long_and_does_not_look_for_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(path: str) -> tuple[str, ...]:
        looked.append(path)
        return ()

    monkeypatch.setattr(fields, "find_fields", look)
    assert f"There is no field {'a' * 59}….\n" in CliRunner().invoke(command, ["explain", "a" * 100_000]).output
    assert looked == []
    assert f"There is no code LK{'1' * 57}…." in CliRunner().invoke(command, ["explain", "LK" + "1" * 100_000]).output
    assert "There is no field aaa" in CliRunner().invoke(command, ["explain", "a" * 300]).output
    assert looked == ["a" * 300]


@pytest.mark.parametrize("subject", ["LK501", "agreement.term"])
def test_spaces_around_what_is_asked_for_are_none_of_it(subject: str) -> None:
    assert _run("explain", f" {subject} ") == _run("explain", subject)


def test_explain_of_something_unknown_names_the_nearest() -> None:
    result = CliRunner().invoke(command, ["explain", "agreement.trem"])
    assert result.exit_code != 0
    assert "agreement.term" in result.output


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("withdrawal", "Did you mean agreement.withdrawal?"),
        ("caseload", "Did you mean roles.*.caseload?"),
        ("mark", "Did you mean program.uses_lead_mark, program.mark_permission"),
        ("name", "areas.*.name, or one of "),
        ("nonsense", "There is no field nonsense.\n"),
    ],
)
def test_explain_of_a_single_word_names_the_fields_that_are_called_so(word: str, meant: str) -> None:
    result = CliRunner().invoke(command, ["explain", word])
    assert result.exit_code == 2
    assert meant in result.output


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["explain", "LK302"], ["explain", "LK501"], ["explain", "eligibility.amounts"]],
)
def test_looking_something_up_needs_no_pydantic(arguments: list[str]) -> None:
    script = "import sys; from leadkit.__main__ import main\n"
    script += "try: main()\nexcept SystemExit: pass\nfinally: print('pydantic' in sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout
    assert "False" in done.stderr


def test_a_schema_that_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    code, printed = _run("schema", "--out", tmp_path / "nowhere" / "schema.json")
    assert code == 1
    assert printed.startswith("LK716 error: ")
    assert printed.rstrip().endswith("1 error. Read more with: leadkit explain LK716")


def test_every_code_that_leadkit_declares_can_be_explained() -> None:
    declared = {
        code
        for file in Path(leadkit.__file__).parent.rglob("*.py")
        for code in re.findall(r'^ *(?:code=)?"(LK[0-9]{3})",', file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert "LK902" in declared
    assert declared <= {code.code for code in all_codes()}


def test_help_lists_every_command() -> None:
    _, printed = _run("--help")
    assert all(name in printed for name in COMMANDS)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(_run("schema")[1]))


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ({"agencies": {"a": {"legal_nmae": "A"}}}, "$.agencies.a"),
        ({"pathways": {"p": {"kind": "social_contcat"}}}, "$.pathways.p.kind"),
        ({"pathways": {"p": {"kind": "arrest_diversion", "lookback": "2 years"}}}, "$.pathways.p"),
        ({"program": {"status": "jolly"}}, "$.program.status"),
        ({"fundings": {}}, "$"),
    ],
)
def test_the_schema_refuses_what_check_refuses(
    written: dict[str, object], at: str, validator: jsonschema.Draft202012Validator
) -> None:
    assert at in {error.json_path for error in validator.iter_errors(written)}


def test_the_schema_takes_versions_notes_and_numbers(validator: jsonschema.Draft202012Validator) -> None:
    written = {
        "schema_version": 1,
        "notes": ["anything"],
        "program": {"status": {"versions": {"2014": "planning", "2016": {"ended": True}}}, "x-own": 1},
        "agencies": {"a": {"can_sign": True, "sworn_officers": 120, "sources": "S-1"}},
        "pathways": {"p": {"versions": {"2014": {"kind": "social_contact"}}}},
    }
    assert not list(validator.iter_errors(written))
