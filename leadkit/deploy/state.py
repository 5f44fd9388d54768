"""What leadkit wrote into a repository: the lock and the manifest, read back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from leadkit.deploy.compile.compiling import DATA
from leadkit.deploy.render import LOCK, MANIFEST, PROGRAM, sha256
from leadkit.deploy.update_codes import NOT_A_DEPLOYMENT

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Made:
    """What a repository was made from.

    Attributes:
        place: Its folder.
        leadkit: The version of leadkit.
        program: The name of the program's folder.
        digest: Of the program's YAML.
        on: The day that it was made for, where somebody named one.
        papers: Whether its papers were built.
        hashes: The hash of each generated file, by its path.
    """

    place: Path
    leadkit: str
    program: str
    digest: str
    on: date | None
    papers: bool
    hashes: dict[str, str]

    @property
    def folder(self) -> Path:
        """The program's folder in the repository."""
        return self.place / PROGRAM / self.program

    def edited(self) -> tuple[str, ...]:
        """The generated files that hold something else now; the program's own text is there to be edited."""
        return tuple(
            path
            for path, hash_ in self.hashes.items()
            if not path.startswith(f"{PROGRAM}/")
            and (data := content(self.place, path)) is not None
            and sha256(data) != hash_
        )

    def missing(self) -> tuple[str, ...]:
        """The generated files that are not there any more."""
        return tuple(path for path in self.hashes if content(self.place, path) is None)


def content(place: Path, path: str) -> bytes | None:
    """The bytes of a file of the repository; None where there is none, or where a link leads elsewhere."""
    file = place / path
    try:
        inside = file.resolve().is_relative_to(place.resolve())
        return file.read_bytes() if inside and file.is_file() else None
    except OSError:
        return None


def made_of(place: Path) -> Made | Diagnostic:
    """Read what a repository was made from; everything in it may have been written by anybody."""
    lock, manifest = _read(place, LOCK), _read(place, MANIFEST)
    hashes = manifest.get("files")
    program = lock.get("program")
    if not isinstance(hashes, dict) or not isinstance(program, str) or not _is_name(program):
        return NOT_A_DEPLOYMENT.at(
            message=f"{place.as_posix()} holds no service that leadkit made, or its folder .leadkit is damaged.",
            remedy="Name the folder that leadkit deploy new wrote.",
        )
    if outside := next((str(path) for path in hashes if _leads_out(place, str(path))), None):
        return NOT_A_DEPLOYMENT.at(
            message=f"In {place.as_posix()}, the generated file {outside} leads out of the folder.",
            remedy="Find out who changed that, and bring back what leadkit wrote.",
        )
    return Made(
        place,
        leadkit=str(lock.get("leadkit", "")),
        program=program,
        digest=str(lock.get("digest", "")),
        on=_day(lock),
        papers=lock.get("papers") is not False,
        hashes={str(path): str(hash_) for path, hash_ in sorted(hashes.items())},
    )


def _leads_out(place: Path, path: str) -> bool:
    """Whether a path of the manifest names a file elsewhere, or compiled data is a link to one."""
    said = PurePosixPath(path)
    if said.is_absolute() or ".." in said.parts or "\0" in path:
        return True
    return path.startswith(f"{DATA}/") and not (place / path).resolve().is_relative_to(place.resolve())


def _is_name(program: str) -> bool:
    return bool(program) and program not in (".", "..") and not set(program) & set("/\\\0")


def _day(lock: dict[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(lock["on"])) if lock.get("day_given") is True else None
    except (KeyError, ValueError):
        return None


def _read(place: Path, path: str) -> dict[str, Any]:
    data = content(place, path)
    try:
        held = json.loads(data) if data else None
    except (ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}
