"""The list of what leadkit wrote into the folder of a site, and of what it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leadkit.site.folder import DOCS, SITE, alternates_of
from leadkit.site.page import Page

NAME = ".leadkit-site.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The list of an earlier build.

    Attributes:
        made_from: The digest of all that the site was made from; empty where there was none.
        files: The SHA-256 of each file that leadkit wrote, by its path.
        others: The SHA-256 of each page and part of the theme that others wrote or changed, and that was built with it.
    """

    made_from: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)


def read_manifest(out: Path) -> Manifest:
    """The list in a folder; one that cannot be read is none, so that nothing there is taken for leadkit's own."""
    try:
        told = json.loads((out / NAME).read_text(encoding="utf-8"))
        files, others = (dict(map(_texts, told[each].items())) for each in ("files", "others"))
        return Manifest(str(told["made_from"]), files, others) if told["format"] == _FORMAT else Manifest()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def _texts(entry: tuple[object, object]) -> tuple[str, str]:
    return str(entry[0]), str(entry[1])


def as_bytes(made_from: str, pages: Sequence[Page], files: Mapping[str, str], others: Mapping[str, str]) -> bytes:
    """The list as a file."""
    alternates = alternates_of(pages)
    told = {
        "format": _FORMAT,
        "made_from": made_from,
        "pages": [_page(page, alternates.get(page.address)) for page in pages],
        "files": dict(sorted(files.items())),
        "others": dict(sorted(others.items())),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _page(page: Page, other: Page | None) -> dict[str, Any]:
    return {
        "path": f"{DOCS}/{page.address.markdown}",
        "html": f"{SITE}/{page.address.html}",
        "title": page.title,
        "lang": page.address.language,
        "alternate": f"{SITE}/{other.address.html}" if other else "",
        "digest": digest_of(page.text.encode()),
    }


def digest_of(content: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()


def digests_below(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path."""
    return {path: digest_of((folder / path).read_bytes()) for path in paths_below(folder)}


def paths_below(folder: Path) -> list[str]:
    """Every file below a folder, by its path; a link is followed nowhere."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path.relative_to(folder).as_posix() for path in found]
