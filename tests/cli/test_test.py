"""``leadkit test``: scenarios held against the rules, in words, as JSON and as test results."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.resources import programs

COUNTY = programs() / "example-county"
AGE = "facts: {age: 40, area: sampleton-city, consents: yes}"


def _run(*arguments: str | Path) -> tuple[int, str]:
    """The exit code and all that is printed."""
    result = CliRunner().invoke(command, ["test", *map(str, arguments)], standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return result.exception.exit_code, result.output + result.exception.format_message()
    assert result.exception is None, result.exception
    return result.return_value or 0, result.output


@pytest.fixture
def with_scenarios(over_county: Callable[[str], Path]) -> Callable[..., Path]:
    """The example county with these scenarios alone; each is on a day, on a pathway and has a title."""

    def folder(**scenarios: str) -> Path:
        place = over_county("sources: {EX-1: {remark: Invented.}}")
        told = "".join(
            f"  {name}:\n    title: A case\n    on: 2026-10-01\n    pathway: post-overdose\n"
            + "".join(f"    {line}\n" for line in text.splitlines())
            for name, text in scenarios.items()
        )
        (place / "scenarios.yaml").write_text(f"scenarios:\n{told}" if told else "", encoding="utf-8")
        return place

    return folder


@pytest.mark.parametrize("program", [folder.name for folder in sorted(programs().iterdir())])
def test_the_scenarios_of_a_shipped_program_pass(program: str) -> None:
    code, printed = _run(programs() / program)
    assert code == 0, printed


def test_a_scenario_that_fails_is_told_with_what_was_expected_and_why(with_scenarios: Callable[..., Path]) -> None:
    folder = with_scenarios(
        wrong=f"{AGE.replace('40', '17')}\nexpect: {{outcome: eligible, reasons: [eligibility.age.maximum]}}"
    )
    code, printed = _run(folder)
    assert code == 1
    for line in (
        "scenarios.yaml, line 2: wrong",
        "outcome: expected eligible",
        "got      not_eligible",
        "reasons: expected eligibility.age.maximum",
        "got      eligibility.age.minimum",
        "The person is younger than 18.",
        ": eligibility.age.minimum",
        "1 of 1 scenario failed.",
    ):
        assert line in printed


def test_what_is_expected_is_expected_in_full(with_scenarios: Callable[..., Path]) -> None:
    expect = f"{AGE.replace('age: 40, ', '')}\nnothing_else: yes\nexpect: {{outcome: needs_information, missing: [%s]}}"
    folder = with_scenarios(
        all_named=expect % "age, event-post-overdose, time", one_left_out=expect % "age, event-post-overdose",
        one_too_many=expect % "age, event-post-overdose, time, consents",
    )  # fmt: skip
    told = json.loads(_run(folder, "--json")[1])
    [cases] = told.values()
    assert cases["all_named"]["passed"], cases["all_named"]["differences"]
    for name in ("one_left_out", "one_too_many"):
        assert [one["what"] for one in cases[name]["differences"]] == ["missing"]


def test_what_cannot_be_decided_fails(with_scenarios: Callable[..., Path]) -> None:
    folder = with_scenarios(
        misspelt="facts: {aeg: 40}\nexpect: {outcome: needs_information}",
        misshapen="facts: {age: 40}\nexpect: {outcome: perhaps}",
    )
    code, printed = _run(folder)
    assert code == 1
    assert 'LK240 No rule asks for "aeg" on 2026-10-01. Did you mean "age"?' in printed
    assert "misshapen" in printed
    assert "2 of 2 scenarios failed." in printed


def test_no_scenario_is_decided_by_rules_that_are_read_in_part(over_county: Callable[[str], Path]) -> None:
    code, printed = _run(over_county("eligibility: {age: {minimum: eighteen}}\nscenarios: {}\n"))
    assert code == 1
    assert "Run leadkit check." in printed


def test_a_scenario_of_which_nothing_is_expected_is_counted(with_scenarios: Callable[..., Path]) -> None:
    folder = with_scenarios(silent=AGE, young=SEVENTEEN)
    code, printed = _run(folder)
    assert code == 0
    assert ": 1 scenario passed. 1 scenario skipped, of which nothing is expected: silent." in printed
    [cases] = json.loads(_run(folder, "--json")[1]).values()
    assert [one["passed"] for one in cases.values()] == [None, True]


SEVENTEEN = f"{AGE.replace('40', '17')}\nexpect: {{outcome: not_eligible}}"


def _broken(folder: Path, how: str) -> None:
    """Write something into the folder because of which scenarios are not read."""
    file = folder / "scenarios.yaml"
    text = file.read_text(encoding="utf-8")
    texts = {
        "not closed": f"{text}  broken: {{title: x\n",
        "a tab": f"{text}\tx: y\n",
        "misspelt": text.replace("scenarios:", "scenarois:"),
        "a list": "scenarios:\n  - title: x\n",
        "an id twice": f"{text}  young:\n    title: Another\n",
        "a fact twice": text.replace("{age: 17,", "{age: 40, age: 17,"),
    }
    if how == "another ending":
        file.rename(file.with_suffix(".yml"))
    elif how == "UTF-16":
        file.write_text(text, encoding="utf-16")
    else:
        assert texts[how] != text
        file.write_text(texts[how], encoding="utf-8")


@pytest.mark.parametrize(
    "how", ["not closed", "a tab", "UTF-16", "misspelt", "a list", "another ending", "an id twice", "a fact twice"]
)
def test_scenarios_that_may_not_all_be_read_are_refused(with_scenarios: Callable[..., Path], how: str) -> None:
    folder = with_scenarios(young=SEVENTEEN)
    assert _run(folder)[0] == 0
    _broken(folder, how)
    code, printed = _run(folder)
    assert code == 1
    assert "cannot be read as they stand" in printed
    assert "Run: leadkit check" in printed


def test_a_misspelt_expectation_is_named_with_its_line(with_scenarios: Callable[..., Path]) -> None:
    folder = with_scenarios(
        outcome=f"{AGE}\nexpect: {{outcome: not_eligable}}", part=f"{AGE}\nexpcet: {{outcome: eligible}}"
    )
    code, printed = _run(folder)
    assert code == 1
    assert '  line 7: LK203 "not_eligable" is not one of the choices of "outcome".' in printed
    assert "  line 13: LK" in printed
    assert '"expcet"' in printed


def test_a_program_without_scenarios_passes() -> None:
    code, printed = _run(programs() / "new-mexico-base")
    assert code == 0
    assert "no scenarios" in printed


def test_results_are_written_for_a_pipeline(
    with_scenarios: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = with_scenarios(
        right=f"{AGE.replace('40', '17')}\nexpect: {{outcome: not_eligible}}",
        wrong=f"{AGE.replace('40', '17')}\nexpect: {{outcome: eligible}}",
        silent=AGE,
    )
    file = tmp_path / "results.xml"
    code, printed = _run(folder, "--junit", file)
    assert code == 1
    assert "Wrote" in printed
    root = ElementTree.fromstring(file.read_bytes())
    assert [root.get(name) for name in ("tests", "failures", "skipped")] == ["3", "1", "1"]
    failure = root.find(".//failure")
    assert failure is not None and failure.text is not None
    assert "expected eligible" in failure.text


def test_a_folder_that_is_no_program_is_an_error(tmp_path: Path) -> None:
    code, printed = _run(tmp_path)
    assert code == 1
    assert "This folder holds no .yaml file" in printed


def test_what_the_scenarios_reach_is_told_rule_by_rule(with_scenarios: Callable[..., Path]) -> None:
    code, printed = _run(with_scenarios(young=SEVENTEEN), "--coverage", "--on", "2026-10-01")
    assert code == 0
    assert "1 scenario passed." in printed
    assert "the rules of 2026-10-01, and 1 scenario that they decide" in printed
    age = printed.split("eligibility.age.minimum\n")[1].splitlines()
    assert age[:2] == [
        "  held 1, did not hold 0, only reason 1, not known 0",
        "  1 of 2 sides of its comparisons",
    ]
    assert "  never: age below 18 years: false" in age


def test_scenarios_of_another_time_are_left_aside(with_scenarios: Callable[..., Path]) -> None:
    code, printed = _run(with_scenarios(young=SEVENTEEN), "--coverage", "--on", "2024-06-01")
    assert code == 0
    assert "Decided by the rules of another time, and left aside: 1 scenario (young)." in printed
    assert "They prove nothing about these rules. Ask about theirs with --on 2026-10-01." in printed


def test_few_of_many_scenarios_are_named(with_scenarios: Callable[..., Path]) -> None:
    folder = with_scenarios(**{f"young-{number}": SEVENTEEN for number in range(7)})
    code, printed = _run(folder, "--coverage", "--on", "2024-06-01")
    assert code == 0
    assert "left aside: 7 scenarios (young-0, young-1, young-2, young-3, young-4, and 2 more)." in printed


def test_a_scenario_that_fails_proves_nothing(with_scenarios: Callable[..., Path]) -> None:
    wrong = SEVENTEEN.replace("not_eligible", "eligible")
    code, printed = _run(with_scenarios(wrong=wrong), "--coverage", "--on", "2026-10-01")
    assert code == 1
    assert "Not decided as expected, and left aside: 1 scenario (wrong)." in printed


def test_changes_are_counted_for_a_program_to_read() -> None:
    code, printed = _run(programs() / "albany-ny", "--mutate", "--suggest", "--json")
    assert code == 0
    (told,) = json.loads(printed).values()
    mutation = told["mutation"]
    assert 0 < mutation["killed"] < mutation["total"] == mutation["killed"] + len(mutation["survivors"])
    noticed = [change for case in mutation["suggested"] for change in case["notices"]]
    assert len(noticed) == len(mutation["survivors"])
    assert told["suggested"][0]["reaches"]
    assert "coverage" not in told
