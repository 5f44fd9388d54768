"""The clauses that differ from the model as one page: for counsel, a council memo, and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from leadkit.documents.compare.texts import Stretch
from leadkit.documents.tree.change import Change
from leadkit.report.deviated import NONE, heading, headline, reason, rows, stale
from leadkit.report.html import POLICY, STYLE
from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from leadkit.documents.overrides.differences import Difference
    from leadkit.report.deviated import Outcome

_WORDS = (
    "blockquote { margin: 0 0 0.6rem; padding: 0.25rem 0.75rem; background: var(--paper); }\n"
    "blockquote p { white-space: pre-wrap; }\n"
    "del { color: var(--error); text-decoration: line-through; }\n"
    "ins { color: var(--note); font-weight: bold; text-decoration: underline; }\n"
    ".said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }\n"
)  # fmt: skip
_TAGS = {Change.REMOVED: ("del", "taken out: "), Change.ADDED: ("ins", "put in: ")}


def render_html(outcomes: Sequence[Outcome]) -> str:
    """The page: document by document each clause with its place, its reason and its words."""
    body = "".join(part for outcome in outcomes for part in _program(outcome, several=len(outcomes) > 1))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<title>Clauses that differ from the model</title>\n"
        f"<style>\n{STYLE.read_text(encoding='utf-8')}{_WORDS}</style>\n"
        "</head>\n<body>\n<main>\n<h1>Clauses that differ from the model</h1>\n"
        "<p>Words that were <del>taken out</del> are struck through, and words that were <ins>put in</ins> are bold "
        f"and underlined.</p>\n{body}</main>\n</body>\n</html>\n"
    )


def _program(outcome: Outcome, *, several: bool) -> Iterator[str]:
    if several:
        yield f"<p><strong>{_text(outcome.place)}</strong></p>\n"
    for each in outcome.documents:
        if each.clauses:
            yield f"<section>\n<h2>{_text(headline(each))}</h2>\n"
            yield from map(_clause, each.clauses)
            yield "</section>\n"
    if not outcome.differs and not outcome.failed:
        yield f"<p>{NONE}</p>\n"
    if outcome.found:
        yield "<section>\n<h2>Findings</h2>\n"
        for one in outcome.found:
            remedy = f"<p><strong>What to do:</strong> {_text(one.remedy)}</p>\n" if one.remedy else ""
            where = f"{_text(one.spans[0].file)}, line {one.spans[0].line}: " if one.spans else ""
            message = f"<p>{where}{_text(one.message)} {one.code}</p>\n"
            severity = one.severity.value
            yield f'<article class="{severity}">\n<h3>{severity.capitalize()}</h3>\n{message}{remedy}</article>\n'
        yield "</section>\n"


def _clause(one: Difference) -> str:
    parts = [f"<article>\n<h3>{_text(heading(one))}</h3>\n<p>{_text(reason(one))}<br>"]
    parts.append(f"{_text(one.deviation.override.file)}</p>\n")
    if said := stale(one):
        parts.append(f"<p><strong>{_text(said)}</strong></p>\n")
    parts += [*_words("In the clause", one.source), *_words("As printed", one.printed), "</article>\n"]
    return "".join(parts)


def _words(title: str, stretches: Sequence[Stretch]) -> Iterator[str]:
    found = rows(stretches)
    if any(found):
        yield f"<p><strong>{title}:</strong></p>\n<blockquote>\n"
        yield from (f"<p>{''.join(map(_marked, line)) or '…'}</p>\n" for line in found)
        yield "</blockquote>\n"


def _marked(each: Stretch) -> str:
    """A stretch; what a screen reader would not tell of the marks is said."""
    if each.change is Change.KEPT:
        return _text(each.text)
    tag, said = _TAGS[each.change]
    return f'<{tag}><span class="said">{said}</span>{_text(each.text)}</{tag}>'


def _text(text: str) -> str:
    return escape(clean(text))
