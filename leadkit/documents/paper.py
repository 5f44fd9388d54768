"""The papers that a program can have: what each is called, which outline prints it, and what the program says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.library import default_root, document_ids
from leadkit.model.documents import DocumentStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadkit.model.documents import DocumentSetting

MEMORANDUM = "mou"
_PRINTED_AS = {
    "mou-appendix-pcg": "governance-charter",
    "proceedings-consent": "release-of-information",
    "case-conference-rules": "confidentiality-pledge",
}
"""Kinds that another kind's outline prints: the rules of the bodies are the same as an annex or by themselves, a
consent for proceedings is a release by itself, and a pledge holds the rules of the room that it is for."""
VERIFICATION_SHEET = "law-verification-sheet"
COUNSEL_EDITION, COUNSEL_ISSUES = "counsel-edition", "counsel-issues"
FIDELITY_REPORT = "fidelity-report"
OPEN_DECISIONS = "open-decisions"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a program has, or can have.

    Attributes:
        id: What it is called: its id under ``documents``, or else the name of its kind.
        printer: The folder of the outline that prints it; empty where leadkit prints none of its kind.
        setting: What the program says of it; None where it says nothing.
    """

    id: str
    printer: str
    setting: DocumentSetting | None = None


def papers_of(settings: Mapping[str, DocumentSetting]) -> tuple[Paper, ...]:
    """The papers of a program: those that it lists, and one of each further kind that leadkit prints.

    A document that was superseded, or is not to be generated, is none of them.
    """
    printers = document_ids(default_root())
    listed = tuple(_listed(settings, printers))
    known = {_printer(id_, setting, printers) for id_, setting in settings.items()}
    others = (Paper(each, each) for each in printers if each not in known)
    return tuple(sorted((*listed, *others), key=lambda paper: paper.id))


def _listed(settings: Mapping[str, DocumentSetting], printers: tuple[str, ...]) -> Iterator[Paper]:
    for id_, setting in settings.items():
        if setting.generate is not False and setting.status is not DocumentStatus.SUPERSEDED:
            yield Paper(id_, _printer(id_, setting, printers), setting)


def _printer(id_: str, setting: DocumentSetting, printers: tuple[str, ...]) -> str:
    kind = setting.kind.replace("_", "-")
    return next((each for each in (kind, _PRINTED_AS.get(kind, ""), id_) if each in printers), "")
