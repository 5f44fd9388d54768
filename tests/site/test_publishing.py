"""What is put into the folder of a site, what stays there, and what is told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leadkit.resources import programs
from leadkit.site.manifest import NAME
from leadkit.site.wanted import Wanted
from leadkit.site.words import ENGLISH, SPANISH
from tests.sampling import takes_long
from tests.site.conftest import QUIET, published, texts_below

ALBANY = programs() / "albany-ny"
ALONE = "import sys; sys.modules['leadkit'] = None; from mkdocs.__main__ import cli; cli()"
"""mkdocs where leadkit cannot be imported."""


@pytest.fixture
def out(albany: Path, tmp_path: Path) -> Path:
    """The site of Albany, to be changed."""
    return Path(shutil.copytree(albany, tmp_path / "out"))


def test_a_site_holds_pages_configuration_theme_and_html(albany: Path) -> None:
    files = texts_below(albany)
    told = json.loads(files[NAME])
    assert {"mkdocs.yml", "theme/main.html", "site/index.html", "site/es/index.html"} < set(files)
    assert {"docs/index.md", "docs/who.md", "docs/partners.md", "docs/es/index.md"} <= set(files)
    assert set(told["files"]) == set(files) - {NAME}
    page = next(each for each in told["pages"] if each["path"] == "docs/es/who.md")
    assert (page["lang"], page["alternate"]) == ("es", "site/who.html")


def test_the_page_for_what_is_not_there_says_whose_site_it_is_in_both_languages(albany: Path) -> None:
    text = (albany / "site/404.html").read_text(encoding="utf-8")
    assert ENGLISH["public_sources"] in text
    assert ENGLISH["no_advice"] in text
    assert f'<div lang="es">\n<h2>{SPANISH["lost"]}</h2>' in text


def test_what_is_not_translated_is_listed_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leadkit.site.composing.has_language", lambda page, root, language: page != "who")
    albany = tmp_path / "albany"
    assert not published(ALBANY, albany).failed
    listed = (albany / "docs/es/languages.md").read_text(encoding="utf-8")
    assert '<a href="who.html"><span lang="en">Who Can Be Diverted</span></a>' in listed
    assert '<a href="index.html">Acerca del programa</a>' in listed
    page = (albany / "site/es/who.html").read_text(encoding="utf-8")
    assert "Esta página todavía no está traducida" in page.partition('<div lang="en">')[0]
    assert "Who Can Be Diverted</h1>" in page.partition('<div lang="en">')[2]


def test_an_english_site_lists_nothing_that_is_not_translated(tmp_path: Path) -> None:
    published(ALBANY, tmp_path / "out", replace(QUIET, languages=("en",)))
    assert not (tmp_path / "out/docs/languages.md").exists()


@takes_long
def test_a_workflow_is_written_on_request_and_gone_with_it(out: Path) -> None:
    published(ALBANY, out, replace(QUIET, workflow="gitlab"))
    assert (out / ".gitlab-ci.yml").is_file()
    published(ALBANY, out)
    assert not (out / ".gitlab-ci.yml").exists()


def test_the_same_program_gives_the_same_bytes(albany: Path, tmp_path: Path) -> None:
    published(ALBANY, tmp_path / "again")
    assert texts_below(tmp_path / "again") == texts_below(albany)


def test_nothing_is_done_where_nothing_changed(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("it was composed again")

    monkeypatch.setattr("leadkit.site.planning.plan", never)
    assert published(ALBANY, out).unchanged


def test_a_page_that_went_is_made_again(out: Path, albany: Path) -> None:
    (out / "site/who.html").unlink()
    assert not published(ALBANY, out).unchanged
    assert texts_below(out) == texts_below(albany)


def test_what_others_wrote_stays_and_is_a_page_too(out: Path) -> None:
    (out / "docs/news.md").write_text("# News\n\nWe meet on Monday.\n", encoding="utf-8")
    (out / "CNAME").write_text("lead.example.gov\n", encoding="utf-8")
    made = published(ALBANY, out)
    assert not made.failed
    assert "We meet on Monday" in (out / "docs/news.md").read_text(encoding="utf-8")
    assert "We meet on Monday" in (out / "site/news.html").read_text(encoding="utf-8")
    assert published(ALBANY, out).unchanged
    (out / "docs/news.md").write_text("# News\n\nWe meet on Friday.\n", encoding="utf-8")
    published(ALBANY, out)
    assert "We meet on Friday" in (out / "site/news.html").read_text(encoding="utf-8")
    assert (out / "CNAME").read_text(encoding="utf-8") == "lead.example.gov\n"


def test_what_somebody_changed_is_told_kept_and_shown(out: Path, albany: Path) -> None:
    page = out / "docs/who.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nAsk us on Monday.\n", encoding="utf-8")
    for _ in range(2):  # the second time, too, it is somebody's work
        made = published(ALBANY, out)
        assert [each.code for each in made.findings if "docs/who.md" in each.message] == ["LK851"]
        assert "Ask us on Monday." in page.read_text(encoding="utf-8")
        assert "Ask us on Monday." in (out / "site/who.html").read_text(encoding="utf-8")
    published(ALBANY, out, replace(QUIET, overwrite=True))
    assert texts_below(out) == texts_below(albany)


def test_html_that_somebody_changed_is_told_and_kept(out: Path) -> None:
    page = out / "site/who.html"
    page.write_text("Ours.", encoding="utf-8")
    made = published(ALBANY, out)
    assert [each.message for each in made.findings if each.code == "LK851"] == [
        "Under site/ stands HTML that leadkit did not write, and it is left as it is: site/who.html."
    ]
    assert page.read_text(encoding="utf-8") == "Ours."


def test_a_mistake_in_a_page_of_others_is_theirs_and_changes_nothing(out: Path) -> None:
    (out / "docs/news.md").write_text("# News\n\n[Away](nowhere.md)\n", encoding="utf-8")
    (out / "site/who.html").unlink()
    before = texts_below(out)
    made = published(ALBANY, out)
    assert [each.code for each in made.findings if each.is_error] == ["LK854"]
    assert texts_below(out) == before


def test_a_page_that_leadkit_writes_no_more_is_gone(out: Path) -> None:
    published(ALBANY, out, replace(QUIET, languages=("en",)))
    assert not (out / "docs/es").exists()
    assert not (out / "site/es").exists()
    assert "es/index" not in (out / "site/index.html").read_text(encoding="utf-8")


def test_a_changed_page_that_leadkit_writes_no_more_is_told_each_time(out: Path) -> None:
    page, english = out / "docs/es/who.md", replace(QUIET, languages=("en",))
    page.write_text('---\nlang: "es"\n---\n# Zqx\n', encoding="utf-8")
    for _ in range(2):
        made = published(ALBANY, out, english)
        assert ["docs/es/who.md" in each.message for each in made.findings if each.code == "LK851"] == [True]
        assert "Zqx" in page.read_text(encoding="utf-8")
    published(ALBANY, out, replace(english, overwrite=True))
    assert not page.exists()


def test_a_program_with_errors_is_not_published(out: Path, county: Any, put: Callable[..., Path]) -> None:
    before = texts_below(out)
    county["program"]["unit_of_decision"] = "nonsense"
    made = published([ALBANY, put(county)], out)
    assert made.failed
    assert all(each.is_error for each in made.findings)
    assert texts_below(out) == before
    assert not list(out.parent.glob(".out*"))


def test_the_pages_are_those_of_the_day(tmp_path: Path) -> None:
    published(programs() / "santa-fe-nm", tmp_path / "out", Wanted(on=date(2015, 1, 1), search=False))
    assert "January 1, 2015" in (tmp_path / "out/site/who.html").read_text(encoding="utf-8")


def test_mkdocs_alone_builds_the_folder(out: Path, albany: Path) -> None:
    shutil.rmtree(out / "site")
    made = subprocess.run(
        [sys.executable, "-I", "-c", ALONE, "build", "--quiet", "--strict"],
        cwd=out,
        capture_output=True,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, b"")
    for path in sorted((albany / "site").rglob("*.html")):
        assert (out / path.relative_to(albany)).read_bytes() == path.read_bytes()


def test_a_link_is_not_followed(tmp_path: Path, albany: Path, out: Path) -> None:
    (tmp_path / "link").symlink_to(albany)
    assert [each.code for each in published(ALBANY, tmp_path / "link").findings] == ["LK857"]
    elsewhere = tmp_path / "elsewhere"
    (out / "site").replace(elsewhere)
    (out / "site").symlink_to(elsewhere)
    before = texts_below(elsewhere)
    made = published(ALBANY, out, replace(QUIET, languages=("en",)))
    assert [(each.code, each.message) for each in made.findings if each.is_error] == [
        ("LK857", f"{(out / 'site').as_posix()} is a link, and links are not followed.")
    ]
    assert texts_below(elsewhere) == before
