"""What a program keeps from the public stands in no file of its site."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

from leadkit.site.search import can_search
from leadkit.site.wanted import Wanted
from leadkit.site.write.escape import escaped
from tests.site.conftest import published, texts_below
from tests.site.marking import MARK, hide, marked, members

KEPT = (
    "agencies", "areas", "roles", "pathways", "governance", "eligibility", "procedure", "services", "measures",
    "agreement", "funding",
)  # fmt: skip


def test_a_program_that_keeps_all_to_itself_tells_nothing(
    county: Any, put: Callable[..., Path], tmp_path: Path
) -> None:
    marks = marked(county)
    for path in (path for name in KEPT for path in members(county, name)):
        hide(county, path)
    contacts = [one for agency in county["agencies"].values() for one in agency.get("contacts", {}).values()]
    addresses = {one[field] for one in contacts for field in ("phone", "email") if field in one}
    made = published(put(county), tmp_path / "out", Wanted(search=can_search()))
    assert not made.failed, made.findings
    files = {
        path: _plain(path, content).decode(errors="replace") for path, content in texts_below(tmp_path / "out").items()
    }
    told = {(marks[int(mark)][0], path) for path, text in files.items() for mark in MARK.findall(text)}
    assert not {(section, path) for section, path in told if section in KEPT}
    assert {("program", "docs/index.md"), ("program", "site/index.html")} <= told  # a mark is found where it is public
    whole = "".join(files.values())
    assert addresses
    assert not [each for each in addresses if each in whole or escaped(each) in whole]


def _plain(path: str, content: bytes) -> bytes:
    """The bytes of a file, unpacked where the index of the search is packed."""
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" and not path.endswith(".xml.gz") else content
