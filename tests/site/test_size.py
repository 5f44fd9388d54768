"""How large the pages of a site are: not larger where there are more of them.

That no page of the four programs is large is tried where their site is built, in ``tests/gates/site``.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.pages import build, many, size
from leadkit.resources import programs
from tests.sampling import takes_long


@takes_long
def test_a_page_is_as_large_among_many_as_among_few(tmp_path: Path) -> None:
    sizes = []
    for count in (60, 300):
        site = many(programs() / "albany-ny", count)
        assert build(site, tmp_path / str(count)) == []
        sizes.append(size(tmp_path / str(count) / "site", "*.html") / len(site.pages))
    few, more = sizes
    assert more < few * 1.02
