"""Docstrings in Google's style, as Markdown: what a public thing says of itself is its page."""

from __future__ import annotations

import inspect
import re

_SECTION = re.compile(r"(Args|Attributes|Returns|Raises|Yields):")
_ENTRY = re.compile(r"(?P<name>\*{0,2}\w+): (?P<says>.*)")
_TITLES = {"Args": "Arguments"}


def as_markdown(thing: object) -> str:
    """The docstring of a module, class or function; its sections as lists."""
    paragraphs = re.split(r"\n\n+", inspect.getdoc(thing) or "")
    return "\n\n".join(_paragraph(each.replace("``", "`")) for each in paragraphs)


def _paragraph(text: str) -> str:
    first, _, rest = text.partition("\n")
    section = _SECTION.fullmatch(first)
    if text.startswith(">>> "):
        return f"```pycon\n{text}\n```"
    if not section:
        return text
    inner = inspect.cleandoc(rest)
    entries = [re.sub(r"\s*\n\s+", " ", each) for each in re.split(r"\n(?=\S)", inner)]
    lines = [_entry(each) for each in entries] if _ENTRY.match(entries[0]) else [inner.replace("\n", " ")]
    return f"**{_TITLES.get(section[1], section[1])}**\n\n" + "\n".join(lines)


def _entry(text: str) -> str:
    found = _ENTRY.fullmatch(text)
    return f"- `{found['name']}`: {found['says']}" if found else f"- {text}"
