"""The search of a site, where Pagefind is installed."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from leadkit.resources import programs
from leadkit.site import publishing
from leadkit.site.folder import theme_root
from leadkit.site.search import can_search
from leadkit.site.wanted import Wanted
from leadkit.site.words import WORDS
from tests.site.conftest import published, texts_below

needs_pagefind = pytest.mark.skipif(not can_search(), reason="Pagefind is an extra, and not installed here")


@needs_pagefind
def test_each_language_has_its_index_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert not published(programs() / "albany-ny", tmp_path / name, Wanted()).failed
    files = texts_below(tmp_path / "one")
    assert files == texts_below(tmp_path / "two")
    languages = json.loads(files["site/pagefind/pagefind-entry.json"])["languages"]
    assert [*languages] == ["en", "es"]
    assert b"search: true" in files["mkdocs.yml"]


def test_a_site_without_pagefind_has_no_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind", None)
    monkeypatch.setattr("leadkit.site.search.find_spec", lambda name: None)
    made = published(programs() / "albany-ny", tmp_path / "out", Wanted())
    assert not made.failed
    assert not (tmp_path / "out/site/pagefind").exists()
    assert "js/search.js" not in (tmp_path / "out/site/index.html").read_text(encoding="utf-8")


@needs_pagefind
def test_an_index_that_fails_puts_nothing_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "index", lambda site: "no room")
    made = published(programs() / "albany-ny", tmp_path / "out", Wanted())
    assert [(each.code, each.message) for each in made.findings if each.is_error] == [
        ("LK901", "The site is not what was written: Pagefind made no index: no room")
    ]
    assert not (tmp_path / "out").exists()


def test_the_script_puts_the_number_where_the_words_leave_a_place_for_it() -> None:
    script = (theme_root() / "js" / "search.js").read_text(encoding="utf-8")
    (place,) = re.findall(r'words\.many\.replace\("([^"]+)"', script)
    assert all(place in words["found_many"] for words in WORDS.values())
    assert all(words["found_more"].count(place) == script.count('.replace("{}"') - 1 == 2 for words in WORDS.values())
