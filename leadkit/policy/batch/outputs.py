"""The two files that are written: never over what is read, and both whole or neither."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from leadkit.policy.batch.problems import BatchError
from leadkit.source.whole import keep_rights


def rejects_of(out: Path) -> Path:
    """Where the rows go that are not decided."""
    return out.with_suffix(".rejects.csv")


def refuse_overwriting(read: Iterable[Path], out: Path) -> None:
    """Refuse to write over what is read, or both outputs to one place, by whatever path.

    Raises:
        BatchError: One of the outputs is another of the files, or a folder.
    """
    rejects = rejects_of(out)
    for written in (rejects, out):
        if written.is_dir():
            raise BatchError(f"{written.name} is a folder: name another file to write.")
        if any(_same(written, one) for one in read):
            raise BatchError(f"{written.name} would be written over, and it is read: name another file to write.")
    if _same(rejects, out):
        raise BatchError(f"{rejects.name} and {out.name} are one file: name another file to write.")


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, also through links and by two names of it."""
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


@contextmanager
def written_together(*files: Path) -> Iterator[list[Path]]:
    """Places to write to; what is written there takes the files' places at the end of the block, and only then.

    As with every file that leadkit writes, one that was there keeps its owner and who may read it, what a link leads to
    is replaced and not the link, and a pipe or a device is written to.

    Raises:
        OSError: They cannot be written.
    """
    places = [file.resolve() for file in files]
    beside = [place.with_name(f".{place.name}.{os.getpid()}.tmp") for place in places]
    try:
        yield beside
        for place, part in zip(places, beside, strict=True):
            keep_rights(place, part)
        for place, part in zip(places, beside, strict=True):
            _move(part, place)
    finally:
        for part in beside:
            part.unlink(missing_ok=True)


def _move(part: Path, place: Path) -> None:
    if place.exists() and not place.is_file():
        with part.open("rb") as whole, place.open("wb") as pipe:
            shutil.copyfileobj(whole, pipe)
    else:
        part.replace(place)
