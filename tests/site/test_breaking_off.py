"""A build that breaks off, by Ctrl+C, a full disk or what stands in its way, leaves the site as it was."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from leadkit.resources import programs
from tests.sampling import takes_long
from tests.site.conftest import QUIET, published, texts_below

ALBANY = programs() / "albany-ny"


@pytest.fixture
def out(albany: Path, tmp_path: Path) -> Path:
    """The site of Albany, to be changed."""
    return Path(shutil.copytree(albany, tmp_path / "out"))


@pytest.mark.parametrize(
    ("trouble", "moved"), [(KeyboardInterrupt(), 20), (OSError(28, "No space left on device"), 60)]
)
def test_what_breaks_off_leaves_the_site_as_it_was(
    trouble: BaseException, moved: int, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, left = texts_below(out), [moved]
    replaced = Path.replace

    def breaking(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == -1:
            raise trouble
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", breaking)
    with pytest.raises(KeyboardInterrupt) if isinstance(trouble, KeyboardInterrupt) else nullcontext():
        made = published(ALBANY, out, replace(QUIET, languages=("en",)))
        assert [each.code for each in made.findings if each.is_error] == ["LK716"]
    assert texts_below(out) == before
    assert not list(out.parent.glob(".out*"))


def test_a_folder_in_the_place_of_a_page_leaves_the_site_as_it_was(out: Path) -> None:
    (out / "site/who.html").unlink()
    (out / "site/who.html").mkdir()
    before = texts_below(out)
    assert published(ALBANY, out).failed
    assert texts_below(out) == before


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a name of a file any bytes")
def test_a_name_that_is_no_text_is_told(out: Path) -> None:
    Path(os.fsdecode(os.fsencode(out / "docs") + b"/\xff.md")).write_text("# x\n", encoding="utf-8")
    assert [each.message for each in published(ALBANY, out).findings if each.is_error] == [
        "The site is not built: 'docs/\\udcff.md' is no name in letters."
    ]


@takes_long
@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("docs/news.md", b"# caf\xe9\n"),
        ("docs/news.md", b"[away](http://[x)\n"),
        ("docs/news.html", b"<a href='http://[x'>caf\xe9</a>"),
        ("theme/main.html", b"{% if %}"),
        ("theme/404.html", b"{{ 1 / 0 }}"),
    ],
)
def test_what_others_wrote_wrongly_is_theirs(file: str, text: bytes, out: Path) -> None:
    (out / file).write_bytes(text)
    before = texts_below(out)
    assert "LK854" in [each.code for each in published(ALBANY, out).findings if each.is_error]
    assert texts_below(out) == before


def test_what_a_link_leads_to_is_no_page(out: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Zqx\n", encoding="utf-8")
    (out / "docs/secret.md").symlink_to(tmp_path / "secret.md")
    (out / "site/who.html").unlink()
    assert not published(ALBANY, out).failed
    assert not (out / "site/secret.html").exists()
