"""What the documentation says is true: its commands run, its YAML is valid, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
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
from tests.sampling import ALL

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r'^```(?P<kind>[a-z]+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"(?:\[.*\] )?> ?(.*)")
"""A line at which somebody answers a question."""
SLIP = ("lenght", "length")
"""The tutorial makes a slip on purpose, shows what is found, and has the reader correct it."""

LONG = (
    "prove-rules-with-cases", "change-a-rule", "build-documents", "compare-agreements", "sign-and-keep-track",
    "change-a-clause", "use-your-letterhead", "screen-a-file", "take-in-counsels-edits", "amend-the-agreement",
    "run-the-service", "install-the-service", "publish-the-site",
)  # fmt: skip
"""Pages whose commands make all there is of the example county."""

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a program named county in it, as the how-to guides suppose, and with Albany beside it."""
    shutil.copytree(programs() / "example-county", tmp_path / "county")
    shutil.copytree(programs() / "albany-ny", tmp_path / "albany-ny")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pages
def test_each_command_prints_what_the_page_shows(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page.stem in LONG and not ALL:
        pytest.skip("it takes long, and is tried where the gates are")
    monkeypatch.setattr("leadkit.cli.new.asks_on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")  # questions wrap to the terminal, and a runner of tests may have set its own
    for kind, title, text in _blocks(page):
        if kind == "diff":
            _change(desk / title, text)
        elif title:
            file = desk / title
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        elif kind == "console":
            _run(text)
            for file in desk.glob("pine-county/*.yaml"):
                file.write_text(file.read_text(encoding="utf-8").replace(*SLIP), encoding="utf-8")


def test_the_finding_in_the_readme_is_the_one_that_is_printed(desk: Path) -> None:
    file = desk / "county" / "agreement.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("\n  term:", "\n  trem:", 1), encoding="utf-8")
    printed = CliRunner().invoke(command, ["check", "county"], standalone_mode=False).output
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [block["text"] for block in BLOCK.finditer(text) if block["text"].startswith("agreement.yaml, line")]
    assert shown in printed.replace("county/", "")


def test_the_piece_in_the_readme_stands_in_the_example_county() -> None:
    (piece,) = [text for kind, _, text in _blocks(ROOT / "README.md") if kind == "yaml"]
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


def _blocks(page: Path) -> list[tuple[str, str, str]]:
    """Kind, title and text of each block; a console without a command goes on with the one before."""
    found: list[tuple[str, str, str]] = []
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        kind, title, text = block["kind"], block["title"] or "", block["text"]
        if kind == "console" and not text.startswith(("$", "make ")):
            number = next(index for index, known in reversed([*enumerate(found)]) if known[0] == "console")
            text = found[number][2] + text
            found[number] = (kind, title, text)
        else:
            found.append((kind, title, text))
    return found


def _change(file: Path, text: str) -> None:
    """Change a file as a page says: lines with a minus go, lines with a plus come."""
    lines = [(line[:1], line[1:]) for line in text.splitlines()]
    before, after = ("\n".join(line for mark, line in lines if mark != other) + "\n" for other in "+-")
    said = file.read_text(encoding="utf-8")
    assert said.count(before) == 1, f"{file.name} does not hold these lines once:\n{before}"
    file.write_text(said.replace(before, after), encoding="utf-8")


def _run(text: str) -> None:
    lines = text.splitlines()
    typed = "".join(f"{line[1]}\n" for line in map(TYPED.fullmatch, lines) if line)
    shown = ""
    for line in lines:
        if line.startswith("$ leadkit "):
            arguments = shlex.split(line.removeprefix("$ leadkit "))
            result = CliRunner().invoke(command, arguments, input=typed, standalone_mode=False)
            assert result.exception is None, f"{line}: {result.output}"
            shown = result.output.replace("\\", "/")
        elif line.startswith("make "):
            assert line.split()[1] in re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        else:
            assert line in shown, f"{line!r} is not in:\n{shown}"


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


GENERATED = ("fields.md", "findings.md", "answers.md")
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


@pytest.mark.gate("python:mkdocs")
def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "reference" / "findings" / "lk6" / "index.html").is_file()
    assert "local_offences" in (tmp_path / "site" / "reference" / "answers" / "index.html").read_text("utf-8")
    assert "presumptive" in (tmp_path / "site" / "reference" / "fields" / "eligibility" / "index.html").read_text(
        "utf-8"
    )


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
