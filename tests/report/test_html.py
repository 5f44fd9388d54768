"""The page for people who never open a terminal."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

from leadkit.report.html import render
from leadkit.report.report import Report

VOID = {"meta", "br"}


class Page(HTMLParser):
    """The elements of a page, which must be nested as they are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.words = ""
        self.headings: list[int] = []
        self._open: list[str] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        named = dict(attrs)
        assert not [name for name in named if name.startswith("on") or name == "src"]
        self.ids += [named["id"] or ""] if "id" in named else []
        self.targets += [named["href"] or ""] if "href" in named else []
        self.headings += [int(tag[1])] if tag in ("h1", "h2", "h3") else []
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_needs_nothing_else_and_its_links_lead_somewhere(several: Report) -> None:
    page = Page(render(several))
    assert all(target.startswith("#") and target[1:] in page.ids for target in page.targets)
    assert len(page.ids) == len(set(page.ids))
    assert page.tags["html"] == page.tags["main"] == page.tags["h1"] == page.tags["title"] == 1
    assert not page.tags["script"] + page.tags["link"] + page.tags["img"]
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_a_finding_stands_in_its_lines_with_the_stretch_marked(several: Report) -> None:
    text = render(replace(several, found=several.found[9:10]))
    assert "<span><b>8</b>- a: line 8\n</span>" in text
    assert '<span class="own"><b>10</b>- <mark>a: lin</mark>e 10\n</span>' in text
    assert "<b>13</b>" not in text


def test_each_code_is_explained_once(several: Report) -> None:
    page = Page(render(several))
    assert page.ids.count("LK303") == page.ids.count("LK501") == 1
    assert "Nothing is said" in page.words


def test_hostile_text_is_text(hostile: Report) -> None:
    page = Page(render(hostile))
    assert not page.tags["script"]
    assert page.words.count("<script>alert(1)</script>") >= 5
    assert "because </script>" in page.words


def test_a_very_long_line_is_shown_about_its_stretch(several: Report) -> None:
    first = several.found[9]
    span = replace(first.spans[0], line=1, column=5001, end_line=1, end_column=5004)
    text = render(
        replace(
            several, found=[replace(first, spans=(span,))], files={"county/a.yaml": "x" * 5000 + "BAD" + "y" * 5000}
        )
    )
    assert "<mark>BAD</mark>" in text
    assert "x" * 100 not in text
    assert "y" * 100 not in text
