"""The whole render: the same bytes from the same text, and nothing of the text ever read as code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import leadkit.policy.engine
from leadkit.deploy.compile.compiling import DATA, EXPECTED
from leadkit.deploy.compile.expected import expected_of
from leadkit.deploy.render import ENGINE, LOCK, MANIFEST, Rendered, render, sha256
from leadkit.documents.tree.plain import base_text
from leadkit.model.load import load
from leadkit.resources import programs
from tests.deploy.benches import bench_of, cells_in
from tests.programs import PROGRAMS
from tests.sampling import takes_long

OF_A_PROGRAM = (f"{DATA}/", "program/", "documents/", EXPECTED, ".leadkit/", "pyproject.toml", "README.md")
"""What two programs' repositories differ in, and in nothing else."""
HOSTILE = (
    '{{ cycler.__init__.__globals__.os.system("touch /tmp/owned") }}',
    "{% raw %}",
    "'; DROP TABLE people; --",
    "../../../etc/x",
    "</script><script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "a" * 400,
    "${jndi:ldap://x}",
    "\\u0000",
)
BIDIRECTIONAL = "\u202eevil\u202c"
pytestmark = takes_long


def _rendered(folder: Path) -> Rendered:
    return render(load(folder), name=folder.name, papers=False)


@pytest.fixture(scope="module")
def county() -> Rendered:
    return _rendered(programs() / "example-county")


def _data(made: Rendered, name: str) -> Any:
    return json.loads(made.files[f"{DATA}/{name}.json"])


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_program_renders(name: str) -> None:
    made = _rendered(programs() / name)
    sharing, flows = _data(made, "sharing"), load(programs() / name).resolve().program
    assert flows is not None
    complete = [each for each in flows.sharing.flows.values() if each.basis and each.scope and each.purpose]
    assert bool(sharing["cells"]) == bool(complete)
    assert len(sharing["cells"]) == len(json.loads(made.files[EXPECTED])["expected"])
    assert _data(made, "program")["id"] == name
    assert {one.severity.value for one in made.findings} <= {"warning", "note"}


def test_albany_says_nothing_of_sharing_and_its_service_shows_nothing() -> None:
    made = _rendered(programs() / "albany-ny")
    assert _data(made, "sharing")["cells"] == []
    assert "LK801" in {one.code for one in made.findings}


def test_the_same_text_gives_the_same_bytes_wherever_it_stands(
    county: Rendered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("one", "two/deeper"):
        copy = tmp_path / place / "example-county"
        shutil.copytree(programs() / "example-county", copy)
        assert _rendered(copy).files == county.files
    monkeypatch.chdir(copy)
    assert render(load("."), name="example-county", papers=False).files == county.files


def test_two_programs_differ_in_their_data_and_nothing_else(county: Rendered) -> None:
    other = _rendered(programs() / "albany-ny")
    paths = county.files.keys() | other.files.keys()
    differing = {path for path in paths if county.files.get(path) != other.files.get(path)}
    assert {path for path in differing if not path.startswith(OF_A_PROGRAM)} == set()


def test_the_engine_is_the_one_that_leadkit_runs(county: Rendered) -> None:
    folder = Path(str(leadkit.policy.engine.__file__)).parent
    files = {f"{ENGINE}/{file.name}": file.read_bytes() for file in folder.glob("*.py")}
    assert files
    assert {path: data for path, data in county.files.items() if path.startswith(f"{ENGINE}/")} == files


def test_the_manifest_has_the_hash_of_every_file_but_the_county_s_own(county: Rendered) -> None:
    hashes = json.loads(county.files[MANIFEST])["files"]
    listed = {path for path in county.files if not path.startswith(("local/", ".leadkit/"))}
    assert hashes == {path: sha256(county.files[path]) for path in listed}
    assert json.loads(county.files[LOCK])["program"] == "example-county"


def test_the_policy_is_the_one_that_policy_export_writes(county: Rendered) -> None:
    from leadkit.policy.compile import compile_policy
    from leadkit.policy.writing import policy_json

    policy = compile_policy(load(programs() / "example-county"), name="example-county")
    assert policy is not None
    assert county.files[f"{DATA}/policy.json"].decode() == policy_json(policy)


def test_hostile_text_is_data(over_county: Callable[[str], Path], county: Rendered) -> None:
    said = {f"h{number}": {"label": text, "sensitivity": "program"} for number, text in enumerate(HOSTILE)}
    piece = {
        "program": {"name": HOSTILE[0], "short_name": HOSTILE[1]},
        "deployment": {"name": HOSTILE[4]},
        "sharing": {"categories": said},
        "roles": {"case-management": {"title": BIDIRECTIONAL}},
    }
    made = _rendered(over_county(json.dumps(piece)))
    assert [_data(made, "sharing")["categories"][f"h{number}"]["label"] for number in range(len(HOSTILE))] == [*HOSTILE]
    assert _data(made, "roles")["roles"]["case-management"]["title"] == "evil"
    assert _data(made, "program")["name"] == HOSTILE[0]
    assert _data(made, "program")["service_name"] == HOSTILE[4]
    for path in county.files.keys() | made.files.keys():
        if not path.startswith(OF_A_PROGRAM):
            assert made.files.get(path) == county.files.get(path), path


def test_each_release_says_the_ten_elements_and_marks_a_draft(county: Rendered) -> None:
    releases = _data(county, "consents")["releases"]
    assert {"care-team-release", "justice-release", "treatment-release", "proceedings-consent"} <= set(releases)
    for name, release in releases.items():
        assert all(release["elements"][str(number)] for number in range(1, 11)), name
        assert release["languages"]["en"]["draft"] is False
        assert set(release["languages"]["en"]["blocks"]) == set(release["blocks"]) == set(release["block_order"])
    spanish = releases["justice-release"]["languages"]["es"]
    assert spanish["draft"] is True
    assert spanish["paragraphs"]
    assert releases["care-team-release"]["languages"]["es"]["draft"] is False
    assert len({release["version"] for release in releases.values()}) == len(releases)


def test_no_place_that_must_never_be_published_is_in_a_data_file(over_county: Callable[[str], Path]) -> None:
    piece = "services: {providers: {haven: {location: {street: 77 Hidden Lane, confidential: yes}}}}"
    made = _rendered(over_county(piece))
    assert not [path for path, data in made.files.items() if b"Hidden Lane" in data and path.startswith(f"{DATA}/")]


def test_the_reference_names_every_file_and_all_that_stands_in_it(county: Rendered) -> None:
    page = (Path(__file__).parents[2] / "docs/reference/deployment-data.md").read_text(encoding="utf-8")
    told = {part.partition("`")[0]: part for part in page.split("\n## `")[1:]}
    files = {path.rpartition("/")[2]: data for path, data in county.files.items() if path.startswith(f"{DATA}/")}
    assert files.keys() == {name for name in told if name.endswith(".json") and "/" not in name}
    for name, data in files.items():
        keys = json.loads(data).keys() - {"format"} if name != "policy.json" else ()
        assert [key for key in keys if f"`{key}`" not in told[name]] == [], name


FLIPS = {
    "recipient": "recipient: evaluator",
    "category": "categories: demographics",
    "action": "actions: copy",
    "scope": "scope: own_area",
    "detail": "detail: reason_code",
}


@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize(
    "flow", ["engagement-to-police", "intake-to-charging", "treatment-records", "case-status-to-care"]
)
def test_a_flow_that_is_changed_changes_its_cells_what_is_expected_and_its_line_alone(
    flow: str, flip: str, over_county: Callable[[str], Path]
) -> None:
    before = bench_of(programs() / "example-county")
    after = bench_of(over_county(f"sharing: {{flows: {{{flow}: {{{FLIPS[flip]}}}}}}}"))
    was, now = ({one["id"]: one for one in cells_in(bench)} for bench in (before, after))
    plain = [
        {id_: {**one, "at": None, "words": None, "clause": None, "line": None} for id_, one in each.items()}
        for each in (was, now)
    ]
    changed = {id_ for id_ in was.keys() | now.keys() if plain[0].get(id_) != plain[1].get(id_)}
    assert changed
    assert all(id_.startswith(f"{flow}|") for id_ in changed)
    expected = [{str(one) for one in expected_of(bench.standing)} for bench in (before, after)]
    assert expected[0] != expected[1]
    assert all(f"'flow': '{flow}'" in one for one in expected[0] ^ expected[1])
    assert _annex(before) != _annex(after)


def _annex(bench: Any) -> str:
    document = bench.drafts.composed("sharing-annex").document
    return "\n".join(
        base_text(clause)[0] for article in document.articles for clause in article.clauses if clause.id == "flows"
    )
