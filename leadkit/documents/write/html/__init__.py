"""The HTML writer: one page that stands alone, for the screen, the phone and the printer, without any script."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.tree.plain import inline_text
from leadkit.documents.write.cover import audience, subtitle
from leadkit.documents.write.html.body import contents, head, text
from leadkit.documents.write.html.inlines import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.documents.tree.document import Document

_STYLE = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""A page that needs nothing from anywhere may ask for nothing."""


def to_html(document: Document) -> str:
    """Print a document as one HTML page, ending with one line break."""
    return page(document, (*head(document), *contents(document), *text(document)))


def page(document: Document, body: Iterable[str]) -> str:
    """A page with the title and the look of a document, and lines of HTML in it."""
    title = ": ".join(part for part in (document.cover.title, inline_text(subtitle(document.cover))) if part)
    lines = [
        "<!doctype html>",
        f'<html lang="{LANGUAGE}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE.read_text(encoding='utf-8').rstrip()}\n{_printed_head(document)}</style>",
        "</head>",
        f'<body class="{document.layout.value}">',
        '<a class="skip" href="#text">Skip to the text</a>',
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _printed_head(document: Document) -> str:
    """The rule by which each further printed page says who may read it, as the text does on the first."""
    said = audience(document)
    further = f'@page {{ @top-left {{ content: "{said}"; font: bold 9pt serif; }} }}'
    first = "@page :first { @top-left { content: none; } }"
    return f"{further}\n{first}\n" if said else ""
