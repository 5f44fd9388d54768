"""The lines of a clause before Jinja sees them: which may hold tags, and marks that keep their numbers.

A line with an expression becomes ``{{ _line(n) }}`` and the line; a tag is wrapped in hooks. So a rendered line
says where it was written and which ``if`` and ``for`` decided it, and a finding finds its line by itself. Where
nothing is worked out, a mark that is plain text says the same: each hook costs Jinja as much as a value of the program.
"""

from __future__ import annotations

import re

from leadkit.documents.codes import GRAMMAR, TAG
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import MARKS, edge_mark, text_mark

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
    regions = _regions(lines, texts, first)
    done: list[str] = []
    for index, line in enumerate(lines):
        number = first + index
        if _COMMENT.fullmatch(line):
            done.append("")
        elif not texts[index]:
            _check_surroundings(lines, texts, index, number)
            done.append(_tag(line, number, regions[index], sets=_sets_next(lines, index)))
        elif "{{" in line or _sets_next(lines, index):
            done.append(f"{{{{ _line({number}) }}}}{line}")
        else:
            done.append(f"{text_mark(number)}{line}")
    return "\n".join(done) + "\n"


def _sets_next(lines: list[str], index: int) -> bool:
    """Whether a ``set`` follows a line at once: what it reads is put down to that line."""
    following = (line for line in lines[index + 1 :] if not _COMMENT.fullmatch(line))
    match = _TAG.fullmatch(next(following, ""))
    return match is not None and match["name"] == "set"


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


def _regions(lines: list[str], texts: list[bool], first: int) -> list[str]:
    """For each line, the name of the tag whose region it is in or ends; empty outside all.

    A tag that nothing closes is named with its line, where Jinja would name the end of the file.
    """
    waiting: list[tuple[str, int]] = []
    found: list[str] = []
    for index, line in enumerate(lines):
        match = None if texts[index] else _TAG.fullmatch(line)
        name = match["name"] if match else ""
        if name in _OPEN:
            waiting.append((name, first + index))
        found.append(waiting[-1][0] if waiting else "")
        if name in _CLOSE and waiting and waiting[-1][0] == name.removeprefix("end"):
            waiting.pop()
    if waiting:
        name, number = waiting[-1]
        raise ClauseError(TAG, f"The tag {name} is not closed.", f"Add {{% end{name} %}} on a line of its own.", number)
    return found


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


def _tag(line: str, number: int, region: str, *, sets: bool) -> str:
    """A tag between the marks of the empty lines that it leaves.

    Args:
        line: Its line.
        number: The number of that line.
        region: The name of the tag that opened the region which it opens, turns or closes.
        sets: Whether a ``set`` follows.
    """
    match = _TAG.fullmatch(line)
    name = match["name"] if match else ""
    tag = line.strip()
    after = f"{{{{ _break({number}) }}}}" if sets else f"{edge_mark(number)}\n"
    # Only the next round of a loop reads anything once the text of its region is printed.
    turn = f"{edge_mark(number)}\n" if region == "if" else f"{{{{ _turn({number}) }}}}"
    if name in _OPEN:
        return f"{{{{ _open({number}) }}}}{tag}{after}"
    if name in _TURN:
        return f"{turn}{tag}{after}"
    if name in _CLOSE:
        return f"{turn}{tag}{{{{ _close({number}) }}}}"
    return f"{{{{ _set({number}) }}}}{tag}"
