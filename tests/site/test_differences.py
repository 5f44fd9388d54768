"""HTML that is not what was written is found: by its list of pages, its headings, its links, what it loads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leadkit.site.differences import differences
from leadkit.site.page import Address, Page


@pytest.fixture
def site(albany: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(albany / "site", tmp_path / "site"))


PAGES = [Page(Address("", "en", "who"), "Who Can Be Diverted", "", "", "")]


def test_what_was_written_differs_in_nothing(site: Path) -> None:
    assert differences(site, PAGES) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Who Can Be Diverted</h1>", "Other</h1>", "who.html has other first headings than its title."),
        ("</h1>", "</h1><h1>More</h1>", "who.html has other first headings than its title."),
        ('<html lang="en"', '<html lang="es"', "who.html is not marked as en."),
        ("</main>", '<a href="gone.html">x</a></main>', "who.html leads to gone.html, which is not there."),
        (
            "</main>",
            '<a href="index.html#x">x</a></main>',
            "who.html leads to index.html#x, where there is no such place.",
        ),
        ("</main>", '<img src="//e.example/x.png"></main>', "who.html loads //e.example/x.png from elsewhere."),
        ("</main>", '<a href="http://[x">x</a></main>', "who.html leads to http://[x, which is no address."),
        ("</head>", '<link rel="icon" href="//css/x"></head>', "who.html loads //css/x from elsewhere."),
    ],
)
def test_a_difference_is_told(old: str, new: str, said: str, site: Path) -> None:
    page = site / "who.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert differences(site, PAGES) == [said]


def test_a_page_that_is_missing_is_told(site: Path) -> None:
    (site / "who.html").unlink()
    assert "who.html is not there." in differences(site, PAGES)
