"""An amendment as files: the instrument, the restated agreement, and the record of what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.amendment.kept import FOLDER, going_on, kept_records, record_name
from leadkit.documents.building import Earlier
from leadkit.documents.building import write as write_document
from leadkit.documents.codes import UNLISTED
from leadkit.documents.placing import Written, as_json, put

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.amendment.drafting import Amended


@dataclass(frozen=True, slots=True)
class AmendmentFiles:
    """What was written of an amendment.

    Attributes:
        files: The files.
        diagnostics: Every finding.
    """

    files: tuple[Written, ...]
    diagnostics: tuple[Diagnostic, ...]


def write_amendment(
    drafted: Amended, formats: Sequence[str], out: Path, program: Path | None, *, overwrite: bool, keep: bool
) -> AmendmentFiles:
    """Write an amendment into a folder; a file that is there with other words is left as it is.

    Args:
        drafted: The amendment.
        formats: Some of ``docx``, ``pdf``, ``html`` and ``md``.
        out: The folder to write into.
        program: The program's folder, in which records of amendments are kept; None where it is in git.
        overwrite: Whether other files in the place of these are written over.
        keep: Whether the record is kept in the program's folder.
    """
    files: list[Written] = []
    found = list(_told(drafted, program))
    before: dict[str, Earlier] | None = None if overwrite else {}
    for composed in (drafted.instrument, drafted.restated):
        id_ = composed.document.id if composed.document else drafted.document
        made = write_document(composed, id_, drafted.on, formats, out, letterhead=drafted.letterhead, before=before)
        files += made.files
        found += made.diagnostics
    places = [out / record_name(drafted.document, drafted.count)]
    if keep and program is not None:
        places.append(program / FOLDER / places[0].name)
    whole = all(composed.document for composed in (drafted.instrument, drafted.restated))
    for path in places if whole and not any(each.is_error for each in found) else ():
        written = put(path, as_json(drafted.record), overwrite=overwrite)
        (files if isinstance(written, Written) else found).append(written)  # type: ignore[arg-type]
    return AmendmentFiles(tuple(files), tuple(found))


def _told(drafted: Amended, program: Path | None) -> list[Diagnostic]:
    """What whoever amends should know before it is signed."""
    found = list(drafted.warned)
    if not drafted.listed:
        message = f"NEW does not list {drafted.number} under agreement.amendments."
        remedy = "Add it there, so that the restated agreement tells of it."
        found.append(UNLISTED.at(message=message, remedy=remedy, path="agreement.amendments"))
    if program is not None:
        earlier, unread = kept_records(program, drafted.document, drafted.count)
        found += [*unread, *going_on(earlier, drafted.old)]
    return found
