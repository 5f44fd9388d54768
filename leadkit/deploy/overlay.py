"""An update without a history: what leadkit wrote is known by its hashes alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.deploy.render import LOCAL, MANIFEST, PROGRAM, Rendered, sha256
from leadkit.deploy.state import content

if TYPE_CHECKING:
    from leadkit.deploy.state import Made

ASIDE = ".leadkit-new"
"""The ending of a file that leadkit puts beside one that the county has changed, too."""


def base_of(made: Made, new: Rendered) -> Rendered:
    """The last render, as far as it is known: what nobody edited, and what a new render gives again.

    A file that the county edited and leadkit changes is empty in it, so that git shows both versions whole.
    """
    files: dict[str, bytes] = {}
    for path, hash_ in made.hashes.items():
        there, again = content(made.place, path), new.files.get(path)
        known = next((each for each in (there, again) if each is not None and sha256(each) == hash_), None)
        files[path] = b"" if known is None else known
    for file in made.place.joinpath(LOCAL).rglob("*") if (made.place / LOCAL).is_dir() else ():
        name = file.relative_to(made.place).as_posix()
        data = content(made.place, name) if "__pycache__" not in name else None
        if data is not None:
            files[name] = data
    kept = {path: data for path in (MANIFEST, ".leadkit/lock.json") if (data := content(made.place, path)) is not None}
    return replace(new, files={**files, **kept})


def laid_over(made: Made, new: Rendered) -> tuple[str, ...]:
    """Write a new render over a folder without a history, and return the files that both have changed.

    A file that nobody edited is replaced. Of one that the county edited and leadkit changes, the new version is put
    beside it. The program's own text is where the render came from, and stays.
    """
    conflicts: list[str] = []
    for path in sorted({*made.hashes, *new.files}):
        there, data, hash_ = content(made.place, path), new.files.get(path), made.hashes.get(path)
        if path.startswith((LOCAL, f"{PROGRAM}/")) or there == data:
            continue
        untouched = there is None or path.startswith(".leadkit/") or sha256(there) == hash_
        if data is not None and (there is None or untouched):
            _write(made, path, data)
        elif data is None and untouched:
            (made.place / path).unlink(missing_ok=True)
        elif data is not None and sha256(data) != hash_:
            _write(made, path + ASIDE, data)
            conflicts.append(path)
    return tuple(conflicts)


def _write(made: Made, path: str, data: bytes) -> None:
    file = made.place / path
    if not file.resolve().is_relative_to(made.place.resolve()):
        raise OSError(f"{path} leads out of the repository")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
