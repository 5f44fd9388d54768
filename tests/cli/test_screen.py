"""``leadkit screen``: a case decided at the command line, or asked for at a terminal."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import leadkit.model.load
from leadkit.cli.group import command
from leadkit.model.load import Jurisdiction, load
from leadkit.onboard.asking.prompt import Prompt
from leadkit.resources import programs

COUNTY = programs() / "example-county"
CASE = """\
on: 2026-10-01
pathway: arrest-diversion
nothing_else: yes
facts:
  age: 34
  area: downtown-core
  consents: yes
  probable-cause: yes
  charges: {first: {offence: possession, act: possess, level: gross_misdemeanor, user-quantity: yes}}
  items: {heroin: {offence: possession, act: possess, substance: heroin, weight: 2 g}}
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text(CASE, encoding="utf-8")
    return "case.yaml"


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example county is the same in every test, and read once for all."""
    monkeypatch.setattr(leadkit.model.load, "load", lambda place: _county() if place == str(COUNTY) else load(place))


@cache
def _county() -> Jurisdiction:
    return load(COUNTY)


def _run(*arguments: str | Path, typed: str | None = None) -> tuple[int, str]:
    """The exit code and all that is printed, also about a mistake of usage."""
    runner = CliRunner()
    result = runner.invoke(command, ["screen", *map(str, arguments)], input=typed, standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return result.exception.exit_code, result.output + result.exception.format_message()
    assert result.exception is None, result.exception
    return result.return_value or 0, result.output


def _outcome(*arguments: str | Path) -> str:
    code, printed = _run(*arguments, "--json")
    assert code == 0, printed
    outcome: str = json.loads(printed)["outcome"]
    return outcome


def test_a_case_is_decided_from_a_file(case: str) -> None:
    code, printed = _run(COUNTY, "--case", case)
    assert code == 0
    assert "contact on 2026-10-01" in printed
    assert "Eligible: nothing keeps the person out." in printed


def test_a_fact_at_the_command_line_counts_before_the_file(case: str) -> None:
    code, printed = _run(COUNTY, "--case", case, "--fact", "items.heroin.weight=7 g")
    assert code == 0
    assert "Needs discretion" in printed
    assert "amounts.controlled-substance = 7 g" in printed
    assert "Sampleton City Attorney's Office (charging authority)" in printed
    assert _outcome(COUNTY, "--case", case, "--fact", "items.1.weight=5 g") == "eligible"
    assert _outcome(COUNTY, "--case", case, "--fact", "age=17") == "not_eligible"


def test_the_day_at_the_command_line_counts_before_that_of_the_case(case: str) -> None:
    heavy = ("--case", case, "--fact", "items.1.weight=4 g")
    assert _outcome(COUNTY, *heavy) == "eligible"
    assert _outcome(COUNTY, *heavy, "--on", "2025-03-01") == "needs_discretion"


def test_a_case_needs_no_file() -> None:
    facts = ["--fact", "charges.1.offence=resisting", "--fact", "age=34", "--pathway", "arrest-diversion"]
    assert _outcome(COUNTY, *facts) == "not_eligible"
    assert _outcome(COUNTY, *facts[2:]) == "needs_information"
    assert _outcome(COUNTY, *facts[2:], "--nothing-else") == "needs_information"


def test_what_is_missing_is_asked_as_questions(case: str) -> None:
    code, printed = _run(COUNTY, "--case", case, "--fact", "age=null")
    assert code == 0
    assert "How old was the person on the day of the offense? (age; officer)" in printed
    assert "line" in printed.split("Rules that wait for it:")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fact", "aeg=34"], "LK240"),
        (["--fact", "age=old"], "LK241"),
        (["--fact", "age"], "NAME=VALUE"),
        (["--pathway", "arest-diversion"], 'mean "arrest-diversion"'),
        (["--on", "2026"], "not a day"),
        (["--case", "nowhere.yaml"], "does not exist"),
    ],
)
def test_bad_facts_and_usage_end_with_2(case: str, arguments: list[str], said: str) -> None:
    code, printed = _run(COUNTY, "--case", case, *arguments)
    assert (code, said in printed) == (2, True), printed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on: 2026\npathway: arrest-diversion\n", "YYYY-MM-DD"),
        ("on: soon\npathway: arrest-diversion\n", "YYYY-MM-DD"),
        ("pathway: [a\n", "LK1"),
        ("moon: full\n", "LK242"),
        ("pathway: arrest-diversion\non: soon\n", "case.yaml, line 2"),
        ("pathway: arrest-diversion\non: 2026-02-30\n", "LK242"),
        ("pathway: arrest-diversion\nexpect: {outcome: eligible}\n", '"expect" is no part of a case'),
    ],
)
def test_a_file_that_is_no_case_ends_with_2(case: str, text: str, said: str) -> None:
    Path(case).write_text(text, encoding="utf-8")
    code, printed = _run(COUNTY, "--case", case)
    assert (code, said in printed) == (2, True), printed


def test_a_finding_shows_the_line_of_the_case(case: str) -> None:
    Path(case).write_text(CASE.replace("age: 34", "age: old"), encoding="utf-8")
    code, printed = _run(COUNTY, "--case", case)
    assert code == 2
    assert "case.yaml, line 5" in printed


def test_a_base_has_no_rules_to_screen_by() -> None:
    code, printed = _run(programs() / "new-mexico-base", "--fact", "age=34")
    assert code == 1
    assert "is a base, and no program" in printed


def test_rules_that_cannot_be_read_decide_nothing(over_county: Callable[[str], Path]) -> None:
    folder = over_county("eligibility: {age: {minimum: eighteen}}")
    code, printed = _run(folder, "--fact", "age=34", "--pathway", "social-contact")
    assert code == 1
    assert "leadkit check" in printed


def test_without_a_terminal_nobody_is_asked() -> None:
    code, printed = _run(COUNTY)
    assert code == 2
    assert "--case FILE" in printed


ANSWERS = {
    "pathway": "arrest-diversion", "area": "downtown-core", "probable-cause": "yes", "consents": "yes", "age": "34",
    "charges": "1", "charges.1.offence": "possession", "charges.1.level": "gross misdemeanor", "charges.1.act": "1",
    "charges.1.user-quantity": "yes", "items": "1", "items.1.weight": "7 g", "items.1.substance": "heroin",
    "items.1.offence": "possession", "items.1.act": "possess",
}  # fmt: skip


def test_questions_lead_to_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(prompt: Prompt) -> str:
        name = re.search(r"\(([a-z0-9.-]+)(?:; [^()]*)?\)(?: Write how many .*)?$", prompt.asks)
        asked.append(name[1] if name else "pathway")
        for choice in prompt.choices:
            assert choice.says != choice.word.replace("_", " "), "a label that is the id in words is said once"
        return str(prompt.read(ANSWERS.get(asked[-1], "nothing else")))

    monkeypatch.setattr("leadkit.cli.screen.asks_on_terminal", lambda: True)
    monkeypatch.setattr("leadkit.cli.interview.ask", ask)
    code, printed = _run(COUNTY, "--on", "2026-10-01")
    assert code == 0, printed
    assert "Needs discretion" in printed
    assert set(ANSWERS) <= set(asked)
    assert len(asked) == len(set(asked)), "a question that was answered is not asked again"


def test_a_reason_that_is_the_rule_in_the_past_is_said_once() -> None:
    code, printed = _run(COUNTY, "--on", "2026-10-01", "--pathway", "social-contact", "--fact", "consents=no")
    assert code == 0
    assert "The person does not accept the offer." in printed
    assert "The person did not accept the offer." not in printed


def test_a_question_is_explained_left_open_and_gone_back_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leadkit.cli.screen.asks_on_terminal", lambda: True)
    typed = [
        "2026-10",
        "back",
        "2026-10-01",
        "post-overdose",
        "?",
        "",
        "back",
        "perhaps",
        "",
        "nothing else",
        *[""] * 9,
    ]
    code, printed = _run(COUNTY, typed="\n".join(typed))
    assert code == 0, printed
    assert "Write the day as YYYY-MM-DD." in printed
    assert "Rules that ask it:" in printed
    assert printed.count("  (not known)") > 1
    assert "Not decided" in printed


@pytest.mark.parametrize("named", [".", "../county", "git:HEAD:county"])
def test_a_program_is_called_by_its_folder_however_that_is_named(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(programs() / "albany-ny", tmp_path / "county")
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "As it is"]):
        git = ["git", "-C", str(tmp_path), "-c", "user.name=Planner", "-c", "user.email=planner@example.org"]
        subprocess.run([*git, *arguments], check=True)
    monkeypatch.chdir(tmp_path if named.startswith("git:") else tmp_path / "county")
    code, printed = _run(named, "--fact", "consents=yes", "--json")
    assert code == 0, printed
    assert json.loads(printed)["program"] == "county"


@pytest.mark.parametrize(
    ("items", "noted"),
    [
        ("{m: {offence: counterfeit, act: possess, substance: heroin, weight: 9 g}}", True),
        ("{m: {offence: possession, act: possess, substance: heroin, weight: 2 g}}", False),
        ("{m: {act: possess, substance: heroin, weight: 2 g}}", False),
    ],
)
def test_an_item_of_no_charge_is_noted_with_the_decision(items: str, noted: bool, case: str) -> None:
    text = "\n".join(line for line in CASE.splitlines() if "items" not in line)
    Path(case).write_text(f"{text}\n  items: {items}\n", encoding="utf-8")
    said = "belongs to no charge of this case and counts for nothing."
    code, told = _run(COUNTY, "--case", case)
    assert (code, f'"items.m" {said}' in told) == (0, noted)
    code, told = _run(COUNTY, "--case", case, "--json")
    notes = [{"code": "LK243", "path": "items.1", "message": f'"items.m" {said}'}] if noted else []
    assert json.loads(told)["notes"] == notes
