"""The documentation as it is built: nothing is missing from its reference, and no fault gets through."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

import leadkit
from leadkit.check.codes import all_codes
from leadkit.cli.group import command
from leadkit.documents.library import default_root, document_ids
from leadkit.model.fields import ANYWHERE, all_fields
from leadkit.policy import engine
from leadkit.policy.policy import Policy
from leadkit.resources import programs
from leadkit.site.page import PAGES
from tests.docs.running import ROOT
from tests.sampling import takes_long

pytestmark = pytest.mark.gate("python:mkdocs")
TAG = re.compile(r"<[^>]+>")


def _build(root: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built as ``make docs`` builds it."""
    out = tmp_path_factory.mktemp("docs") / "site"
    done = _build(ROOT, out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def _text(page: Path) -> str:
    return html.unescape(TAG.sub("", page.read_text(encoding="utf-8")))


def _letters(text: str) -> str:
    """A text without what Markdown may read otherwise."""
    return re.sub(r"\W+", "", text)


def test_every_field_is_told_with_its_text(site: Path) -> None:
    told = {path.stem: _letters(_text(path)) for path in (site / "reference/fields").glob("*.html")}
    told[ANYWHERE] = _letters(_text(site / "reference/fields.html"))
    shared = {field.path.removeprefix(f"{ANYWHERE}.") for field in all_fields() if field.path.startswith(ANYWHERE)}
    for field in all_fields():
        section, _, name = field.path.partition(".")
        if section == ANYWHERE or field.path.rpartition(".")[2] not in shared:  # those are told once for every object
            assert _letters(name if section == ANYWHERE else field.path) in told[section]
            assert _letters(field.description) in told[section], field.path


def test_every_finding_is_told_with_its_text(site: Path) -> None:
    for code in all_codes():
        page = (site / f"reference/findings/lk{code.code[2]}.html").read_text(encoding="utf-8")
        assert f'id="{code.code.lower()}"' in page
        assert code.name in page


def _commands(group: click.Group, above: str = "leadkit") -> dict[str, click.Command]:
    """Every command by its whole name."""
    found: dict[str, click.Command] = {}
    for name in group.list_commands(click.Context(group)):
        one = group.get_command(click.Context(group), name)
        assert one is not None
        found[f"{above} {name}"] = one
        if isinstance(one, click.Group):
            found |= _commands(one, f"{above} {name}")
    return found


def test_every_command_is_told_with_each_of_its_options(site: Path) -> None:
    page = (site / "reference/options.html").read_text(encoding="utf-8")
    listed = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    for name, one in _commands(command).items():
        own = page.partition(f'id="{name.replace(" ", "-")}">')[2].partition('id="leadkit')[0]
        assert own, name
        for option in one.params:
            assert isinstance(option, click.Argument) or option.opts[0] in own, (name, option.opts)
        assert isinstance(one, click.Group) or f"`{name}" in listed, name


def test_every_paper_and_every_page_of_a_site_is_told(site: Path) -> None:
    page = (site / "reference/papers.html").read_text(encoding="utf-8")
    guide = (ROOT / "docs/how-to/build-documents.md").read_text(encoding="utf-8")
    for kind in document_ids(default_root()):
        assert f'id="{kind}"' in page, kind
        assert f"`{kind}`" in guide, kind
    pages = (ROOT / "docs/reference/site-pages.md").read_text(encoding="utf-8")
    assert not [each for each in PAGES if f"`{each}`" not in pages]


def test_the_form_of_a_policy_and_the_python_that_is_public_are_told(site: Path) -> None:
    form = _text(site / "reference/policy-form.html")
    schema = Policy.model_json_schema()
    assert not [name for name in (*schema["properties"], *schema["$defs"]) if name not in form]
    python = _text(site / "reference/python.html")
    for module in (leadkit, engine):
        assert not [name for name in module.__all__ if f"{module.__name__}.{name}\n" not in python]


def test_every_program_is_told_with_what_it_was_made_from(site: Path) -> None:
    page = _text(site / "programs.html")
    for folder in programs().iterdir():
        assert f"jurisdictions/{folder.name}" in page
    assert page.count("Compiled from ") == len([*programs().iterdir()]) - 1
    assert "{" not in page.partition("The programs")[2]


def test_a_page_lists_the_open_section_alone(site: Path) -> None:
    page = (site / "how-to/screen-a-case.html").read_text(encoding="utf-8")
    menu = page.partition('<nav class="menu"')[2].partition("</nav>")[0]
    assert "screen-a-file.html" in menu
    assert "sign-and-keep-track.html" not in menu
    assert len(page) < 60_000


@takes_long
def test_a_fault_in_a_page_fails_the_build(tmp_path: Path) -> None:
    for name in ("docs", "templates/site/theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs/orphan.md").write_text("# Nobody leads here\n", encoding="utf-8")
    with (tmp_path / "docs/index.md").open("a", encoding="utf-8") as home:
        home.write("\n[a](nowhere.md) [b](how-to/install.md#nothing)\n")
    done = _build(tmp_path, tmp_path / "out")
    assert done.returncode != 0
    assert all(each in done.stderr for each in ("nowhere.md", "#nothing", "orphan.md"))
