"""The kinds of help that a cell names, as categories of the program or new ones."""

from __future__ import annotations

import re

from leadkit.model.services.kinds import ServiceKind
from leadkit.source.tree import Plain
from leadkit.spreadsheets.columns.field import folded
from leadkit.spreadsheets.entries.known import Known
from leadkit.spreadsheets.entries.words import SERVICE_KINDS
from leadkit.spreadsheets.reading.table import shortened
from leadkit.values.names import slug_of

_USUAL = {folded(kind): kind for kind in ServiceKind} | SERVICE_KINDS
_LISTED = re.compile(r"[;|\n]")


def categories_in(text: str, known: Known) -> tuple[list[str], dict[str, Plain]]:
    """The ids of the categories that a cell names, and those of them that are new.

    Raises:
        ValueError: No id can be made of a name.
    """
    ids: list[str] = []
    new: dict[str, Plain] = {}
    for part in _parts(text, known):
        id_ = _known(part, known)
        if id_ is None:
            id_ = _new_id(part, known)
            new[id_] = {"kind": _kind(part).value, "name": part}
        ids.append(id_)
    return list(dict.fromkeys(ids)), new


def _parts(text: str, known: Known) -> list[str]:
    """The names in a cell; commas part them only where each part is a name by itself."""
    parts: list[str] = []
    for piece in _LISTED.split(text):
        inner = [each.strip() for each in piece.split(",") if each.strip()]
        together = len(inner) < 2 or _is_name(piece, known) or not all(_is_name(each, known) for each in inner)
        parts += [piece.strip()] if together and piece.strip() else [] if together else inner
    return parts


def _is_name(text: str, known: Known) -> bool:
    return known.category_named(text.strip()) is not None or folded(text) in _USUAL


def _kind(text: str) -> ServiceKind:
    return _USUAL.get(folded(text), ServiceKind.OTHER)


def _known(text: str, known: Known) -> str | None:
    """The program's category of a name, or the only one of the kind that the name is a word for."""
    named = known.category_named(text) or known.category_named(slug_of(text))
    if named is not None or _kind(text) is ServiceKind.OTHER:
        return named
    of_kind = [id_ for id_, category in known.categories.items() if category.get("kind") == _kind(text).value]
    return of_kind[0] if len(of_kind) == 1 else None


def _new_id(text: str, known: Known) -> str:
    slug = slug_of(text)
    if not slug:
        raise ValueError(f"no id can be made of “{shortened(text)}”")
    if slug in known.written["categories"]:
        raise ValueError(f"services.categories.{slug} has another name than “{shortened(text)}”")
    return slug
