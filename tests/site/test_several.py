"""Several programs on one site: their list, and what they say side by side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leadkit.resources import programs
from leadkit.site.page import Address
from leadkit.site.words import WORDS
from tests.site.conftest import published


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two programs of which one says little."""
    out = tmp_path_factory.mktemp("site") / "joint"
    made = published([programs() / "albany-ny", programs() / "santa-fe-nm"], out)
    assert not made.failed, made.findings
    return out


def _row(out: Path, program: str) -> str:
    lines = (out / "docs/compare.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f'| <a href="{program}/'))


def test_each_program_has_its_own_pages_in_both_languages(joint: Path) -> None:
    for page in ("albany-ny/index", "albany-ny/es/index", "santa-fe-nm/who", "santa-fe-nm/es/who", "es/compare"):
        assert (joint / f"site/{page}.html").is_file(), page


def test_the_list_leads_to_each_program(joint: Path) -> None:
    text = (joint / "docs/index.md").read_text(encoding="utf-8")
    assert re.findall(r'^-   <a href="([^"]+)"', text, re.MULTILINE) == [
        "albany-ny/index.html",
        "santa-fe-nm/index.html",
    ]
    assert "Compiled from public sources" in text


def test_the_table_says_what_the_programs_say(joint: Path) -> None:
    row = _row(joint, "santa-fe-nm")
    assert "Weight: 6 g<br>For prescription opiate pills: no limit<br>Sources differ." in row
    assert "7 days to 30 days" in row


def test_the_table_says_whose_words_these_are(joint: Path) -> None:
    assert "From public sources, and not approved by the program" in _row(joint, "albany-ny")
    spanish = (joint / "docs/es/compare.md").read_text(encoding="utf-8")
    assert spanish.count("De fuentes públicas, sin aprobación del programa") == 2


def test_what_is_not_known_prints_as_such_and_leads_on(joint: Path) -> None:
    row = _row(joint, "albany-ny")
    assert row.count('<span class="gap"><a href="albany-ny/open.html">Not in the public sources</a></span>') == 2


def test_a_page_leads_to_itself_in_the_other_language(joint: Path) -> None:
    assert 'alternate: "es/who.html"' in (joint / "docs/albany-ny/who.md").read_text(encoding="utf-8")
    assert 'alternate: "../who.html"' in (joint / "docs/albany-ny/es/who.md").read_text(encoding="utf-8")


def test_the_switch_of_every_page_leads_to_its_counterpart_and_back(joint: Path) -> None:
    site, switch = joint / "site", re.compile(r'<a class="language" hreflang="(..)" lang="(..)" href="([^"]+)"')
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 40
    for page in pages:
        text = page.read_text(encoding="utf-8")
        spoken = "es" if "es" in page.relative_to(site).parts else "en"
        assert text.count("<html ") == text.count(f'<html lang="{spoken}"') == 1, page
        ((hreflang, lang, href),) = switch.findall(text)
        assert hreflang == lang == {"en": "es", "es": "en"}[spoken]
        other = (page.parent / href).resolve()
        assert other.name == page.name
        assert other != page
        ((_, _, back),) = switch.findall(other.read_text(encoding="utf-8"))
        assert (other.parent / back).resolve() == page.resolve()


@pytest.mark.parametrize("name", ["es", "ES", "templates", ".lead", "my county #1", "100%", "{x}"])
def test_a_folder_of_a_reserved_name_is_refused(name: str, tmp_path: Path) -> None:
    from leadkit.model.load import load
    from leadkit.site.publishing import publish
    from tests.site.conftest import QUIET

    both = {name: load(programs() / "albany-ny"), "santa-fe-nm": load(programs() / "santa-fe-nm")}
    found = publish(both, tmp_path / "out", QUIET).findings
    assert [each.code for each in found if each.is_error] == ["LK852"]


def test_the_words_of_the_theme_are_there_in_each_language() -> None:
    assert WORDS["en"].keys() == WORDS["es"].keys()


def test_a_path_is_told_as_it_is_seen_from_a_page() -> None:
    assert Address("a", "es", "who").to("pictures/x.svg") == "../../pictures/x.svg"
    assert Address("", "en", "who").to("es/who.html") == "es/who.html"
