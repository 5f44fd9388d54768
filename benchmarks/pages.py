"""Sites of as many pages as one likes: the pages of one program as those of one program after the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leadkit.model.load import load
from leadkit.site.built import build_html
from leadkit.site.folder import files_of
from leadkit.site.part import Making
from leadkit.site.planning import Plan, planned
from leadkit.site.wanted import Wanted

PLAIN = Wanted(search=False)


def many(program: Path, count: int) -> Plan:
    """A site of so many pages or a few more; its menu has a section for each program.

    The list of programs and the comparison are left out, for they grow with the programs and not with the pages.
    """
    making = Making(load(program), PLAIN, "p0000")  # of the length that all names have
    own = making.part.pages
    names = [f"p{number:04d}" for number in range(-(-count // len(own)))]
    pages = [replace(page, address=replace(page.address, program=name)) for name in names for page in own]
    return planned(pages, dict.fromkeys(names, making), "", PLAIN)


def write(site: Plan, folder: Path) -> None:
    """Write the files of a site, all but the HTML."""
    for name, content in files_of(site.pages, site.shown).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def build(site: Plan, folder: Path) -> list[str]:
    """Write the files of a site and build its HTML; return what mkdocs warns of."""
    write(site, folder)
    return build_html(folder, site.on)


def size(folder: Path, pattern: str = "*") -> int:
    """The bytes of the files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file())
