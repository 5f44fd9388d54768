"""The page that somebody looks at, made before all others: a save is seen at once, however large the site is."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.site.built import build_html
from leadkit.site.folder import SITE, files_of
from leadkit.site.planning import makings, planned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.model.load import Jurisdiction
    from leadkit.site.page import Page
    from leadkit.site.planning import Kept
    from leadkit.site.serving.rendered import Rendered
    from leadkit.site.wanted import Wanted


def early_page(
    programs: Mapping[str, Jurisdiction], path: str, pages: Sequence[Page], digest: str, wanted: Wanted, kept: Kept,
    rendered: Rendered,
) -> dict[str, bytes]:  # fmt: skip
    """The files of one page as the programs are now, by their path below the site, among the others as they were.

    There are none where a program has errors, where the page is made of other pages, or where anything is wrong with
    it: then the whole site tells.

    Args:
        programs: Each program by the folder of its pages.
        path: The page below the site.
        pages: All pages of the site as it was.
        digest: The digest of all that the site is made from.
        wanted: What is asked of it.
        kept: What each program gave to it before.
        rendered: What mkdocs made before.
    """
    before = next((page for page in pages if page.address.html == path), None)
    made = makings(programs, wanted, kept)
    making = made.get(before.address.program) if before else None
    if before is None or making is None or any(each.errors or each.program is None for each in made.values()):
        return {}
    page = making.page(before.address, [each.address for each in pages])
    if page is None:
        return {}
    site = planned([page if each is before else each for each in pages], made, digest, wanted)
    with tempfile.TemporaryDirectory(prefix="leadkit-page-") as folder:
        new = Path(folder)
        for name, content in files_of(site.pages, site.shown).items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        if build_html(new, site.on, rendered):
            return {}
        return {path: (new / SITE / path).read_bytes(), **page.files}
