"""A site that was made beside its folder, put in place file by file; what others wrote there stays."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from leadkit.site.folder import DOCS, THEME
from leadkit.site.manifest import NAME, Manifest, digest_of
from leadkit.site.moving import moving
from leadkit.source.links import is_link


@contextmanager
def beside(out: Path) -> Iterator[Path]:
    """A new folder beside another, on the same disk; it is gone afterwards.

    Raises:
        OSError: There can be none.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".new", dir=out.parent))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def is_as_it_was(out: Path, before: Manifest) -> bool:
    """Whether every file of an earlier build is there as leadkit wrote it, and no page of others came or went."""
    if not before.files or not all(_digest(out / path) == digest for path, digest in before.files.items()):
        return False
    return before.others == {path: digest_of(content) for path, content in taken_along(out, before).items()}


def others_of(out: Path, before: Manifest, paths: Iterable[str]) -> set[str]:
    """Those of some paths at which a file stands that leadkit did not write, or that was changed since."""
    return {path for path in paths if (there := _digest(out / path)) is not None and there != before.files.get(path)}


def taken_along(out: Path, before: Manifest) -> dict[str, bytes]:
    """The pages and the parts of the theme that others wrote or changed: they are built with leadkit's own.

    What a link leads to was written for another place, and is not taken along.
    """
    found: dict[str, bytes] = {}
    for top in (DOCS, THEME):
        for folder, folders, names in os.walk(out / top):
            folders[:] = sorted(each for each in folders if not is_link(Path(folder, each)))
            for name in sorted(names):
                path = Path(folder, name)
                key = path.relative_to(out).as_posix()
                if not is_link(path) and _digest(path) not in (None, before.files.get(key)):
                    found[key] = path.read_bytes()
    return found


def gone_of(out: Path, before: Manifest, made: Iterable[str]) -> dict[str, bool]:
    """What stands there that an earlier build wrote and this one did not, and whether somebody changed it since."""
    there = {path: _digest(out / path) for path in before.files.keys() - {*made, NAME}}
    return {path: digest != before.files[path] for path, digest in sorted(there.items()) if digest is not None}


def put(new: Path, out: Path, files: Iterable[str], gone: Iterable[str]) -> None:
    """Move the files of a new folder into place, and take away others.

    Args:
        new: The folder in which they stand.
        out: The folder of the site.
        files: The files that are moved, by path.
        gone: The files that are taken away.

    Raises:
        OSError: One of them cannot be moved; all is as it was before.
    """
    with moving(new, out) as moved:
        for path in files:
            moved.put(path)
        for path in gone:
            moved.take_away(path)


def links_in(out: Path, paths: Iterable[str]) -> list[str]:
    """The folders below a folder that are links, and into which some paths would lead."""
    folders = {parent for path in paths for parent in PurePosixPath(path).parents if parent.name}
    return sorted(str(each) for each in folders if is_link(out / each))


def _digest(path: Path) -> str | None:
    """The digest of a file; None where none stands. A link is no file of leadkit's."""
    try:
        return "link" if is_link(path) else digest_of(path.read_bytes())
    except OSError:
        return None
