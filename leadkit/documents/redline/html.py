"""The redline as a page: what changed and why, then the text with what was added and what was removed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from leadkit.documents.compare.comparison import ClauseChange, Comparison, CoverChange
from leadkit.documents.compare.merging import merged
from leadkit.documents.redline.reasons import reasons, what_happened
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.plain import section_name
from leadkit.documents.write.html import page
from leadkit.documents.write.html.body import contents, head, text
from leadkit.documents.write.html.inlines import changed, inlines

IDENTICAL = "Both versions have the same words."


def to_html_redline(comparison: Comparison) -> str:
    """Print what differs between two versions as one HTML page; the cover and the numbers are the new version's."""
    both = merged(comparison.old, comparison.new)
    lines = (*head(comparison.new), *_changes(comparison), *contents(comparison.new), *text(both))
    return page(comparison.new, lines)


def _changes(comparison: Comparison) -> Iterator[str]:
    yield '<section class="changes" aria-labelledby="changes">'
    yield '<h2 id="changes">What changed</h2>'
    yield f"<p>{_legend()}</p>" if comparison.changed or comparison.cover else f"<p>{IDENTICAL}</p>"
    yield from _cover(comparison.cover)
    if comparison.changed:
        yield '<ul role="list">'
        for clause in comparison.changed:
            yield from _clause(clause)
        yield "</ul>"
    yield "</section>"


def _legend() -> str:
    added, removed = changed("underlined", Change.ADDED), changed("struck out", Change.REMOVED)
    return (
        f"Words that were added are {added}; words that were removed are {removed}. The numbers are those of the new "
        "text; a part that was removed has the number that it had."
    )


def _cover(lines: tuple[CoverChange, ...]) -> Iterator[str]:
    if lines:
        yield '<dl class="facts">'
        for line in lines:
            sides = ((line.old, Change.REMOVED), (line.new, Change.ADDED))
            said = " ".join(changed(inlines(words), change) for words, change in sides if words)
            yield f"<div><dt>{escape(line.label)}</dt><dd>{said}</dd></div>"
        yield "</dl>"


def _clause(clause: ClauseChange) -> Iterator[str]:
    standing = clause.new or clause.old
    assert standing is not None
    section = standing.sections[0]
    name = escape(title_of(section, clause))
    yield f'<li><a href="#{escape(section.id)}">{name}</a>: {escape(what_happened(clause))}'
    yield "<ul>"
    yield from (f"<li>{escape(reason)}</li>" for reason in reasons(clause))
    yield "</ul></li>"


def title_of(section: Section, clause: ClauseChange) -> str:
    """A section by its number and its heading; one without a heading has its article's."""
    article = clause.new_article or clause.old_article
    return section_name(section, article.title if article else "")
