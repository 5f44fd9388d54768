"""The public site: beside mkdocs with Material on the same Markdown, with more pages, and unchanged."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.documents import COLD
from benchmarks.pages import many, size, write
from benchmarks.programs import COUNTY, PROGRAMS, copies
from benchmarks.timing import medians, processor_seconds_of, seconds_of

LEADKIT = [sys.executable, "-m", "leadkit", "site", "build"]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
PEER = "mkdocs and Material"
_MATERIAL = """\
site_name: Programs
theme: {name: material}
use_directory_urls: false
markdown_extensions: [tables, toc, attr_list, md_in_html, def_list]
"""
_FOUR = ("albany-ny", "example-county", "santa-fe-nm", "seattle-king-wa")
_PAGES = (60, 300, 1000)


def site(place: Path, rounds: int) -> Iterator[str]:
    """Every table of the site, line by line."""
    place.mkdir()
    yield from _beside_material(place, rounds)
    yield from _more_pages(place)
    yield from _unchanged(place, rounds)
    yield from _largest(place)


def _beside_material(place: Path, rounds: int) -> Iterator[str]:
    """A site of 60 pages: the Markdown alone, by both, and from the YAML of three programs."""
    folder, peer, own = place / "sixty", place / "peer", place / "own"
    write(many(COUNTY, 60), folder)
    shutil.copytree(folder / "docs", peer / "docs")
    (peer / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    build = [*LEADKIT, *copies(place / "three", 3), "--out", place / "out", "--no-papers", "--no-search"]
    commands = {
        PEER: [*MKDOCS, peer / "mkdocs.yml"],
        "mkdocs and leadkit's theme": [*MKDOCS, folder / "mkdocs.yml", "--site-dir", own],
        "`leadkit site build` of three programs, cold": [sys.executable, "-c", COLD, place / "out", *build],
    }
    kept = {"LEADKIT_CACHE": str(place / "kept")}
    seconds = medians(commands, rounds, environment=kept, measure=processor_seconds_of)
    yield f"### A site of {len(list((peer / 'docs').rglob('*.md')))} pages\n"
    yield f"| | seconds of the processor | beside {PEER} |\n| --- | ---: | ---: |"
    for name, taken in seconds.items():
        yield f"| {name} | {taken:.2f} | {taken / seconds[PEER]:.2f} |"
    ours, theirs = size(own), size(peer / "site")
    yield f"\nAll files: {ours / 1e6:.2f} MB beside {theirs / 1e6:.2f} MB, {ours / theirs:.2f}."
    ours, theirs = size(own, "*.html"), size(peer / "site", "*.html")
    yield f"The pages alone: {ours / 1e6:.2f} MB beside {theirs / 1e6:.2f} MB, {ours / theirs:.2f}.\n"


def _more_pages(place: Path) -> Iterator[str]:
    yield "### More pages\n\n| pages | seconds of the processor | for each | KB for each |"
    yield "| ---: | ---: | ---: | ---: |"
    folders = {}
    for count in _PAGES:
        whole = many(COUNTY, count)
        folders[len(whole.pages)] = place / f"pages-{count}"
        write(whole, place / f"pages-{count}")
    commands = {str(count): [*MKDOCS, folder / "mkdocs.yml"] for count, folder in folders.items()}
    seconds = medians(commands, 1, measure=processor_seconds_of)
    for count, folder in folders.items():
        taken, kilobytes = seconds[str(count)], size(folder / "site", "*.html") / count / 1000
        yield f"| {count} | {taken:.2f} | {taken / count:.4f} | {kilobytes:.1f} |"
    yield ""


def _unchanged(place: Path, rounds: int) -> Iterator[str]:
    """The whole site of the county, with its papers and its search."""
    out = place / "county"
    build = [*LEADKIT, COUNTY, "--out", out]
    kept = {"LEADKIT_CACHE": str(place / "kept")}
    first = seconds_of(build, kept)
    seconds = medians({"again": build, "pass": [sys.executable, "-c", "pass"]}, rounds * 2, environment=kept)
    yield "### A site that did not change\n\n| | seconds | beside the first time |\n| --- | ---: | ---: |"
    yield f"| with papers and search, the first time | {first:.2f} | 1.00 |"
    yield f"| again | {seconds['again']:.3f} | {seconds['again'] / first:.4f} |"
    yield f"| `python -c pass` | {seconds['pass']:.3f} | {seconds['pass'] / first:.4f} |\n"


def _largest(place: Path) -> Iterator[str]:
    yield "### The largest page\n\n| site | pages | largest | KB |\n| --- | ---: | --- | ---: |"
    for programs in (*((each,) for each in _FOUR), _FOUR):
        out = place / f"largest-{'-'.join(programs)}"
        folders = [PROGRAMS / each for each in programs]
        seconds_of([*LEADKIT, *folders, "--out", out, "--no-papers", "--no-search"], {})
        pages = sorted((out / "site").rglob("*.html"), key=lambda path: path.stat().st_size)
        name = ", ".join(programs) if len(programs) == 1 else "the four together"
        largest = pages[-1].relative_to(out / "site").as_posix()
        yield f"| {name} | {len(pages)} | {largest} | {pages[-1].stat().st_size / 1000:.0f} |"
    yield ""
