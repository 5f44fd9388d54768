"""How hard a printed paper is to read, by what stands in its Markdown."""

from __future__ import annotations

import re

from leadkit.documents.reading import grade_of


def grade(markdown: str) -> float:
    """The school grade that a text asks for, without its headings, tables, boxes and blanks."""
    return grade_of(running_text(markdown))


def running_text(markdown: str) -> str:
    """The paragraphs and items of a Markdown text."""
    lines = [line for line in markdown.split("\n") if not re.match(r"\s*(?:#|\||>)|- \*\*(?:Program|Status):", line)]
    return re.sub(r"\\_|\*|^\s*- (?:\([a-z]+\) )?", "", "\n\n".join(lines), flags=re.MULTILINE)
