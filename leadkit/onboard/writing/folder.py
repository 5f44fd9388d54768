"""The new folder: made whole next to its place, and then moved there."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.onboard.slug import slug_of
from leadkit.onboard.writing.frame import render_frame
from leadkit.onboard.writing.gaps import gaps
from leadkit.onboard.writing.sections import sections
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Answers
    from leadkit.source.tree import Plain

_README = "README.md"
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&@:!$]")
"""What Markdown, or GitHub's reading of it, may take for markup in a heading."""
_HEADINGS = {
    "program": "What the program is.",
    "areas": "Where the program works.",
    "agencies": "Every government and agency that takes part.",
    "roles": "Who does what.",
    "governance": "The bodies that govern the program.",
    "pathways": "The doors by which people come in.",
    "eligibility": "Who may be diverted, and for what.",
    "agreement": "Who joins the agreement, and who signs it.",
    "law": "Law that no catalogue of leadkit's holds. Counsel compares each entry with the official text.",
    "open": "What nobody has decided yet. When a question is decided, delete its entry here and write the answer into\n"
    "# the field that it names.",
}
"""What stands at the top of each file."""


def texts_of(answers: Answers) -> dict[str, str]:
    """The text of each YAML file by its name. The same answers give the same text."""
    given = sections(answers)
    every: dict[str, Plain] = {**given, "open": gaps(given, answers)}
    return {f"{name}.yaml": _text(name, section) for name, section in every.items()}


def _text(name: str, section: Plain) -> str:
    version = "schema_version: 1\n\n" if name == "program" else ""
    return f"# {_HEADINGS[name]}\n{version}{to_yaml({name: section})}"


def write_folder(answers: Answers, place: Path) -> tuple[str, ...]:
    """Write a program's folder, whole or not at all; return the names of its files.

    Args:
        answers: The answers.
        place: Where the folder is to be: a place where there is nothing yet, or an empty folder.

    Raises:
        OSError: It cannot be written.
    """
    beside = place if place.exists() else place.absolute().parent  # never on another disk than the folder itself
    work = Path(tempfile.mkdtemp(prefix=".leadkit-new-", dir=beside))
    try:
        made = render_frame(slug_of(answers.one("name")), work, work)
        _write(made, texts_of(answers))
        _head(made / _README, answers.one("name"))
        names = sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file())
        _move(made, place)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return tuple(names)


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _head(readme: Path, name: str) -> None:
    """Put the program's name at the top, as text: names never go through the template engine."""
    literal = _MARKUP.sub(r"\\\g<0>", name)
    readme.write_text(f"# {literal}\n\n{readme.read_text(encoding='utf-8')}", encoding="utf-8", newline="\n")


def _move(made: Path, place: Path) -> None:
    """Move a folder to a place where there is nothing, or what it holds into an empty folder that is kept.

    The empty folder may be the one in which a terminal stands, which would lose its ground with it.
    """
    if not place.exists():
        made.rename(place)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(made.iterdir()):
            moved.append(entry.rename(place / entry.name))
    except BaseException:
        for entry in moved:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        raise
