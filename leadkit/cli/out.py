"""Where the commands that make documents write: one folder for each program, and never into its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from leadkit.cli.options import folder_name


def folders_of(places: tuple[str, ...]) -> dict[str, str]:
    """Each place with the name of its folder below OUT; two programs must not write to one folder.

    Names that differ in case only are one folder on Windows and on a Mac.
    """
    from leadkit.values.names import is_no_folder

    named: dict[str, str] = {}
    for place in places:
        name = folder_name(place)
        if is_no_folder(name):
            raise click.UsageError(f"Windows has no folder named {name}: give the program's folder another name.")
        if name.casefold() in (other.casefold() for other in named.values()):
            raise click.UsageError(f"Two programs are in folders named {name}: build them with different --out.")
        named[place] = name
    return named


def refuse_links(out: Path, names: Iterable[str]) -> None:
    """Write into no folder that a link leads to: OUT was named by whoever builds, what is in it was not."""
    from leadkit.source.links import is_link

    for name in names:
        if is_link(out / name):
            raise click.UsageError(
                f"{(out / name).as_posix()} is a link, and links are not followed: remove it, or choose another --out."
            )


def refuse_sources(out: Path, folders: Mapping[str, str]) -> None:
    """Write into no folder that holds the text of a program which is built."""
    for name in folders.values():
        if any(_is_folder(out / name, place) for place in folders):
            raise click.UsageError(f"{(out / name).as_posix()} holds the program itself: choose another --out.")


def _is_folder(folder: Path, place: str) -> bool:
    """Whether a folder is there, and is the one that was named."""
    try:
        return folder.samefile(place)
    except (OSError, ValueError):  # one of them is not there, or in git
        return False
