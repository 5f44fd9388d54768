"""Counsel's words as the text of a clause: whatever the template engine or Markdown would read is only text."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(
    r"[\\*_`\[\]<>|#~^]|\((?=(?:c|r|tm|p)\))|(?<=\.)\.|(?<=-)-|\+(?=-)|(?<=[?!])[?!]|(?<=,),", re.IGNORECASE
)
_ENGINE = re.compile(r"[{}]|&(?=[#A-Za-z])")
_OPENING = re.compile(r"(?P<number>[0-9]+)(?P<sign>[.)])(?=\s|$)|(?P<mark>[-+=:])|Table(?=: )")


def escaped(words: str) -> str:
    """The words in the middle of a line."""
    marked = _MARKDOWN.sub(lambda found: f"\\{found[0]}", words)
    return _ENGINE.sub(lambda found: f'{{{{ "{found[0]}" }}}}', marked)


def opened(line: str) -> str:
    """A line whose first words are no list, heading or caption."""
    found = _OPENING.match(line)
    if found is None:
        return line
    if found["number"]:
        return f"{found['number']}\\{line[found.start('sign') :]}"
    return f"\\{line}" if found["mark"] else f"Table\\{line[found.end() :]}"
