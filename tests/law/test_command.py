"""``leadkit law`` at the command line."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit import law
from leadkit.cli.law import command

PROGRAM = """\
program: {state: OR, law: [us-nm]}
law:
  local:
    city-23-1: {citation: "Code § 23-1", title: Drinking in public}
    city-9: {citation: "Code § 9", title: Noise, effective_until: 2020-01-01}
    broken: {title: No citation}
  verified:
    nm-30-31-23-felony: {by: county-counsel, on: 2026-12-01}
    city-23-1: {by: county-counsel}
"""


def run(*arguments: str, columns: int = 80):
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(command, arguments)


def parsed(*arguments: str) -> dict:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def program(tmp_path: Path) -> str:
    (tmp_path / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    return str(tmp_path)


def test_list_without_a_state_lists_the_catalogues() -> None:
    result = run("list")
    assert all(law.load(name).name in result.output for name in law.catalogues())
    assert {one["id"] for one in parsed("list")["catalogues"]} == set(law.catalogues())


def test_list_of_a_state_groups_by_place_and_names_what_is_missing() -> None:
    result = run("list", "ny")
    assert "State law" in result.output
    assert "New York City" in result.output
    assert "not legal advice" in result.output
    assert "Missing (Albany)" in result.output
    assert "never clears anybody" in result.output


def test_place_leaves_other_cities_out() -> None:
    assert "nyc-ac-10-125" not in run("list", "NY", "--place", "Albany").output
    assert "nyc-ac-10-125" in run("list", "NY", "--place", "New York City").output


def test_on_a_day_leaves_out_what_had_ended_and_says_what_is_not_known() -> None:
    output = " ".join(run("list", "NY", "--on", "2020-01-01").output.split())
    assert "ny-pl-221.10-2019" in output
    assert "ny-pl-221.10 " not in output
    assert "not known on 2020-01-01" in output
    assert "were not in force on 2020-01-01" in output


@pytest.mark.parametrize("state", ["OR", "us-or"])
def test_a_state_without_a_catalogue_says_what_to_do(state: str) -> None:
    result = run("list", state)
    assert result.exit_code == 0
    assert "There is no catalogue for OR" in result.output
    assert "law.local" in result.output
    assert "or-hb-4002" in result.output


def test_no_state_is_a_mistake_of_usage() -> None:
    result = run("list", "ZZ")
    assert result.exit_code == 2
    assert "two letters" in result.output


def test_show_says_what_is_not_researched_and_what_it_rests_on() -> None:
    output = run("show", "ny-pl-220.31").output
    assert "first day not researched" in output
    assert "general knowledge, nothing read" in output
    assert "not verified" in output


def test_counsel_never_sees_the_address_of_a_secondary_source() -> None:
    shown = {
        source.url: source.official
        for name in law.catalogues()
        for one in law.load(name).offences.values()
        for source in one.sources
    }
    shown |= {source.url: source.official for one in law.limits() for source in one.sources}
    secondary = {url for url, official in shown.items() if not official}
    for key in [one.id for name in law.catalogues() for one in law.load(name).offences.values()]:
        one = law.offence(key)
        allowed = {one.verify_at, *one.verify_also}
        output = run("show", key, columns=100).output
        assert not [url for url in secondary - allowed if url in output], key
    assert "nolo" not in run("show", "ny-pl-155.25").output.lower()
    sources = parsed("show", "ny-pl-155.25")["offence"]["sources"]
    assert any("criminaldefenselawyer" in source["url"] for source in sources)


def test_show_prints_an_official_source_with_its_address() -> None:
    output = run("show", "wa-9A.56.040").output
    assert "official text" in output
    assert "https://apps.leg.wa.gov/rcw/default.aspx?cite=9A.56.040" in output


@pytest.mark.parametrize(
    ("key", "kind"), [("ny-violent-felony", "set"), ("ca-1001.87-intake", "limit"), ("90E", "nibrs")]
)
def test_show_other_kinds(key: str, kind: str) -> None:
    assert run("show", key).exit_code == 0
    assert kind in parsed("show", key)


def test_a_condition_is_shown_with_its_limit() -> None:
    output = run("show", "ca-1001.87-intake").output
    assert "at most 30 days" in output
    assert "only under: bscc grant" in output


def test_show_on_a_day_in_json() -> None:
    found = parsed("show", "ny-pl-220.03", "--on", "2016-01-01")
    assert found["format"] == 1
    assert found["offence"]["on"]["in_force"] is None
    assert found["offence"]["effective_from"] is None


def test_an_unknown_id_is_a_mistake_of_usage_with_a_suggestion() -> None:
    result = run("show", "ny-pn-220.03")
    assert result.exit_code == 2
    assert 'Did you mean "ny-pl-220.03"?' in result.output
    assert "Try: leadkit law search" in run("show", "ny-pl-220.3").output  # which of many is meant cannot be told


def test_search() -> None:
    assert "nm-30-16-20" in run("search", "shoplifting", "--state", "NM").output
    assert "ny-pl-221.05" in run("search", "marijuana", "--state", "NY").output
    assert "ny-pl-230.04" in run("search", "purchase", "--state", "NY").output
    assert run("search", "unicorn").output.startswith('No offense holds "unicorn"')
    assert "There is no catalogue for OR" in run("search", "shoplifting", "--state", "OR").output
    assert {one["state"] for one in parsed("search", "trespass")["offences"]} == {
        "CA",
        "GA",
        "NM",
        "NY",
        "PA",
        "TX",
        "WA",
    }


def test_a_program_adds_its_law_and_who_verified_what(program: str) -> None:
    output = " ".join(run("list", "--program", program).output.split())
    assert "New Mexico" in output
    assert "There is no catalogue for OR" in output
    assert "Code § 23-1" in output
    assert "verified by county-counsel on 2026-12-01" in output
    assert "law.local.broken cannot be read" in output
    assert "verified by county-counsel" in run("show", "city-23-1", "--program", program).output
    assert "not verified by" in " ".join(run("show", "nm-30-31-20", "--program", program).output.split())
    found = parsed("show", "nm-30-31-23-felony", "--program", program)
    assert found["offence"]["verified"] == {"by": "county-counsel", "on": "2026-12-01"}


def test_local_law_that_has_ended_is_left_out(program: str) -> None:
    assert "Noise" in run("list", "--program", program).output
    assert "Noise" not in run("list", "--program", program, "--on", "2024-01-01").output
    assert [one["id"] for one in parsed("list", "--program", program, "--on", "2024-01-01")["local"]] == ["city-23-1"]


def test_search_finds_local_law_too(program: str) -> None:
    assert "city-23-1" in run("search", "drinking", "--program", program).output
    assert "city-23-1" not in run("search", "drinking").output


def test_a_folder_that_is_no_program(tmp_path: Path) -> None:
    result = run("list", "--program", str(tmp_path / "nowhere"))
    assert result.exit_code == 1
    assert "leadkit check" in result.output


@pytest.mark.parametrize("columns", [48, 72, 100])
def test_lines_keep_to_the_width(columns: int) -> None:
    for arguments in (
        ("list",),
        ("list", "OR"),
        ("list", "WA"),
        ("show", "ny-pl-220.16"),
        ("show", "nm-serious-violent"),
    ):
        for line in run(*arguments, columns=columns).output.splitlines():
            assert len(line) <= columns or "http" in line or len(line.split()) == 1, line


def test_a_damaged_installation_is_leadkits_own_fault(tmp_path: Path) -> None:
    package = shutil.copytree(
        Path(law.__file__).parents[1], tmp_path / "leadkit", ignore=shutil.ignore_patterns("__pycache__")
    )
    data = package / "law" / "data" / "us-tx.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("level: felony", "level: felon", 1), encoding="utf-8")
    done = _process("import sys\nsys.exit(command.main(['list', 'TX'], standalone_mode=False))\n", tmp_path)
    assert done.returncode == 3, done.stderr
    assert "LK902 error" in done.stderr
    assert "did you mean felony" in done.stderr
    assert "Traceback" not in done.stderr


def _process(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    whole = f"from leadkit.cli.law import command\n{code}"
    return subprocess.run(
        [sys.executable, "-c", whole],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_as_a_process_without_pydantic(tmp_path: Path) -> None:
    done = _process(
        "command.main(['show', 'wa-69.50.4013'], standalone_mode=False)\n"
        "import sys\nassert 'pydantic' not in sys.modules\n",
        tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "Knowing possession of a controlled substance" in done.stdout
