"""Where the templates and the programs are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "shipped"


def templates() -> Path:
    """The folder of templates."""
    return _folder("templates")


def programs() -> Path:
    """The folder of the programs that come with leadkit, one folder for each."""
    return _folder("jurisdictions")


def fonts() -> Path:
    """The folder of the fonts that documents are set in, so that they look the same on every machine."""
    return templates() / "fonts"


def _folder(name: str) -> Path:
    shipped = _SHIPPED / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
