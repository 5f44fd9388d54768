"""The pictures of the documentation: each is there, told in words, used, small, and taken by the script."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
FILES = sorted(PICTURES.iterdir())
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<file>[^)]+)\)|<img (?P<rest>[^>]*)>")
PALETTE = b"\x03"
"""The color type of a PNG whose colors are listed."""


def _shown() -> list[tuple[Path, str]]:
    """Each picture on each page, with its words."""
    found = []
    for page in PAGES:
        for match in SHOWN.finditer(page.read_text(encoding="utf-8")):
            told = dict(re.findall(r'([a-z]+)="([^"]*)"', match["rest"] or ""))
            file = match["file"] or told.get("src", "")
            found.append((page.parent / file, match["words"] or told.get("alt", "")))
    return found


def test_each_picture_on_a_page_is_there_and_told_in_words() -> None:
    for file, words in _shown():
        assert file.is_file(), file
        assert len(words.split()) > 5, (file, words)


def test_each_picture_is_used_and_taken_by_the_script() -> None:
    there = {file.name for file in FILES}
    assert {file.resolve() for file, _ in _shown()} == {*FILES}
    assert there == {f"{name}.png" for name in runpy.run_path(str(ROOT / "docs" / "pictures.py"))["names"]()}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_picture_is_small(file: Path) -> None:
    content = file.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert content[25:26] == PALETTE
    assert len(content) < 150_000
