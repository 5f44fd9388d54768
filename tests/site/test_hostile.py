"""A program whose every free text is hostile: on each page of its site it is text."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from leadkit.model.load import load
from tests.site.conftest import published, texts_below
from tests.site.hostile import made_hostile


class _Page(HTMLParser):
    """What a page runs and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given.get("src") or "inline")
        self.links += [value for name in ("href", "src") if (value := given.get(name))]
        self.handlers += [name for name in given if name.startswith("on")]


def test_hostile_text_is_text_on_every_page(county: Any, put: Callable[..., Path], tmp_path: Path) -> None:
    folder = put(made_hostile(county))
    made = published(folder, tmp_path / "out")
    assert not made.failed, made.findings
    printed = 0
    for path, content in texts_below(tmp_path / "out").items():
        if path.startswith("site/") and path.endswith(".html"):
            text = content.decode()
            page = _Page(text)
            printed += text.count("&lt;script&gt;evil") + text.count("<script>evil") + text.count("&#60;script")
            own = {"menu.js", "tables.js"} | ({"referred.js"} if path.endswith("/referred.html") else set())
            assert {each.rpartition("/")[2] for each in page.scripts} == own, path
            assert not page.handlers
            assert not [link for link in page.links if "evil" in link or link.startswith("javascript:")]
    assert printed > 50


def test_an_address_that_is_no_web_page_is_refused_by_the_model(county: Any, put: Callable[..., Path]) -> None:
    county["program"]["website"] = "javascript:evil()"
    assert load(put(county)).resolve().errors
