"""The records of earlier amendments in a program's folder, and whether the next one goes on from them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Span
from leadkit.documents.amendment.chain import BrokenChain, Words, digest_of, unpacked
from leadkit.documents.codes import BROKEN_CHAIN
from leadkit.source.links import is_link

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic

FOLDER = "amendments"
"""The folder of the records, in the program's."""

_LARGEST = 20_000_000
"""No record has more bytes: the words of an agreement are some hundred thousand."""


def record_name(document: str, count: int) -> str:
    """The name of the record of an amendment, which is the first, second … of its document."""
    return f"{document}-amendment-{count}.json"


def kept_records(
    place: Path, document: str, before: int
) -> tuple[tuple[Mapping[str, object], ...], tuple[Diagnostic, ...]]:
    """The records of a document's amendments before one, in their order, and what cannot be read of them."""
    named = re.compile(rf"{re.escape(document)}-amendment-([0-9]{{1,4}})\.json")
    folder = place / FOLDER
    if is_link(folder) or not folder.is_dir():
        return (), ()
    files = {int(match[1]): path for path in folder.iterdir() if (match := named.fullmatch(path.name))}
    files = {count: path for count, path in files.items() if count < before}
    records: list[Mapping[str, object]] = []
    found: list[Diagnostic] = []
    for _, path in sorted(files.items()):
        try:
            records.append(_read(path))
        except (OSError, BrokenChain) as trouble:
            span = Span(path.as_posix(), 1, 1, 1, 1)
            message = f"The record of an amendment cannot be read: {trouble}"
            found.append(BROKEN_CHAIN.at(span, message=message, remedy="Bring it back from the folder's history."))
    return tuple(records), tuple(found)


def _read(path: Path) -> Mapping[str, object]:
    if is_link(path) or path.stat().st_size > _LARGEST:
        raise BrokenChain("it is a link, or larger than any record.")
    return unpacked(path.read_bytes())


def going_on(records: Sequence[Mapping[str, object]], old: Words) -> tuple[Diagnostic, ...]:
    """The finding that the agreement before an amendment is not the text to which the last record leads."""
    if not records or records[-1].get("to") == digest_of(old):
        return ()
    message = f"{records[-1].get('number')} leads to another text than that of OLD."
    remedy = "Name as OLD the program as it was when that amendment was made, or amend what was changed since as well."
    return (BROKEN_CHAIN.at(message=message, remedy=remedy),)
