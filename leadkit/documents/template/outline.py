"""The outline of a document: its articles in order, and where the cover finds its words."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from leadkit.documents.codes import LIBRARY
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.yaml_fields import yaml_fields
from leadkit.documents.tree.document import SIDES, ArticleKind, Layout
from leadkit.documents.tree.numbering import article_target
from leadkit.model.documents import Audience

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadkit.source.tree import Plain

_FIELDS = (
    "title", "named", "layout", "audience", "jurisdiction", "whose", "what", "status", "version", "amended",
    "public_sources", "invented", "cited", "verified", "holds", "lists_open", "made_from", "electronic",
    "draft_translation", "reading_level", "refusals", "subjects", "articles",
)  # fmt: skip
_NOT_TEXT = ("layout", "refusals", "subjects", "articles")
_WITHOUT = {"audience": "public", "named": "paper.title", "status": "paper.status", "version": "paper.version"}
"""What an outline means that does not say it: the program's own words for the paper that is printed."""
_ARTICLE_FIELDS = ("title", "kind", "clauses")
_WORDS = ("title", "what", "articles")
"""What an outline says in another language; all else is that of the English one."""
_REFUSAL_FIELDS = ("when", "because", "remedy")


@dataclass(frozen=True, slots=True)
class ArticleOutline:
    """One article of the outline."""

    id: str
    title: str
    kind: ArticleKind
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a program can have no such document.

    Attributes:
        when: Expression: does this hold?
        because: The reason, in one sentence.
        remedy: What to do about it, in one sentence.
    """

    when: str
    because: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's plan.

    Attributes:
        file: Display name of the file.
        title: Title of the document.
        named: Expression for a title of its own; ``title`` where it gives nothing.
        audience: ``public``, ``restricted`` or ``privileged``.
        jurisdiction: Expression for whose document it is, as ``program.name``.
        whose: Expression for the agency whose own document it is, where it is not the program's.
        what: What the document is and what it is not, in one sentence.
        status: Expression for its status; Draft where it gives nothing.
        version: Expression for its version; none is printed where it gives nothing.
        amended: Expression for the last amendment that the text takes in.
        public_sources: Expression: was the program compiled from public sources?
        invented: Expression: is the program invented?
        cited: Expression for the statutes that the document cites.
        verified: Expression for those of them that the program verified.
        holds: What the annex holds that this document prints, in the word of the model; clauses know it by this name.
        lists_open: ``yes`` where the document itself is the list of what is open; its cover then says nothing of it.
        made_from: The kind of the document that this one applies; it names the text of it that it was made from.
        electronic: Expression: may it be signed electronically? Where it gives nothing, nobody has said.
        draft_translation: ``refused`` where a translation is not printed before somebody qualified has reviewed it.
        reading_level: The highest school grade that its language may ask for, where the program says no other; empty
            for a paper that is not measured.
        refusals: For what reasons a program can have no such document.
        articles: The articles, in order.
        subjects: For each subject, the articles (``article:ID``) and clauses that are about it.
        layout: How it is laid out on paper.
    """

    file: str
    title: str
    named: str
    audience: str
    jurisdiction: str
    whose: str
    what: str
    status: str
    version: str
    amended: str
    public_sources: str
    invented: str
    cited: str
    verified: str
    holds: str
    lists_open: str
    made_from: str
    electronic: str
    draft_translation: str
    reading_level: str
    refusals: tuple[Refusal, ...]
    articles: tuple[ArticleOutline, ...]
    subjects: dict[str, tuple[str, ...]]
    layout: Layout


def read_outline(text: str, file: str) -> Outline:
    """Read an outline.

    Raises:
        ClauseError: It is not in the form that leadkit reads.
    """
    fields = yaml_fields(text, file)
    _check_names(fields, _FIELDS)
    articles = fields.get("articles")
    if not isinstance(articles, dict):
        raise ClauseError(LIBRARY, "The outline has no articles.", "List them under articles, by id.", 1)
    texts = {name: _text(fields, name) for name in _FIELDS if name not in _NOT_TEXT}
    for name in ("title", "jurisdiction"):
        if not texts[name]:
            raise ClauseError(LIBRARY, f"The outline lacks {name}.", f"Add {name}.", 1)
    texts |= {name: words for name, words in _WITHOUT.items() if not texts[name]}
    _chosen(texts["audience"], "audience", Audience)
    if texts["reading_level"] and not texts["reading_level"].isdecimal():
        raise ClauseError(LIBRARY, "reading_level is no school grade.", "Write a whole number, such as 8.", 1)
    plans = tuple(_article(id_, each) for id_, each in articles.items())
    refusals, subjects = _refusals(fields.get("refusals")), _subjects(fields.get("subjects"), plans)
    layout = _layout(_text(fields, "layout"), plans)
    return Outline(file, **texts, refusals=refusals, articles=plans, subjects=subjects, layout=layout)


def translated(outline: Outline, text: str, file: str) -> Outline:
    """The same outline with the words of another language: its title, what it is, and the titles of its articles.

    Raises:
        ClauseError: A word is missing, or something else than words is said.
    """
    fields = yaml_fields(text, file)
    _check_names(fields, _WORDS)
    title, what, titles = _text(fields, "title"), _text(fields, "what"), fields.get("articles")
    known = {each.id for each in outline.articles}
    if (
        not isinstance(titles, dict)
        or set(titles) != known
        or not all(isinstance(each, str) for each in titles.values())
    ):
        message = "The outline does not give each article its title."
        raise ClauseError(LIBRARY, message, f"Write ID: title under articles, for {', '.join(sorted(known))}.", 1)
    if not title or bool(what) != bool(outline.what):
        raise ClauseError(LIBRARY, "The outline lacks title or what.", "Translate what the English outline has.", 1)
    articles = tuple(replace(each, title=str(titles[each.id])) for each in outline.articles)
    return replace(outline, title=title, what=what, articles=articles)


def _layout(written: str, articles: tuple[ArticleOutline, ...]) -> Layout:
    layout = Layout(_chosen(written or Layout.AGREEMENT.value, "layout", Layout))
    if layout is Layout.CARD and len(articles) > SIDES:
        raise ClauseError(LIBRARY, "A card has two sides, and the outline more articles.", "Leave two of them.", 1)
    return layout


def _chosen(word: str, what: str, words: type[StrEnum]) -> str:
    """A word of a list of choices."""
    if word not in set(words):
        raise ClauseError(LIBRARY, f"{word} is no {what}.", f"Use {', '.join(words)}.", 1)
    return word


def _refusals(written: Plain) -> tuple[Refusal, ...]:
    refusals = written if isinstance(written, dict) else {}
    return tuple(_refusal(id_, each) for id_, each in refusals.items())


def _refusal(id_: str, fields: Plain) -> Refusal:
    if not isinstance(fields, dict) or set(fields) != set(_REFUSAL_FIELDS):
        wanted = ", ".join(_REFUSAL_FIELDS)
        raise ClauseError(LIBRARY, f"The refusal {id_} is not complete.", f"Give it {wanted}, and nothing else.", 1)
    return Refusal(*(_text(fields, name) for name in _REFUSAL_FIELDS))


def _subjects(written: Plain, articles: tuple[ArticleOutline, ...]) -> dict[str, tuple[str, ...]]:
    subjects = written if isinstance(written, dict) else {}
    known = {place for each in articles for place in (article_target(each.id), *each.clauses)}
    found: dict[str, tuple[str, ...]] = {}
    for subject, places in subjects.items():
        found[subject] = tuple(str(place) for place in (places if isinstance(places, list) else [places]))
        for place in found[subject]:
            if place not in known:
                raise ClauseError(LIBRARY, f"The outline has no place {place} for {subject}.", "Correct its id.", 1)
    return found


def _article(id_: str, fields: Plain) -> ArticleOutline:
    if not isinstance(fields, dict):
        raise ClauseError(LIBRARY, f"The article {id_} has no fields.", "Give it title and clauses.", 1)
    _check_names(fields, _ARTICLE_FIELDS)
    clauses = fields.get("clauses")
    if not isinstance(clauses, list) or not clauses or not all(isinstance(each, str) for each in clauses):
        raise ClauseError(LIBRARY, f"The article {id_} has no list of clauses.", "Add clauses: [one, two].", 1)
    kind = _text(fields, "kind") or ArticleKind.ARTICLE.value
    if kind not in set(ArticleKind):
        raise ClauseError(LIBRARY, f"{kind} is not a kind of article.", f"Use {', '.join(ArticleKind)}.", 1)
    return ArticleOutline(id_, _text(fields, "title"), ArticleKind(kind), tuple(str(each) for each in clauses))


def _check_names(fields: Mapping[str, Plain], known: tuple[str, ...]) -> None:
    for name in fields:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            remedy = f"Write {near[0]}." if near else f"Use {', '.join(known)}."
            raise ClauseError(LIBRARY, f"The outline has no field {name}.", remedy, 1)


def _text(fields: Mapping[str, Plain], name: str) -> str:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return (value or "").strip()
    raise ClauseError(LIBRARY, f"{name} is not a text.", f"Write {name} on one line.", 1)
