"""The lines of a clause before Jinja sees them: which may hold tags, and marks that keep their numbers.

Every line of text becomes ``{{ _line(n) }}`` and the line; every tag is wrapped in hooks. So a rendered line
says where it was written and which ``if`` and ``for`` decided it, and a finding finds its line by itself.
"""

from __future__ import annotations

import re

from leadkit.documents.codes import GRAMMAR, TAG
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import MARKS

_TAG = re.compile(r"\s*\{%\s*(?P<name>[a-z]+)\b[^%]*(?:%(?!\})[^%]*)*%\}\s*")
_COMMENT = re.compile(r"\s*\{#.*#\}\s*")
_BLOCK_START = re.compile(r"\s*(?:[0-9]+\.\s|-\s|#|\||Table: )")

_ENDINGS = (".", ":", ";", "!", "?", "}}")

_OPEN, _TURN, _CLOSE = {"if", "for"}, {"elif", "else"}, {"endif", "endfor"}
TAGS = frozenset(_OPEN | _TURN | _CLOSE | {"set"})
"""The tags that a clause may use."""


def marked(lines: list[str], first: int) -> str:
    """The template text for the lines of a clause's body, the first of which is line ``first`` of its file.

    Raises:
        ClauseError: A tag, expression or comment does not stand as it must.
    """
    texts = [_is_text(line, first + index) for index, line in enumerate(lines)]
    _check_closed(lines, texts, first)
    done: list[str] = []
    for index, line in enumerate(lines):
        number = first + index
        if texts[index]:
            done.append(f"{{{{ _line({number}) }}}}{line}")
        elif _COMMENT.fullmatch(line):
            done.append("")
        else:
            _check_surroundings(lines, texts, index, number)
            done.append(_tag(line, number))
    return "\n".join(done) + "\n"


def _is_text(line: str, number: int) -> bool:
    if MARKS.search(line):
        raise ClauseError(GRAMMAR, "The line has a private-use character.", "Take it out.", number)
    if _COMMENT.fullmatch(line):
        return False
    if "{#" in line:
        raise ClauseError(TAG, "A comment shares its line with text.", "Give it a line of its own.", number)
    if "{%" not in line and "%}" not in line:
        if line.count("{{") != line.count("}}"):
            raise ClauseError(TAG, "An expression does not end on its line.", "Write it on one line.", number)
        return True
    match = _TAG.fullmatch(line)
    if match is None or line.count("{%") != 1 or "{{" in line:
        raise ClauseError(
            TAG, "A tag shares its line with text, or is not closed on it.",
            "Give each {% … %} a line of its own, around whole paragraphs or items.", number,
        )  # fmt: skip
    if match["name"] not in TAGS:
        raise ClauseError(TAG, f"A clause has no tag {match['name']}.", f"Use {', '.join(sorted(TAGS))}.", number)
    return False


def _check_closed(lines: list[str], texts: list[bool], first: int) -> None:
    """Name the line of a tag that nothing closes, where Jinja would name the end of the file."""
    waiting: list[tuple[str, int]] = []
    for index, line in enumerate(lines):
        match = None if texts[index] else _TAG.fullmatch(line)
        name = match["name"] if match else ""
        if name in _OPEN:
            waiting.append((name, first + index))
        elif name in _CLOSE and waiting and waiting[-1][0] == name.removeprefix("end"):
            waiting.pop()
    if waiting:
        name, number = waiting[-1]
        raise ClauseError(TAG, f"The tag {name} is not closed.", f"Add {{% end{name} %}} on a line of its own.", number)


def _check_surroundings(lines: list[str], texts: list[bool], index: int, number: int) -> None:
    """Refuse a tag that cuts a paragraph in two."""
    before = lines[index - 1].strip() if index and texts[index - 1] else ""
    after = lines[index + 1].strip() if index + 1 < len(lines) and texts[index + 1] else ""
    if not before or not after or before.startswith(("|", "#")) or _BLOCK_START.match(after):
        return
    cut = not before.endswith(_ENDINGS) or after[0].islower()
    if cut:
        raise ClauseError(
            TAG, "A tag stands inside a paragraph.",
            "Put it around whole paragraphs or items, with a blank line between.", number,
        )  # fmt: skip


def _tag(line: str, number: int) -> str:
    match = _TAG.fullmatch(line)
    name = match["name"] if match else ""
    tag = line.strip()
    edge = f"{{{{ _break({number}) }}}}"
    if name in _OPEN:
        return f"{edge}{{{{ _open({number}) }}}}{tag}{edge}"
    if name in _TURN:
        return f"{edge}{{{{ _turn({number}) }}}}{tag}{edge}"
    if name in _CLOSE:
        return f"{edge}{{{{ _turn({number}) }}}}{tag}{{{{ _close({number}) }}}}{edge}"
    return f"{{{{ _set({number}) }}}}{tag}"
