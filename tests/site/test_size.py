"""How large the pages of a site are: small, and not larger where there are more of them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.pages import build, many, size
from leadkit.resources import programs
from tests.sampling import takes_long
from tests.site.conftest import published

LARGEST = 150_000
"""Bytes of a page without its pictures."""
FOUR = ("albany-ny", "example-county", "santa-fe-nm", "seattle-king-wa")


@takes_long
def test_no_page_is_large(tmp_path: Path) -> None:
    made = published([programs() / each for each in FOUR], tmp_path)
    assert not made.failed
    sizes = {path: path.stat().st_size for path in (tmp_path / "site").rglob("*.html")}
    assert len(sizes) > len(FOUR)
    assert {path: bytes_ for path, bytes_ in sizes.items() if bytes_ > LARGEST} == {}


@takes_long
def test_a_page_is_as_large_among_many_as_among_few(tmp_path: Path) -> None:
    sizes = []
    for count in (60, 300):
        site = many(programs() / "albany-ny", count)
        assert build(site, tmp_path / str(count)) == []
        sizes.append(size(tmp_path / str(count) / "site", "*.html") / len(site.pages))
    few, more = sizes
    assert more < few * 1.02
