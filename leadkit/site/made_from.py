"""What a site is made from, as one digest: an unchanged site costs no more than this."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from leadkit.kept import own_digest
from leadkit.resources import templates
from leadkit.site.search import can_search
from leadkit.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadkit.model.load import Jurisdiction
    from leadkit.site.wanted import Wanted

_LIBRARIES = ("mkdocs", "markdown", "pagefind", "markdown-it-py", "jinja2")


def made_from(programs: Mapping[str, Jurisdiction], wanted: Wanted) -> str:
    """A digest of the programs, of what is asked, and of all that has a part in the bytes of the site."""
    digest = hashlib.sha256()
    for part in _parts(programs, wanted):
        digest.update(f"{part}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _parts(programs: Mapping[str, Jurisdiction], wanted: Wanted) -> Iterator[str]:
    yield VERSION
    yield own_digest()
    yield from map(_version, _LIBRARIES)
    yield f"{wanted.as_text()}{can_search()}"
    for folder, jurisdiction in programs.items():
        yield f"{folder}={jurisdiction.source.digest}"
    root = templates()
    for path in sorted([*(root / "site").rglob("*"), *(root / "documents").rglob("*")]):
        if path.is_file():
            status = path.stat()
            yield f"{path.relative_to(root).as_posix()}:{status.st_size}:{status.st_mtime_ns}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
