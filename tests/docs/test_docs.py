"""What the documentation says is true: its commands run, its YAML is valid, its links lead somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.check import check
from leadkit.cli.group import command
from leadkit.model.load import load
from leadkit.resources import programs
from tests.docs.running import BLOCK, ROOT, blocks, run_page
from tests.sampling import ALL

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TUTORIAL = [page for page in PAGES if "tutorial" in page.parts]
"""Its parts follow each other: ``test_tutorial`` runs them."""
LONG = (
    "prove-rules-with-cases", "change-a-rule", "build-documents", "compare-agreements", "sign-and-keep-track",
    "change-a-clause", "use-your-letterhead", "screen-a-file", "take-in-counsels-edits", "amend-the-agreement",
    "run-the-service", "install-the-service", "publish-the-site",
)  # fmt: skip
"""Pages whose commands make all there is of the example county."""

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
alone = pytest.mark.parametrize(
    "page", [page for page in PAGES if page not in TUTORIAL], ids=lambda page: page.relative_to(ROOT).as_posix()
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a program named county in it, as the how-to guides suppose, and with Albany beside it."""
    shutil.copytree(programs() / "example-county", tmp_path / "county")
    shutil.copytree(programs() / "albany-ny", tmp_path / "albany-ny")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@alone
def test_each_command_prints_what_the_page_shows(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page.stem in LONG and not ALL:
        pytest.skip("it takes long, and is tried where the gates are")
    run_page(page, desk, monkeypatch)


def test_the_finding_in_the_readme_is_the_one_that_is_printed(desk: Path) -> None:
    file = desk / "county" / "agreement.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("\n  term:", "\n  trem:", 1), encoding="utf-8")
    printed = CliRunner().invoke(command, ["check", "county"], standalone_mode=False).output
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [block["text"] for block in BLOCK.finditer(text) if block["text"].startswith("agreement.yaml, line")]
    assert shown in printed.replace("county/", "")


def test_the_piece_in_the_readme_stands_in_the_example_county() -> None:
    (piece,) = [text for kind, _, text in blocks(ROOT / "README.md") if kind == "yaml"]
    section, _, lines = piece.partition("\n")
    file = (programs() / "example-county" / f"{section.rstrip(':')}.yaml").read_text(encoding="utf-8")
    assert f"\n{lines}" in file


def test_a_tab_is_repaired_where_its_column_is_plain(desk: Path) -> None:
    file = desk / "county" / "agreement.yaml"
    text = file.read_text(encoding="utf-8")
    for spaces in (4, 6):
        line = next(one for one in text.splitlines() if len(one) - len(one.lstrip()) == spaces and ": " in one)
        file.write_text(text.replace(f"\n{line}", "\n\t" + line.lstrip(), 1), encoding="utf-8")
        said = CliRunner().invoke(command, ["fix", "county", "--diff"], standalone_mode=False).output
        assert ("Nothing to repair" in said) is (spaces == 6), said


USES_COUNTY = re.compile(r"^(?:\$ )?leadkit (?:.* )?county(?: |$)", re.MULTILINE)


@pages
def test_a_page_that_uses_the_folder_county_says_where_it_is_from(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    used = USES_COUNTY.search(text)
    copied = text.find("jurisdictions/example-county county`")
    assert used is None or 0 < copied < used.start()


GUIDES = [page for page in PAGES if "how-to" in page.parts]


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_each_piece_of_yaml_in_a_guide_fits_a_program(page: Path, over_county: Callable[[str], Path]) -> None:
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        text = block["text"].replace("…", "x")
        if block["kind"] != "yaml" or text.startswith(("#", "extends:")):
            continue
        standing = load(over_county(text)).resolve()
        assert not standing.errors, (block["text"], standing.errors)


def test_the_overlay_of_its_guide_is_sound_but_for_the_acts_of_its_base(desk: Path) -> None:
    text = (ROOT / "docs" / "how-to" / "build-on-a-base.md").read_text(encoding="utf-8")
    (desk / "north").mkdir()
    overlay = next(block["text"] for block in BLOCK.finditer(text) if block["text"].startswith("extends:"))
    (desk / "north" / "program.yaml").write_text(overlay, encoding="utf-8")
    assert {one.code for one in check(desk / "north")} == {"LK177"}  # which the guide tells of


GENERATED = (
    "fields.md", "findings.md", "answers.md", "options.md", "papers.md", "policy-form.md", "python.md", "programs.md",
)  # fmt: skip
"""The pages that are there only once the site is built; on GitHub a link to them leads nowhere."""


@pages
def test_each_link_leads_to_a_page(page: Path) -> None:
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if "://" in target:
            continue
        assert target.endswith(GENERATED) or (page.parent / target).exists(), target


@pages
def test_a_link_to_a_page_that_is_yet_to_be_made_says_how(page: Path) -> None:
    for part in re.split(r"\n\n|\n(?=[-|])", BLOCK.sub("", page.read_text(encoding="utf-8"))):
        if re.search(rf"\(([^)#]*/)?({'|'.join(map(re.escape, GENERATED))})[)#]", part):
            assert "`make docs`" in part, part


@pytest.mark.parametrize("folder", ["how-to", "decisions"])
def test_an_index_lists_every_page_of_its_folder(folder: str) -> None:
    listed = (ROOT / "docs" / folder / "index.md").read_text(encoding="utf-8")
    assert not [
        page.name
        for page in PAGES
        if page.parent.name == folder and page.stem != "index" and f"({page.name})" not in listed
    ]


ACTIVATE = {"README.md": ROOT / "README.md", "tutorial": ROOT / "docs/tutorial/first-program.md"}
ACTIVATE["install"] = ROOT / "docs/how-to/install.md"


@pytest.mark.parametrize("page", ACTIVATE.values(), ids=ACTIVATE)
def test_a_page_says_how_to_run_leadkit_from_anywhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert ". /path/to/leadkit/.venv/bin/activate" in text
    assert r"\path\to\leadkit\.venv\Scripts\activate" in text


def test_leadkit_runs_from_anywhere_once_its_environment_is_on(tmp_path: Path) -> None:
    activate = Path(sys.prefix) / "bin" / "activate"
    if not activate.is_file() or shutil.which("sh") is None:
        pytest.skip("the tests do not run in an environment of their own, or there is no shell")
    for line in (f". '{activate}' && leadkit --version", f"'{activate.with_name('leadkit')}' --version"):
        done = subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        assert "leadkit" in done.stdout
