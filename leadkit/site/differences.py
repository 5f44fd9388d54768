"""The HTML of a site held against the list of its pages: every page is there as it was written, every link leads on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from leadkit.site.folder import LOST
from leadkit.site.manifest import paths_below
from leadkit.site.page import Page

_LOADED = ("stylesheet", "icon", "preload", "modulepreload")
"""The kinds of link that a browser follows by itself."""


class _Read(HTMLParser):
    """What a page says of itself, and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.headings: list[str] = []
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self._inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.language = given.get("lang", "") if tag == "html" else self.language
        self.anchors |= {given["id"]} if "id" in given else set()
        self.links += [given[name] for name in ("href", "src") if name in given]
        if "src" in given or given.get("rel") in _LOADED:
            self.loaded.append(given.get("src") or given.get("href", ""))
        if tag == "h1":
            self.headings.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.headings[-1] += data


def differences(site: Path, pages: Sequence[Page]) -> list[str]:
    """What differs between the pages and the HTML, one sentence each."""
    there = set(paths_below(site))
    pages_there = [path for path in sorted(there) if path.endswith(".html")]
    read = {path: _Read((site / path).read_text(encoding="utf-8", errors="replace")) for path in pages_there}
    found = [one for page in pages for one in _of_page(page, read.get(page.address.html))]
    found += [f"{path} loads {each} from elsewhere." for path, page in read.items() for each in _foreign(page)]
    own = ((path, page) for path, page in read.items() if path != LOST)  # its links begin at the root of the server
    return found + [one for path, page in own for one in _dead(path, page, there, read)]


def _foreign(page: _Read) -> list[str]:
    """What a browser would load from another server."""
    return [link for link in page.loaded if (parts := _parts(link)) is None or parts.netloc]


def _parts(link: str) -> SplitResult | None:
    """The parts of an address; None for what is none."""
    try:
        return urlsplit(link)
    except ValueError:
        return None


def _of_page(page: Page, read: _Read | None) -> Iterator[str]:
    if read is None:
        yield f"{page.address.html} is not there."
        return
    headings = [" ".join(each.split()) for each in read.headings]
    if headings != [" ".join(page.title.split())]:
        yield f"{page.address.html} has other first headings than its title."
    if read.language != page.address.language:
        yield f"{page.address.html} is not marked as {page.address.language}."


def _dead(path: str, page: _Read, there: set[str], read: dict[str, _Read]) -> Iterator[str]:
    for link in page.links:
        parts = _parts(link)
        if parts is None:
            yield f"{path} leads to {link}, which is no address."
            continue
        if parts.scheme or parts.netloc:
            continue
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        )
        target = "index.html" if target == "." else target
        target = target if target in there else posixpath.join(target, "index.html")
        if target not in there:
            yield f"{path} leads to {link}, which is not there."
        elif parts.fragment and target in read and unquote(parts.fragment) not in read[target].anchors:
            yield f"{path} leads to {link}, where there is no such place."
