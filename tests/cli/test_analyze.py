"""``leadkit analyze`` as a planner types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.resources import programs

COUNTY = programs() / "example-county"
ALBANY = programs() / "albany-ny"


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["analyze", *map(str, arguments)], standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return result.exception.exit_code, result.exception.format_message()
    assert result.exception is None, result.output
    return result.return_value or 0, result.output


def test_each_remark_names_the_rule_its_line_and_a_case() -> None:
    code, printed = _run(COUNTY)
    assert code == 0
    assert "is no advice to strike it" in printed.splitlines()[1]
    assert "Pathways on which nobody is eligible" in printed
    assert "pathways.yaml, line 110: The pathway is not open. (pathways.prosecutor-referral.enabled)" in printed
    assert "For example, on the pathway Arrest diversion (not eligible):" in printed
    assert 'Name the smallest that it lies in. "In none of them".' in printed


def test_a_program_without_a_remark_says_so_and_several_are_told_one_after_the_other() -> None:
    code, printed = _run(ALBANY, COUNTY, "--exit-code")
    assert code == 1
    assert printed.index("Nothing to remark") < printed.index("Example County")


def test_the_exit_code_tells_only_where_it_is_asked_for() -> None:
    assert _run(COUNTY)[0] == 0
    assert _run(COUNTY, "--exit-code")[0] == 1
    assert _run(ALBANY, "--exit-code")[0] == 0


def test_json_holds_the_case_as_the_engine_reads_it() -> None:
    (program,) = json.loads(_run(COUNTY, "--json")[1])["programs"]
    assert (program["program"], program["on"], program["days"]) == ("example-county", "2026-11-24", 9)
    implied = next(one for one in program["remarks"] if one["kind"] == "rule_implied")
    (decided,) = implied["witness"]["decided"]
    assert decided["outcome"] == "not_eligible"
    assert implied["rules"][0]["id"] in decided["rules"]
    assert decided["case"]["pathway"] == implied["witness"]["pathway"]
    assert implied["rules"][0]["file"] == "areas.yaml"


def test_on_a_day_only_that_day_is_looked_at() -> None:
    (program,) = json.loads(_run(programs() / "santa-fe-nm", "--on", "2019-11-01", "--json")[1])["programs"]
    assert (program["on"], program["days"]) == ("2019-11-01", 0)
    (all_days,) = json.loads(_run(programs() / "santa-fe-nm", "--json")[1])["programs"]
    assert all_days["days"] == 10 and "no_offence" in [one["kind"] for one in all_days["remarks"]]


@pytest.mark.parametrize(
    ("folder", "said"),
    [(programs() / "new-mexico-base", "is a base, and no program"), ("no-such-folder", "cannot be read as they stand")],
)
def test_a_program_that_decides_no_case_is_an_error(folder: Path, said: str) -> None:
    code, printed = _run(folder)
    assert code == 1
    assert said in printed


def test_a_text_with_an_error_is_an_error(over_county: Callable[[str], Path]) -> None:
    folder = over_county("eligibility: {age: {minimum: 40}}")
    (folder / "eligibility.yaml").write_text("zzz\n", encoding="utf-8")
    code, printed = _run(folder)
    assert code == 1
    assert "eligibility.yaml, line 1: " in printed
    assert f"Run: leadkit check {folder}" in printed


def test_a_rule_that_cannot_hold_is_told(over_county: Callable[[str], Path]) -> None:
    folder = over_county("eligibility: {age: {minimum: 40, maximum: 30}}")
    printed = _run(folder)[1]
    assert "Nobody can be diverted on the pathway Arrest diversion" in printed
