"""The cover, the contents and the articles of a page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from leadkit.documents.tree.document import Article, ArticleKind, Cover, Document, Section
from leadkit.documents.tree.numbering import article_target
from leadkit.documents.write import cover as cover_words
from leadkit.documents.write.html.blocks import blocks
from leadkit.documents.write.html.inlines import changed, inlines


def head(document: Document) -> Iterator[str]:
    """What stands before the text, and what is open in it."""
    yield "<header>"
    if audience := cover_words.audience(document):
        yield f'<p class="audience">{escape(audience)}</p>'
    yield from _cover(document.cover) if cover_words.has_cover(document) else _lines(document)
    for notice in cover_words.notices(document):
        yield f'<p class="notice">{escape(notice)}</p>'
    if opens := cover_words.opens(document):
        yield f"<h2>{escape(cover_words.OPEN_HEADING)}</h2>"
        yield '<ul class="open" role="list">'
        for each in opens:
            yield f"<li>{inlines((each.place,))}: {escape(cover_words.open_sentence(each))}</li>"
        yield "</ul>"
    yield "</header>"


def _cover(said: Cover) -> Iterator[str]:
    yield f"<h1>{escape(said.title)}</h1>"
    if program := cover_words.subtitle(said):
        yield f'<p class="program">{inlines(program)}</p>'
    yield '<dl class="facts">'
    for label, words in cover_words.rows(said):
        yield f"<div><dt>{escape(label)}</dt><dd>{inlines(words)}</dd></div>"
    yield "</dl>"


def _lines(document: Document) -> Iterator[str]:
    for part, words in cover_words.head(document):
        yield f"<h1>{inlines(words)}</h1>" if part == "title" else f'<p class="{part}">{inlines(words)}</p>'


def contents(document: Document) -> Iterator[str]:
    """The articles and sections, each with a link to it."""
    if not cover_words.has_contents(document):
        return
    yield '<nav aria-labelledby="contents">'
    yield '<h2 id="contents">Contents</h2>'
    yield '<ol role="list">'
    for article in document.articles:
        yield f"<li>{_link(article_target(article.id), _numbered(article.number, '. ', escape(article.title)))}"
        titled = [each for clause in article.clauses for each in clause.sections if each.title]
        if titled and cover_words.has_cover(document):
            yield '<ol role="list">'
            for each in titled:
                yield f"<li>{_link(each.id, _numbered(each.number, ' ', inlines(each.title)))}</li>"
            yield "</ol>"
        yield "</li>"
    yield "</ol>"
    yield "</nav>"


def text(document: Document) -> Iterator[str]:
    """The articles."""
    yield '<main id="text">'
    for article in document.articles:
        yield from _article(article)
    foot = (*cover_words.standing(document), cover_words.footer(document))
    yield "<footer>" + "<br>".join(escape(line) for line in foot) + "</footer>"
    yield "</main>"


def _article(article: Article) -> Iterator[str]:
    target = escape(article_target(article.id))
    yield f'<section class="{article.kind.value}" aria-labelledby="{target}">'
    heading = changed(_numbered(article.number, ". ", inlines(article.heading)), article.change)
    yield f'<h2 id="{target}">{heading}</h2>'
    for clause in article.clauses:
        for section in clause.sections:
            yield from _section(section, article.kind)
    yield "</section>"


def _section(section: Section, kind: ArticleKind) -> Iterator[str]:
    target = escape(section.id)
    if section.title:
        number = f'<span class="number">{escape(section.number)}</span> ' if section.number else ""
        yield f'<h3 id="{target}">{changed(f"{number}{inlines(section.title)}", section.change)}</h3>'
        yield f'<div class="{"numbered" if section.number else "plain"}">'
    else:
        yield f'<div id="{target}">'
    yield from blocks(section.blocks)
    yield "</div>"


def _numbered(number: str, between: str, title: str) -> str:
    return f"{escape(number)}{between}{title}" if number else title


def _link(target: str, words: str) -> str:
    return f'<a href="#{escape(target)}">{words}</a>'
