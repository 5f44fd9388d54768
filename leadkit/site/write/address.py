"""Links to what a program names an address: a page, an e-mail address or a telephone number, and nothing else."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

_PAGES, _MAIL, _PHONES = frozenset({"website", "url"}), frozenset({"email"}), frozenset({"phone", "line"})
"""The fields of the model that hold addresses, by the kind of address."""
_URL = re.compile(r'https?://[^\s<>"]+')
_EMAIL = re.compile(r'[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+')
_PHONE = re.compile(r"\+?[0-9(][0-9 ().-]{4,24}")
_AS_THEY_ARE = "/:?#&=%+,;@$-._~!'()*"


def address_of(path: str, text: str) -> str:
    """Where a value leads; empty for a value that is no address, or whose field does not say that it is one.

    Args:
        path: The field that the value came from.
        text: The value as it is read.
    """
    field = path.rpartition(".")[2]
    if field in _PAGES and _URL.fullmatch(text):
        return quote(text, safe=_AS_THEY_ARE)
    if field in _MAIL and _EMAIL.fullmatch(text):
        return f"mailto:{quote(text, safe='@+-._')}"
    if field in _PHONES and _PHONE.fullmatch(text):
        return f"tel:{'+' if text.startswith('+') else ''}{''.join(filter(str.isdigit, text))}"
    return ""


def link(href: str, words: str) -> str:
    """A link as HTML inside a line; Markdown would look for marks in the address."""
    return f'<a href="{escape(href)}">{words}</a>'
