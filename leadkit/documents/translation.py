"""How far the translation of a document has come: what leadkit ships, and what a program says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.diagnostic import Severity
from leadkit.documents.codes import LIBRARY, NO_TRANSLATION, NOT_TRANSLATED, UNREVIEWED
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.words import typographic
from leadkit.documents.template.yaml_fields import yaml_fields
from leadkit.documents.text import printable
from leadkit.documents.tree.inline import Value
from leadkit.documents.tree.trace import walk
from leadkit.documents.words import FIRST, LANGUAGES
from leadkit.model.documents import TranslationStatus

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.paper import Paper
    from leadkit.documents.tree.document import Document
    from leadkit.model.documents import Translation

NAME = "language.yaml"
_NAMES = frozenset(
    {"name", "legal_name", "local_name", "statute", "regime", "citation", "url", "email", "website", "street", "city"}
)
_KINDS = ("services.categories.", "pathways.")
_SHOWN = 3
_FIELDS = ("language", "status", "by", "on")


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody qualified read a translation.

    Attributes:
        by: Who.
        on: When.
        path: The field of the program that says it; empty for a translation that was reviewed for leadkit.
    """

    by: str
    on: date
    path: str = ""


def carried(language: str) -> str:
    """The language of leadkit that a tag asks for: ``es`` for ``es-MX``; empty where it has none."""
    return next((each for each in (language, language.partition("-")[0]) if each in LANGUAGES), "")


def languages_of(paper: Paper) -> tuple[str, ...]:
    """The further languages that a program asks for in a document, each once."""
    asked = paper.setting.languages if paper.setting else ()
    return tuple(dict.fromkeys(carried(each) or each for each in asked if carried(each) != FIRST))


def read_language(text: str, file: str, language: str) -> Review | None:
    """Read the file beside the clauses of a language: who reviewed them for leadkit, where somebody did.

    Raises:
        ClauseError: It is not in the form that leadkit reads.
    """
    fields = yaml_fields(text, file)
    unknown = next((name for name in fields if name not in _FIELDS), "")
    if unknown:
        raise ClauseError(LIBRARY, f"The language has no field {unknown}.", f"Use {', '.join(_FIELDS)}.", 1)
    status, by, on = (str(fields.get(name) or "") for name in _FIELDS[1:])
    if fields.get("language") != language or status not in set(TranslationStatus):
        message = "The file does not say the language of its folder, or how far the translation has come."
        raise ClauseError(LIBRARY, message, f"Write language: {language}, and status: draft or reviewed.", 1)
    if status == TranslationStatus.DRAFT:
        return None
    try:
        return Review(by or _unsaid(), date.fromisoformat(on))
    except ValueError:
        raise ClauseError(LIBRARY, "A review has no name or no day.", "Write by and on.", 1) from None


def _unsaid() -> str:
    raise ValueError


def said_of(paper: Paper, language: str) -> tuple[str, Translation | None]:
    """What a program says of a translation, with its field."""
    for tag, said in (paper.setting.translations if paper.setting else {}).items():
        if carried(tag) == language:
            return f"documents.{paper.id}.translations.{tag}", said
    return "", None


def review_of(paper: Paper, language: str, shipped: Review | None, fingerprint: str) -> Review | None:
    """Who reviewed the very text that is printed; None for a draft.

    A review without a name and a day is none, and one that names the fingerprint of a text holds for that text alone.
    """
    path, said = said_of(paper, language)
    if said is None or said.status is not TranslationStatus.REVIEWED:
        return shipped
    if not said.by or not said.on or said.fingerprint not in (None, fingerprint):
        return shipped
    return Review(said.by, said.on.first, f"{path}.by")


def own_texts(program: object, language: str) -> dict[str, str]:
    """What the program's own texts are in a language, by the text as documents print it."""
    entries = getattr(getattr(program, "program", None), "texts", {})
    return {
        printable(typographic(entry.text)): text
        for entry in entries.values()
        for tag, text in entry.said_in.items()
        if carried(tag) == language
    }


def findings(paper: Paper, document: Document, *, strict: bool) -> tuple[Diagnostic, ...]:
    """What stands in the way of a translation: a review that does not count, and texts in the first language.

    Args:
        paper: What the program says of the document.
        document: The composed translation.
        strict: Whether it is one that a draft translation is refused for.
    """
    return (*_unreviewed(paper, document), *_untranslated(document, strict=strict))


def _untranslated(document: Document, *, strict: bool) -> tuple[Diagnostic, ...]:
    """The program's own texts that are printed in the first language, but for names and citations."""
    printed = (node for node in walk(document.articles) if isinstance(node, Value) and node.language)
    paths = list(dict.fromkeys(node.path for node in printed if not _is_name(node.path)))
    if not paths:
        return ()
    shown = ", ".join(paths[:_SHOWN]) + (f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else "")
    message = f"{document.id} prints {len(paths)} of the program’s own texts in English: {shown}."
    remedy = f"Write each with its translation ({document.language}) under program.texts."
    severity = None if strict else Severity.NOTE
    return (NOT_TRANSLATED.at(message=message, remedy=remedy, severity=severity, path=paths[0]),)


def _is_name(path: str) -> bool:
    """Whether a field holds what stays as it is: a name, a citation or an address, but not what a kind is called."""
    last = path.rpartition(".")[2]
    return last in _NAMES and not (last == "name" and path.startswith(_KINDS))


def _unreviewed(paper: Paper, document: Document) -> tuple[Diagnostic, ...]:
    """Why a review that a program names does not count, or that nobody can tell which text it was of."""
    path, said = said_of(paper, document.language)
    if said is None or said.status is not TranslationStatus.REVIEWED:
        return ()
    fingerprint, what = document.cover.fingerprint, f"{document.id} is printed"
    if not said.by or not said.on:
        message = f"{what} as a draft translation: its review does not say by whom, or when."
        return (UNREVIEWED.at(message=message, remedy=f"Write by and on under {path}.", path=path),)
    if said.fingerprint is None:
        message = f"{what} as reviewed by {said.by}; leadkit cannot tell whether its text has changed since {said.on}."
        remedy = f"If it is the text that was read, write fingerprint: {fingerprint} under {path}."
        return (UNREVIEWED.at(message=message, remedy=remedy, path=path, severity=Severity.NOTE),)
    if said.fingerprint != fingerprint:
        message = f"{what} as a draft translation: its text is {fingerprint}, and {said.fingerprint} was reviewed."
        remedy = f"Have today’s text read, and write fingerprint: {fingerprint} under {path}."
        return (UNREVIEWED.at(message=message, remedy=remedy, path=path),)
    return ()


def no_text(document: str, language: str, severity: Severity | None = None) -> Diagnostic:
    """That leadkit has no text, of a document as the program words it, in a language."""
    return NO_TRANSLATION.at(
        message=f"leadkit has no {language} text for {document} as the program words it; the English one is built.",
        remedy=f"Have it translated by hand, or take {language} out of its languages.",
        path=f"documents.{document}.languages",
        severity=severity,
    )
