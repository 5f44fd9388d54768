"""Findings as one page that needs nothing else: for people who never open a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import SEVERITY_ORDER
from leadkit.report.excerpt import Row, excerpt
from leadkit.report.report import Report, by_severity, counted, told
from leadkit.report.terminal import clean
from leadkit.source import SourceText

if TYPE_CHECKING:
    from leadkit.diagnostic import Code, Diagnostic, Silenced, Span

STYLE = Path(__file__).with_suffix(".css")
_AROUND = 2
_NOWHERE = "The whole program"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(report: Report) -> str:
    """The page: how many findings, then file by file each with its lines and what to change, then what codes mean."""
    body = "".join([_opening(report), *_files(report), *_silences(report.silenced), *_codes(report.found)])
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Findings: {_text(_headline(report))}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n"
        f'</head>\n<body>\n<a class="skip" href="#main">Skip to the findings</a>\n{body}</main>\n</body>\n</html>\n'
    )


def _text(text: str) -> str:
    """A text as a browser shows it, whatever is in it."""
    return escape(clean(text))


def _headline(report: Report) -> str:
    where = f" in {counted(len(report.files), 'file')}" if report.files else ""
    return (told(report.counts()) or "no findings") + where


def _opening(report: Report) -> str:
    headline = _headline(report)
    parts = [f"<header>\n<h1>Findings</h1>\n<p>{_text(headline[:1].upper() + headline[1:])}.</p>\n"]
    if report.found:
        parts.append(
            "<p>An <strong>error</strong> cannot be right or cannot be printed. A <strong>warning</strong> is what "
            "counsel or a partner will ask about. A <strong>note</strong> is worth knowing.</p>\n"
        )
    if report.mend_first:
        parts.append(f"<p>{_text(report.to_come)}</p>\n")
    parts.append("</header>\n")
    if report.found:
        parts.append(_contents(report.found))
    return "".join([*parts, '<main id="main">\n'])


def _by_file(found: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    files: dict[str, list[Diagnostic]] = {}
    for one in found:
        files.setdefault(one.spans[0].file if one.spans else "", []).append(one)
    return files


def _contents(found: Sequence[Diagnostic]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="#file-{number}">{_text(name or _NOWHERE)}</a></th>'
        + "".join(f"<td>{count or '–'}</td>" for count in by_severity(own).values())
        + "</tr>\n"
        for number, (name, own) in enumerate(_by_file(found).items(), 1)
    )
    head = "".join(f'<th scope="col">{severity.value.capitalize()}s</th>' for severity in SEVERITY_ORDER)
    return (
        '<nav aria-label="Files">\n<table>\n<caption>Files with findings</caption>\n'
        f'<thead><tr><th scope="col">File</th>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</nav>\n'
    )


def _files(report: Report) -> Iterator[str]:
    for number, (name, own) in enumerate(_by_file(report.found).items(), 1):
        text = SourceText(name, report.files.get(name, ""))
        yield f'<section aria-labelledby="file-{number}">\n<h2 id="file-{number}">{_text(name or _NOWHERE)}</h2>\n'
        yield from (_finding(one, text) for one in own)
        yield "</section>\n"


def _finding(one: Diagnostic, text: SourceText) -> str:
    severity = one.severity.value
    first, *others = one.spans or (None,)
    where = f"Line {first.line}: {severity}" if first else severity.capitalize()
    parts = [f'<article class="{severity}">\n<h3>{where}</h3>\n<p class="message">{_text(one.message)} ']
    parts.append(f'<a class="code" href="#{one.code}">{one.code}</a></p>\n')
    if first:
        parts.append(_excerpt(excerpt(text, first, _AROUND)))
    if one.remedy:
        parts.append(f"<p><strong>What to do:</strong> {_text(one.remedy)}</p>\n")
    if one.correction:
        parts.append(f"<p><strong>Write:</strong></p>\n<pre>{_lines(one.correction)}</pre>\n")
    parts += [f"<p>See also {_where(span)}.</p>\n" for span in others if span]
    return "".join([*parts, "</article>\n"])


def _lines(text: str) -> str:
    return "\n".join(_text(line) for line in text.splitlines())


def _where(span: Span) -> str:
    return _text(span.place)


def _excerpt(rows: list[Row]) -> str:
    return f'<pre class="lines">{"".join(_row(row) for row in rows)}</pre>\n' if rows else ""


def _row(row: Row) -> str:
    marked = f"<mark>{escape(row.marked)}</mark>" if row.marked else ""
    own = ' class="own"' if row.marked else ""
    return f"<span{own}><b>{row.number}</b>{escape(row.before)}{marked}{escape(row.after)}\n</span>"


def _silences(silenced: Sequence[Silenced]) -> Iterator[str]:
    if not silenced:
        return
    yield '<section aria-labelledby="silenced">\n<h2 id="silenced">Silenced in the files</h2>\n<ul>\n'
    for one in silenced:
        finding = one.finding
        yield f"<li>{_where(one.span)}: {finding.code}, because {_text(one.reason)}<br>{_text(finding.message)}</li>\n"
    yield "</ul>\n</section>\n"


def _codes(found: Sequence[Diagnostic]) -> Iterator[str]:
    """What each code means, once."""
    from leadkit.check.codes import all_codes

    used = {one.code for one in found}
    if not used:
        return
    yield '<section aria-labelledby="codes">\n<h2 id="codes">What the codes mean</h2>\n'
    yield from (_code(code) for code in all_codes() if code.code in used)
    yield "</section>\n"


def _code(code: Code) -> str:
    source = f"<p>Source: {_text(code.source)}</p>\n" if code.source else ""
    return (
        f'<article id="{code.code}">\n<h3>{code.code}: {_text(code.name.replace("-", " "))}</h3>\n'
        f"<p>{_text(code.summary)}</p>\n<p>{_text(code.why)}</p>\n{source}"
        f"<p>Wrong:</p>\n<pre>{_lines(code.wrong.rstrip())}</pre>\n"
        f"<p>Right:</p>\n<pre>{_lines(code.right.rstrip())}</pre>\n</article>\n"
    )
