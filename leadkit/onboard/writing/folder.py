"""The new folder: made whole next to its place, and then moved there."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.model.root import FORMAT
from leadkit.onboard.slug import free_slug
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
    "pathways": "The pathways by which people come in.",
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
    version = f"schema_version: {FORMAT}\n\n" if name == "program" else ""
    return f"# {_HEADINGS[name]}\n{version}{to_yaml({name: section})}"


def write_folder(answers: Answers, place: Path) -> tuple[str, ...]:
    """Write a program's folder, whole or not at all; return the names of its files.

    Args:
        answers: The answers.
        place: Where the folder is to be: a place where there is nothing yet, or an empty folder.

    Raises:
        OSError: It cannot be written, or something has been put there meanwhile.
    """
    there = place.exists()
    beside = place if there else place.absolute().parent  # never on another disk than the folder itself
    work = Path(tempfile.mkdtemp(prefix=".leadkit-new-", dir=beside))
    try:
        made = render_frame(free_slug(answers.one("name")), work, work)
        _write(made, texts_of(answers))
        _head(made / _README, answers.one("name"))
        names = sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file())
        _fill(place, made, work) if there else _move(made, place)
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
    """Move the folder to a place where there was nothing; what has come there meanwhile stays as it is."""
    try:
        made.rename(place)  # fails where there is a file, or a folder that holds anything
    except OSError as trouble:
        raise (_not_empty() if os.path.lexists(place) else trouble) from None


def _fill(place: Path, made: Path, work: Path) -> None:
    """Put what a folder holds into an empty folder that is kept, or nothing.

    It may be the folder in which a terminal stands, which would lose its ground with it. Nothing in it is replaced, so
    everything is made anew there: a file that has come meanwhile would be lost to a rename.
    """
    if any(entry.name != work.name for entry in place.iterdir()):
        raise _not_empty()
    copied: list[tuple[Path, tuple[int, ...]]] = []
    try:
        for entry in sorted(made.rglob("*")):  # a folder stands before what is in it
            target = place / entry.relative_to(made)
            copied.extend(_copied(entry, target))
    except BaseException as trouble:
        for target, mark in reversed(copied):
            _take_back(target, mark)
        raise (_not_empty() if isinstance(trouble, FileExistsError) else trouble) from None


def _copied(entry: Path, target: Path) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """Make a file or folder where there is none, and name it as soon as it is there, however far it came."""
    if entry.is_dir():
        target.mkdir()
        yield target, ()
        return
    data = entry.read_bytes()
    with target.open("xb") as file:
        yield target, _mark(os.fstat(file.fileno()))
        file.write(data)


def _take_back(target: Path, mark: tuple[int, ...]) -> None:
    """Remove what was made; not what somebody has put in its place, nor a folder into which somebody has."""
    with suppress(OSError):
        if target.is_dir():
            target.rmdir()
        elif _mark(target.lstat()) == mark:
            target.unlink()


def _mark(status: os.stat_result) -> tuple[int, ...]:
    """What tells a file from another one of its name."""
    return status.st_dev, status.st_ino


def _not_empty() -> OSError:
    return OSError(errno.ENOTEMPTY, "the folder is not empty, for something has been put there meanwhile")
