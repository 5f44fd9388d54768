"""What a running server shows is what a build from nothing would write, whatever was changed since it began."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from leadkit.model.load import load
from leadkit.resources import programs
from leadkit.site.made_from import made_from
from leadkit.site.planning import plan
from leadkit.site.serving.early import early_page
from leadkit.site.serving.rendered import Rendered
from leadkit.site.serving.workshop import Workshop
from tests.sampling import takes_long
from tests.site.conftest import QUIET, published, texts_below

_ALONE = {"index.html", "who.html", "how.html", "es/partners.html", "es/referred.html", "open.html"}
"""Pages of which no other has a part."""
_SENTENCE = re.compile(r" +[a-z_]+: [A-Z][^#:{\"']*\.\n")
_SEVERAL = 3


def test_a_page_that_is_made_alone_is_that_of_the_whole_site(albany: Path) -> None:
    place = programs() / "albany-ny"
    read = {place.name: load(place)}
    digest = made_from(read, QUIET)
    kept: dict[str, object] = {}
    pages = plan(read, QUIET, digest, kept).pages  # type: ignore[arg-type]
    rendered = Rendered()
    made: set[str] = set()
    for page in pages:
        files = early_page(read, page.address.html, pages, digest, QUIET, kept, rendered)  # type: ignore[arg-type]
        made |= files.keys()
        for name, content in files.items():
            assert content == (albany / "site" / name).read_bytes(), name
    assert made >= _ALONE
    assert not made & {"sources.html", "es/sources.html", "languages.html"}


@takes_long
def test_after_every_edit_the_site_is_that_of_a_build_from_nothing(tmp_path: Path) -> None:
    county = Path(shutil.copytree(programs() / "albany-ny", tmp_path / "county"))
    workshop = Workshop({"county": str(county)}, tmp_path / "out", QUIET)
    workshop.make()
    chance = random.Random(8)
    seen: list[bool] = []
    shown: set[str] = set()
    for turn in range(6):
        workshop.file(chance.choice(["/", "/who.html", "/es/how.html", "/sources.html"]))
        file = county / chance.choice(["agencies.yaml", "eligibility.yaml", "governance.yaml", "program.yaml"])
        before, site = file.read_bytes(), texts_below(workshop.out)
        file.write_bytes(_changed(before, turn, chance))
        workshop.make()
        seen.append(bool(workshop.errors))
        if workshop.errors:
            assert texts_below(workshop.out) == site
            file.write_bytes(before)
            workshop.make()
            assert not workshop.errors
        fresh = tmp_path / f"fresh-{turn}"
        assert not published(county, fresh).failed
        now = texts_below(workshop.out)
        assert now == texts_below(fresh)
        shown |= {path for path in now if path.startswith("docs/") and now[path] != site.get(path)}
    assert {True, False} == set(seen)
    assert len(shown) > _SEVERAL


def _changed(content: bytes, turn: int, chance: random.Random) -> bytes:
    """A file with a sentence more in one of its texts, or without one of its lines, or broken."""
    lines = content.decode().splitlines(keepends=True)
    sentences = [number for number, line in enumerate(lines) if _SENTENCE.fullmatch(line)]
    if turn % 3 == 1:
        lines.append("broken: [\n")
    elif turn % 3 == 2 or not sentences:
        del lines[chance.randrange(len(lines))]
    else:
        at = chance.choice(sentences)
        lines[at] = f"{lines[at].rstrip()} Turn {turn}.\n"
    return "".join(lines).encode()
