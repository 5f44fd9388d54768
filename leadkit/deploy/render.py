"""A program → every file of the repository of its service, in memory: the same YAML gives the same bytes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.deploy.compile.compiling import DATA, EXPECTED, compile_all
from leadkit.deploy.compile.digest import digest_of
from leadkit.deploy.compile.plain import FORMAT, to_json
from leadkit.deploy.frame import frame, slug_of
from leadkit.deploy.papers import built_papers
from leadkit.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction

MANIFEST, LOCK = ".leadkit/manifest.json", ".leadkit/lock.json"
PROGRAM = "program"
LOCAL = "local/"
"""What is the county's own: written once, and never again."""
ENGINE = "lead/engine"
_ATTRIBUTES = b"# The hashes in .leadkit are of these very bytes.\n* -text\n"
_MADE = (f"{DATA}/", f"{ENGINE}/", f"{PROGRAM}/", "documents/", EXPECTED)
"""What no file of the template may stand in for: the project is tested in place with such files of its own."""
_LEFT = frozenset({"out", "__pycache__", "node_modules"})


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of a service.

    Attributes:
        files: The bytes of each file, by its path in the repository; empty where the program cannot be read.
        executable: Those that are run by their names.
        findings: What was found on the way.
    """

    files: dict[str, bytes]
    executable: frozenset[str]
    findings: tuple[Diagnostic, ...]


def render(
    jurisdiction: Jurisdiction,
    on: date | None = None,
    *,
    name: str,
    papers: bool = True,
    template: Path | None = None,
    cores: int = 1,
) -> Rendered:
    """Render the repository of a program's service.

    Args:
        jurisdiction: The program, in a folder.
        on: The day; without one, the day that it is described as of.
        name: The name of its folder.
        papers: Whether its papers are built for it, too.
        template: The folder of the template; without it, the shipped one.
        cores: On how many cores papers may be printed side by side.
    """
    built, listed = built_papers(jurisdiction.resolve(on), cores=cores) if papers else ({}, [])
    compiled = compile_all(jurisdiction, on, name=name, papers=listed)
    if not compiled.files:
        return Rendered({}, frozenset(), compiled.findings)
    project = frame(slug_of(name), template)
    files = {path: data for path, data in project.files.items() if not path.startswith(_MADE)}
    files |= compiled.files | built | dict(_engine()) | dict(_program(jurisdiction, name))
    files.setdefault(".gitattributes", _ATTRIBUTES)
    files[LOCK] = to_json(
        {
            "format": FORMAT,
            "leadkit": VERSION,
            "program": name,
            "digest": digest_of(jurisdiction.source, name),
            "on": jurisdiction.resolve(on).on.isoformat(),
            "day_given": on is not None,
            "papers": papers,
        }
    )
    files[MANIFEST] = manifest(files)
    return Rendered(dict(sorted(files.items())), project.executable, compiled.findings)


def manifest(files: dict[str, bytes]) -> bytes:
    """The list of generated files with their hashes; what is the county's own from the start is not in it."""
    hashes = {path: sha256(data) for path, data in files.items() if not path.startswith((LOCAL, ".leadkit/"))}
    return to_json({"format": FORMAT, "files": {**hashes}})


def sha256(data: bytes) -> str:
    """The hash of a file."""
    return hashlib.sha256(data).hexdigest()


def _engine() -> Iterator[tuple[str, bytes]]:
    """The engine that decides cases, as leadkit runs it itself."""
    import leadkit.policy.engine

    for file in sorted(Path(str(leadkit.policy.engine.__file__)).parent.glob("*.py")):
        yield f"{ENGINE}/{file.name}", file.read_bytes()


def _program(jurisdiction: Jurisdiction, name: str) -> Iterator[tuple[str, bytes]]:
    """The folder of the program and those of its bases, side by side, as they extend each other by their names.

    What a build left there, what is hidden, and what is only a link is no part of a program.
    """
    for index, folder in enumerate(jurisdiction.source.folders):
        base = Path(folder)
        own = name if index == 0 else base.resolve().name
        for top, below, files in os.walk(base):
            below[:] = sorted(each for each in below if not each.startswith(".") and each not in _LEFT)
            for file in sorted(files):
                path = Path(top) / file
                if not file.startswith(".") and path.is_file() and not path.is_symlink():
                    yield f"{PROGRAM}/{own}/{path.relative_to(base).as_posix()}", path.read_bytes()
