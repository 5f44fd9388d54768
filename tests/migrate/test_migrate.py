"""A program written in an older version of the format is brought up to date, and every other byte stays."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadkit.check import check
from leadkit.cli.group import command
from leadkit.migrate import plan as planning
from leadkit.migrate.plan import plan
from leadkit.migrate.versions import CURRENT
from leadkit.model.load import load
from leadkit.model.root import FORMAT, Program
from leadkit.resources import programs
from leadkit.source.tree import find, plain
from tests.sampling import examples

PROGRAM = 'schema_version: "0"  # as it was\nprogram: {name: Pine, state: NY}\n'
ELIGIBILITY = """\
# Kept.
eligibility:
  amounts:
    opiates: {maximum_grams: 6, strength: presumptive}   # kept, too

    stimulants:
      versions:
        2019: {'maximum_grams': "3"}
  offenses:
    theft: {label: "maximum_grams: 6"}
open:
  eligibility.amounts.ghb.1.maximum_grams: {why: undecided, question: How much?, owner: counsel}
  eligibility.offenses.theft.conduct: {why: undecided, question: Which?, owner: counsel}
"""
MIGRATED = """\
# Kept.
eligibility:
  amounts:
    opiates: {at_most: 6 g, strength: presumptive}   # kept, too

    stimulants:
      versions:
        2019: {'at_most': "3 g"}
  offences:
    theft: {label: "maximum_grams: 6"}
open:
  eligibility.amounts.ghb.1.at_most: {why: undecided, question: How much?, owner: counsel}
  eligibility.offences.theft.conduct: {why: undecided, question: Which?, owner: counsel}
"""


def _migrate(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["migrate", *arguments], standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value, result.output


def _write(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


@pytest.fixture
def pine(desk: Path, known: None) -> Path:
    """A county that was described in version 0."""
    return _write(desk / "pine", program=PROGRAM, eligibility=ELIGIBILITY)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_the_model_reads_the_current_version() -> None:
    assert Program.model_fields["schema_version"].annotation.__args__ == (str(CURRENT),)  # type: ignore[union-attr]
    assert str(CURRENT) == FORMAT


def test_an_old_program_is_one_finding_that_names_the_command(pine: Path) -> None:
    (found,) = check("pine")
    assert (found.code, found.spans[0].file, found.spans[0].line) == ("LK290", "pine/program.yaml", 1)
    assert found.remedy == "Run: leadkit migrate pine"
    assert found.message == "This is written in version 0 of the format; this leadkit reads version 1."


def test_what_cannot_be_read_is_still_found_in_an_old_program(pine: Path) -> None:
    _write(pine, areas="areas: [\n")
    assert [one.code for one in check("pine")] == ["LK126", "LK290"]


def test_a_newer_program_is_one_finding(desk: Path) -> None:
    _write(desk / "pine", program="schema_version: 2\nagencys: {a: {}}\n")
    (found,) = check("pine")
    assert (found.code, found.remedy) == ("LK291", "Install a newer leadkit.")
    assert _migrate("pine")[0] == 1


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("schema_version: x", "LK203"),
        ("schema_version: 1.0", "LK203"),
        ("schema_version: 9999999", "LK203"),
        ("schema_version: -1", "LK203"),
        ("schema_version: ²", "LK203"),
        ("schema_version: [1]", "LK206"),
        ("schema_version: {a: 1}", "LK206"),
        ("schema_version:", "LK205"),
        ("# no version", "LK202"),
    ],
)
def test_a_version_that_is_none_is_the_finding_that_check_has(desk: Path, line: str, code: str) -> None:
    _write(desk / "pine", program=f"{line}\nprogram: {{name: Pine, state: NY}}\n")
    (found,) = (one for one in check("pine") if one.path == "schema_version")
    assert (found.code, found.is_error) == (code, True)
    assert code != "LK203" or found.remedy == "Write 1."
    exit_code, printed = _migrate("pine")
    assert (exit_code, f"{code} error: {found.message}" in printed, "Nothing" in printed) == (1, True, False)


def test_a_program_of_no_version_keeps_no_other_from_being_migrated(pine: Path, desk: Path) -> None:
    _write(desk / "oak", program="schema_version: x\n")
    code, printed = _migrate("oak", "pine")
    assert (code, "Migrated pine/program.yaml" in printed, "LK203" in printed) == (1, True, True)


def test_json_has_the_lines_that_change_and_whether_they_were_written(pine: Path) -> None:
    code, printed = _migrate("pine", "--diff", "--json")
    would = json.loads(printed)
    assert code == 0
    assert set(would) == {"version", "written", "files", "findings"}
    assert (would["written"], would["findings"]) == (False, [])
    assert [set(file) for file in would["files"]] == [{"path", "diff"}] * 2
    assert would["files"][0]["path"] == "pine/eligibility.yaml"
    assert '+schema_version: "1"  # as it was' in would["files"][1]["diff"]
    did = json.loads(_migrate("pine", "--json")[1])
    assert did == {**would, "written": True}
    assert json.loads(_migrate("pine", "--json")[1]) == {**did, "written": False, "files": []}


def test_json_has_what_stands_in_the_way(desk: Path) -> None:
    _write(desk / "pine", program="schema_version: 2\n")
    code, printed = _migrate("pine", "--json")
    assert (code, [one["code"] for one in json.loads(printed)["findings"]]) == (1, ["LK291"])


def test_only_the_words_that_differ_are_changed(pine: Path) -> None:
    code, printed = _migrate("pine")
    assert (code, printed) == (0, "Migrated pine/eligibility.yaml\nMigrated pine/program.yaml\n")
    assert _bytes(pine) == {
        "eligibility.yaml": MIGRATED.encode(),
        "program.yaml": PROGRAM.replace('"0"', '"1"').encode(),
    }
    assert "LK290" not in {one.code for one in check("pine")}


def test_migrating_again_changes_nothing(pine: Path) -> None:
    _migrate("pine")
    before = _bytes(pine)
    assert _migrate("pine") == (0, "Nothing to migrate.\n")
    assert _bytes(pine) == before


def test_diff_shows_the_lines_and_writes_nothing(pine: Path) -> None:
    before = _bytes(pine)
    code, printed = _migrate("pine", "--diff")
    assert code == 0
    assert "-    opiates: {maximum_grams: 6, strength: presumptive}   # kept, too\n" in printed
    assert "+    opiates: {at_most: 6 g, strength: presumptive}   # kept, too\n" in printed
    assert "label" not in printed.replace(" theft: {label", "", 1)
    assert _bytes(pine) == before


def test_line_ends_and_the_byte_order_mark_stay(pine: Path) -> None:
    mark = b"\xef\xbb\xbf"
    _write(pine, eligibility=mark + ELIGIBILITY.replace("\n", "\r\n").encode())
    assert _migrate("pine")[0] == 0
    assert _bytes(pine)["eligibility.yaml"] == mark + MIGRATED.replace("\n", "\r\n").encode()


def test_a_folder_and_its_base_are_migrated_together(pine: Path, desk: Path) -> None:
    north = _write(
        desk / "north",
        all="extends: ../pine\nchange: {eligibility: {amounts: {opiates: {maximum_grams: 9}}}}\n"
        "add: {eligibility: {offenses: {trespass: {label: T}}}}\n"
        "remove: {eligibility.amounts.stimulants: {reason: r}, eligibility.offenses.theft.label: {reason: r}}\n",
    )
    assert [one.code for one in check("north")] == ["LK290"]
    assert _migrate("north", "./pine")[0] == 0
    assert _bytes(north)["all.yaml"].decode() == (
        "extends: ../pine\nchange: {eligibility: {amounts: {opiates: {at_most: 9 g}}}}\n"
        "add: {eligibility: {offences: {trespass: {label: T}}}}\n"
        "remove: {eligibility.amounts.stimulants: {reason: r}, eligibility.offences.theft.label: {reason: r}}\n"
    )
    assert _bytes(pine)["eligibility.yaml"] == MIGRATED.encode()
    limit = find(load("north").source.root, ("eligibility", "amounts", "opiates", "at_most"))
    assert limit is not None
    assert plain(limit) == "9 g"


def test_a_folder_behind_its_base_is_one_finding_and_can_be_migrated_alone(pine: Path, desk: Path) -> None:
    _migrate("pine")
    text = "extends: ../pine\nschema_version: 0\nchange: {eligibility: {amounts: {opiates: {maximum_grams: 9}}}}\n"
    north = _write(desk / "north", all=text)
    assert [one.code for one in check("north")] == ["LK170"]
    assert _migrate("north") == (0, "Migrated north/all.yaml\n")
    assert "{at_most: 9 g}" in _bytes(north)["all.yaml"].decode()
    assert "LK170" not in {one.code for one in check("north")}


def test_nothing_is_written_where_one_file_has_changed(pine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = planning.plan

    def slow(place: str) -> planning.Plan:
        planned = real(place)
        (pine / "program.yaml").write_text("program: {name: Oak}\n", encoding="utf-8")
        return planned

    monkeypatch.setattr(planning, "plan", slow)
    code, printed = _migrate("pine")
    assert (code, "pine/program.yaml was changed meanwhile" in printed, "+" in printed) == (1, True, False)
    assert _bytes(pine)["eligibility.yaml"] == ELIGIBILITY.encode()


def test_the_file_that_says_the_version_is_written_last(pine: Path) -> None:
    (pine / "program.yaml").rename(pine / "a.yaml")
    assert _migrate("pine") == (0, "Migrated pine/eligibility.yaml\nMigrated pine/a.yaml\n")


@pytest.mark.skipif(os.name == "nt", reason="every name is text there")
def test_a_folder_whose_name_is_no_text_is_migrated(pine: Path, desk: Path) -> None:
    place = os.fsdecode(b"p\xefne")
    pine.rename(desk / place)
    code, _ = _migrate(place)
    assert (code, _bytes(desk / place)["eligibility.yaml"]) == (0, MIGRATED.encode())


def test_a_program_that_cannot_be_read_whole_is_not_migrated(pine: Path) -> None:
    _write(pine, areas="areas: [\n")
    before = _bytes(pine)
    code, printed = _migrate("pine")
    assert (code, "LK126" in printed) == (1, True)
    assert _bytes(pine) == before


def test_a_version_that_no_step_leads_from_is_said(desk: Path) -> None:
    _write(desk / "pine", program="schema_version: 0\n")
    code, printed = _migrate("pine")
    assert (code, "No way leads from it to version 1. Check the number." in printed) == (1, True)
    (found,) = check("pine")
    assert (found.code, found.remedy) == ("LK290", "No way leads from it to version 1. Check the number.")


def test_a_revision_in_git_is_not_written_to() -> None:
    result = CliRunner().invoke(command, ["migrate", "git:HEAD:pine"])
    assert result.exit_code == 2
    assert "name a folder" in result.output


def test_the_shipped_programs_need_no_migration() -> None:
    assert _migrate(*(str(folder) for folder in programs().iterdir())) == (0, "Nothing to migrate.\n")


@pytest.mark.usefixtures("known")
@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.sampled_from(["  # a note", "", "    # maximum_grams: 1", "    x-own: {maximum_grams: 2}"]), max_size=6
    ),
    amount=st.sampled_from(["6", "'6'", '"6"', "6 # six", "6\t"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_nothing_but_the_words_changes(desk: Path, lines: list[str], amount: str, end: str) -> None:
    body = ["schema_version: 0", "eligibility:", "  amounts:", *lines, f"    a: {{strength: x, maximum_grams: {amount}"]
    body += ["      }", *lines]
    text = end.join(body) + end
    number = amount.split()[0]
    wanted = number.replace("6", "6 g")
    expected = text.replace("schema_version: 0", "schema_version: 1")
    expected = expected.replace(f"x, maximum_grams: {number}", f"x, at_most: {wanted}")
    _write(desk / "pine", all=text)
    planned = plan("pine")
    assert not planned.found
    assert [(file.before, file.after) for file in planned.files] == [(text.encode(), expected.encode())]
