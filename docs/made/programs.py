"""The page on the programs that come with leadkit, from what each says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from leadkit.model.load import Jurisdiction, load
from leadkit.model.resolve import Resolver
from leadkit.resources import programs
from leadkit.source.tree import plain

HEAD = """# The programs

These programs come with leadkit, each in a folder under `jurisdictions/`. The invented county shows what can be said.
The others are put together from public sources alone, which each lists: what no source says is left open, and nobody
whom they name has approved them. None of them is a model to copy facts from.
"""
KINDS = {
    "official": "government offices",
    "program": "programs themselves",
    "court": "courts",
    "academic": "scholars",
    "press": "the press",
    "other": "others",
}


def pages() -> dict[str, str]:
    """The page, by its address."""
    folders = sorted(path.name for path in programs().iterdir() if path.is_dir())
    return {"programs.md": "\n".join([HEAD, *(line for folder in folders for line in _program(folder))])}


def _program(folder: str) -> Iterator[str]:
    jurisdiction = load(programs() / folder)
    source, said = jurisdiction.source, _as_it_stood(jurisdiction)
    program, sources = said["program"], said.get("sources", {})
    yield f"## {program.get('name', folder)}\n"
    yield f"`jurisdictions/{folder}`\n"
    if program.get("summary"):
        yield f"{program['summary']}\n"
    if source.base:
        yield "It is no program of its own: it holds what the programs share that build on it.\n"
    if len(source.folders) > 1:
        yield f"It builds on the base `{Path(source.folders[1]).name}`.\n"
    yield f"{_made_of(program, sources, ' with those of the base' if len(source.folders) > 1 else '')}\n"


def _as_it_stood(jurisdiction: Jurisdiction) -> Any:
    """What the files say of the day as of which they describe the program; nothing of it is typed, which takes long."""
    return plain(Resolver(jurisdiction.source.root).on(jurisdiction.as_of).root)


def _made_of(program: Mapping[str, Any], sources: Mapping[str, Any], of_base: str) -> str:
    if program.get("invented"):
        return "Invented, with every section filled in. Nobody in it exists."
    counted = Counter(each.get("kind", "other") for each in sources.values())
    kinds = ", ".join(f"{words} ({counted[kind]})" for kind, words in KINDS.items() if counted[kind])
    day = f", as of {program['as_of']}" if program.get("as_of") else ""
    return f"Compiled from public sources{day}. It lists {len(sources)}{of_base}, from {kinds}."
