"""``leadkit build`` as a planner types it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.documents.building import BuildResult, Refused
from leadkit.documents.placing import Written
from leadkit.report.built import Outcome, render_text
from leadkit.resources import programs
from tests.sampling import takes_long

COUNTY = programs() / "example-county"


def _build(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["build", *map(str, arguments)], standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value, result.output


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``leadkit build --format md`` makes of the example county; tests only read it."""
    out = tmp_path_factory.mktemp("texts")
    assert _build(COUNTY, "--format", "md", "--out", out)[0] == 0
    return out / "example-county"


@takes_long
def test_each_program_gets_a_folder_with_its_documents(tmp_path: Path) -> None:
    mou = ("--document", "mou", "--format", "docx,md")
    code, printed = _build(COUNTY, programs() / "albany-ny", *mou, "--out", tmp_path)
    assert code == 0
    for name in ("example-county", "albany-ny"):
        assert (tmp_path / name / "mou.md").read_text(encoding="utf-8").startswith("# Memorandum")
        assert zipfile.is_zipfile(tmp_path / name / "mou.docx")
        assert f"{name}/mou.docx" in printed
    assert "A part stands as a box" in printed


def test_documents_are_not_written_among_the_text_of_a_program(tmp_path: Path) -> None:
    county = Path(shutil.copytree(COUNTY, tmp_path / "county"))
    before = sorted(county.iterdir())
    result = CliRunner().invoke(command, ["build", str(county), "--out", str(tmp_path)])
    assert result.exit_code == 2
    assert f"{county.as_posix()} holds the program itself: choose another --out." in result.output
    assert sorted(county.iterdir()) == before


def test_a_program_with_errors_is_not_built_and_says_why(tmp_path: Path) -> None:
    spoilt = tmp_path / "county"
    shutil.copytree(COUNTY, spoilt)
    file = spoilt / "agencies.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("legal_name:", "legal_nmae:", 1), encoding="utf-8")
    code, printed = _build(spoilt, "--out", tmp_path / "out")
    assert code == 1
    assert "legal_nmae" in printed
    assert not (tmp_path / "out").exists()


def test_a_few_files_are_named_with_the_parts_that_stand_as_a_box() -> None:
    file = Written(Path("out/maple/mou.md"), "md", "0" * 64, 1700)
    built = BuildResult("mou", date(2026, 11, 24), (file,), (Refused("mou", "term", "open"),))
    printed = render_text([Outcome("maple", {}, (), (built,), {"mou": "public"})])
    assert printed == (
        "out/maple/mou.md  (2 kB)\nA part stands as a box where something that it needs is open:\n  mou: term\n"
    )


def test_many_files_are_counted_for_each_group_of_readers_and_named_on_demand() -> None:
    def paper(number: int, *refused: Refused) -> BuildResult:
        paths = () if refused else (f"out/maple/paper-{number}.{form}" for form in ("docx", "md"))
        files = tuple(Written(Path(each), "md", "0" * 64, 1000) for each in paths)
        return BuildResult(f"paper-{number}", date(2026, 11, 24), files, refused)

    made = [paper(number) for number in range(20)]
    made += [paper(number, Refused(f"paper-{number}", "", "No list is agreed.")) for number in range(20, 40)]
    made.append(BuildResult("mou", date(2026, 11, 24), (), (Refused("mou", "term", ""),)))
    readers = {f"paper-{number}": "restricted" if number == 3 else "public" for number in range(20)}
    outcome = Outcome("maple", {}, (), made, readers)
    printed = render_text([outcome])
    assert printed.splitlines()[:5] == [
        "maple as of 2026-11-24, in out/maple:",
        "  public       19 papers    38 files",
        "  restricted    1 paper      2 files",
        "  Each file stands in build.json there; --verbose names it here.",
        "Not written: 20 of 41 papers.",
    ]
    assert "  paper-20: No list is agreed.\n" in printed
    assert "paper-39. --verbose says why." in printed
    assert "  1 in mou\n" in printed
    assert len(printed.splitlines()) <= 30
    whole = render_text([outcome], verbose=True)
    assert all(f"{each.path.as_posix()}  (1 kB)\n" in whole for one in made for each in one.files)
    assert "  paper-39: No list is agreed.\n" in whole
    assert "  mou: term\n" in whole


@takes_long
def test_json_lists_the_files_with_their_hashes_and_what_was_left_out(tmp_path: Path) -> None:
    code, printed = _build(programs() / "albany-ny", "--format", "md", "--out", tmp_path, "--json")
    built = json.loads(printed)["programs"][0]
    assert code == 0
    names = [Path(file["path"]).name for file in built["files"]]
    assert names == [
        f"{name}.md"
        for name in (
            "areas-annex",
            "eligibility-annex",
            "evaluation-plan",
            "fidelity-report",
            "fiscal-note",
            "funding-schedule",
            "governance-charter",
            "law-verification-sheet",
            "measures-annex",
            "mou",
            "open-decisions",
            "partner-list",
            "party-roster",
            "planning-mou",
            "service-directory",
        )
    ]
    assert all(len(file["sha256"]) == 64 for file in built["files"])
    assert {"document": "mou", "part": "undertakings"}.items() <= next(
        part for part in built["left_out"] if part["part"] == "undertakings"
    ).items()


@takes_long
def test_a_manifest_lists_what_was_made_and_from_what(texts: Path, tmp_path: Path) -> None:
    listed = json.loads((texts / "build.json").read_text(encoding="utf-8"))
    for document in listed["documents"]:
        for file in document["files"]:
            assert hashlib.sha256((texts / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    again = tmp_path / "example-county"
    shutil.copytree(texts, again)
    _build(COUNTY, "--format", "md", "--out", tmp_path)
    assert (again / "build.json").read_bytes() == (texts / "build.json").read_bytes()


def _county_with(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the example county with its documents changed."""
    county = tmp_path / "county"
    shutil.copytree(COUNTY, county)
    file = county / "documents.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return county


def _header(docx: Path) -> str:
    with zipfile.ZipFile(docx) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/header")]
        return "".join(archive.read(name).decode("utf-8") for name in sorted(names))


def test_the_memorandum_is_printed_on_the_letterhead_and_its_hash_is_listed(tmp_path: Path) -> None:
    _build(COUNTY, "--document", "mou,eligibility-annex", "--format", "docx", "--out", tmp_path)
    folder = tmp_path / "example-county"
    assert "100 Court Square" in _header(folder / "mou.docx")
    assert not _header(folder / "eligibility-annex.docx")
    listed = json.loads((folder / "build.json").read_text(encoding="utf-8"))["documents"]
    used = hashlib.sha256((COUNTY / "letterhead" / "county.docx").read_bytes()).hexdigest()
    assert {each["document"]: each["letterhead"] for each in listed if each["letterhead"]} == {"mou": used}


def test_a_letterhead_goes_with_the_document_whatever_the_program_calls_it(tmp_path: Path) -> None:
    county = _county_with(tmp_path, ("\n  mou:\n", "\n  the-agreement:\n"))
    assert _build(county, "--document", "mou", "--format", "docx", "--out", tmp_path / "out")[0] == 0
    assert "100 Court Square" in _header(tmp_path / "out" / "county" / "the-agreement.docx")


def test_the_letterhead_of_a_base_lies_in_the_base(tmp_path: Path) -> None:
    _county_with(tmp_path)
    (tmp_path / "north").mkdir()
    (tmp_path / "north" / "program.yaml").write_text(
        "extends: ../county\nchange: {program: {name: North County LEAD}}\n", encoding="utf-8"
    )
    code, printed = _build(tmp_path / "north", "--document", "mou", "--format", "docx", "--out", tmp_path / "out")
    assert code == 0, printed
    assert "100 Court Square" in _header(tmp_path / "out" / "north" / "mou.docx")


@pytest.mark.parametrize(
    ("content", "code"), [(None, "LK119"), (b"Dear Sir or Madam,", "LK720")], ids=["missing", "no Word document"]
)
def test_a_letterhead_that_cannot_be_used_refuses_the_word_file_alone(
    content: bytes | None, code: str, tmp_path: Path
) -> None:
    county = _county_with(tmp_path)
    file = county / "letterhead" / "county.docx"
    file.unlink() if content is None else file.write_bytes(content)
    failed, printed = _build(county, "--document", "mou", "--format", "docx,md", "--out", tmp_path / "out")
    assert failed == 1
    assert code in printed
    assert "letterhead: letterhead/county.docx" in printed
    assert "Not written: 1 of 1 paper.\n  mou: " in printed
    there = sorted(each.name for each in (tmp_path / "out" / "county").iterdir())
    assert there == ["build.json", "mou.md", "signing.json"]


@takes_long
def test_the_memorandum_cites_the_annex_by_the_fingerprint_that_the_annex_prints(texts: Path) -> None:
    annex = (texts / "eligibility-annex.md").read_text(encoding="utf-8")
    printed = re.search(r"Fingerprint:\*\* ([0-9a-f]{16})", annex)
    assert printed is not None
    assert f"| Eligibility for diversion | {printed[1]} |" in (texts / "mou.md").read_text(encoding="utf-8")


@takes_long
def test_a_list_that_is_not_agreed_makes_no_annex_and_does_not_block_the_memorandum(tmp_path: Path) -> None:
    county = tmp_path / "county"
    shutil.copytree(COUNTY, county)
    file = county / "eligibility.yaml"
    text = file.read_text(encoding="utf-8").replace("list_status: adopted", "list_status: not_agreed", 1)
    file.write_text(text, encoding="utf-8")
    pathways = county / "pathways.yaml"
    closed = pathways.read_text(encoding="utf-8").replace("2024-03-04: yes}", "2024-03-04: no}", 1)
    pathways.write_text(closed, encoding="utf-8")
    code, printed = _build(county, "--format", "md", "--out", tmp_path / "out")
    assert code == 0, printed
    assert (tmp_path / "out" / "county" / "mou.md").exists()
    assert not (tmp_path / "out" / "county" / "eligibility-annex.md").exists()
    code, printed = _build(county, "--document", "eligibility-annex", "--format", "md", "--out", tmp_path / "out")
    assert code == 1
    assert "The list of offenses has not been agreed." in printed


def test_the_day_asked_for_is_the_day_printed(tmp_path: Path) -> None:
    _build(COUNTY, "--document", "mou", "--format", "md", "--out", tmp_path, "--on", "2024-04-01")
    text = (tmp_path / "example-county" / "mou.md").read_text(encoding="utf-8")
    assert "April 1, 2024" in text
    assert "Sampleton Department of Police" in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--document", "muo"], "Did you mean mou?"),
        (["--format", "pdff"], "There is no format pdff"),
        (["--format", "docs"], "Did you mean docx?"),
        (["--on", "2024"], "write YYYY-MM-DD"),
    ],
)
def test_a_mistake_of_usage_is_said_and_writes_nothing(arguments: list[str], says: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["build", str(COUNTY), "--out", str(tmp_path / "out"), *arguments])
    assert result.exit_code == 2
    assert says in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("other", ["county", "County"])
def test_two_programs_never_write_to_one_folder(other: str, tmp_path: Path) -> None:
    places = [tmp_path / "a" / "county", tmp_path / "b" / other]
    result = CliRunner().invoke(command, ["build", *map(str, places), "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert f"Two programs are in folders named {other}" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["CON", "nul", "com1.old", "what?", "town."])
def test_a_name_that_windows_cannot_have_is_refused_everywhere(name: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["build", f"git:HEAD:towns/{name}", "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert f"Windows has no folder named {name}" in result.output


def test_a_file_that_could_not_be_written_fails_the_build_and_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "example-county" / "mou.docx" / "in-the-way").mkdir(parents=True)
    code, printed = _build(COUNTY, "--document", "mou,joinder-form", "--format", "docx,md", "--out", tmp_path)
    assert code == 1
    assert "LK716 error" in printed
    assert "Not written: 1 of 2 papers.\n  mou: " in printed
    assert (tmp_path / "example-county" / "mou.md").exists()


def test_on_a_day_without_an_agreement_none_is_printed(tmp_path: Path) -> None:
    code, printed = _build(programs() / "santa-fe-nm", "--out", tmp_path / "out", "--on", "2020-06-01")
    assert code == 1
    assert "On 2020-06-01 the agreement is not in force" in printed
    assert not (tmp_path / "out").exists()


@takes_long
def test_what_holds_on_other_days_only_prints_as_a_box(tmp_path: Path) -> None:
    county = tmp_path / "county"
    shutil.copytree(COUNTY, county)
    file = county / "governance.yaml"
    text = file.read_text(encoding="utf-8").replace("  bodies:\n", "  bodies:\n    effective_from: 2030-01-01\n", 1)
    file.write_text(text, encoding="utf-8")
    code, printed = _build(
        county, "--document", "mou", "--format", "md", "--out", tmp_path / "out", "--on", "2025-06-01"
    )
    assert code == 0, printed
    made = (tmp_path / "out" / "county" / "mou.md").read_text(encoding="utf-8")
    assert "> **Not in force on that date**" in made


@takes_long
def test_what_is_open_for_every_pathway_prints_a_box_for_each_that_lacks_it(over_county: Callable[[str], Path]) -> None:
    gap = "{why: undocumented, looked_in: [EX-1]}"
    folder = over_county(
        "pathways: {arrest-diversion: {areas: ~}, social-contact: {areas: ~}}\n"
        f"open: {{pathways.*.areas: {gap}}}\n"
    )
    code, _ = _build(folder, "--document", "mou", "--format", "md", "--out", folder / "out")
    assert code == 0
    text = (folder / "out" / folder.name / "mou.md").read_text(encoding="utf-8")
    for name in ("Arrest diversion", "Officer social contact"):
        assert text.count(f"> {name}: the areas in which it is open.") == 1


def test_a_file_that_somebody_changed_is_left_as_it_is(tmp_path: Path) -> None:
    arguments = (COUNTY, "--document", "party-roster", "--format", "md,html", "--out", tmp_path)
    _build(*arguments)
    edited = tmp_path / "example-county" / "party-roster.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nCounsel was here.\n", encoding="utf-8")
    code, printed = _build(*arguments)
    assert code == 1
    assert "LK724" in printed
    assert "Counsel was here." in edited.read_text(encoding="utf-8")
    code, _ = _build(*arguments)
    assert code == 1, "the record of what was built is not lost with the refusal"
    code, _ = _build(*arguments, "--overwrite")
    assert code == 0
    assert "Counsel was here." not in edited.read_text(encoding="utf-8")


def test_what_leadkit_wrote_itself_is_written_again(tmp_path: Path) -> None:
    pair = (COUNTY, "--document", "eligibility-annex,party-roster", "--format", "md", "--out", tmp_path)
    _build(*pair, "--on", "2025-06-01")
    code, _ = _build(COUNTY, "--document", "party-roster", "--format", "md", "--out", tmp_path)
    assert code == 0
    code, printed = _build(*pair)
    assert code == 0, printed


def test_no_document_is_built_of_a_base(tmp_path: Path) -> None:
    code, printed = _build(programs() / "new-mexico-base", "--out", tmp_path / "out")
    assert code == 1
    assert "LK175 error: This folder is a base, and no program.\n    Build a folder that extends it.\n" in printed
    assert not (tmp_path / "out").exists()
