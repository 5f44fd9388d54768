"""Take out the findings that a comment has answered, and say which comments do not do as they should.

An error is never silenced: the documents are refused because of it, whatever a comment says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.check.hiding import hides_others
from leadkit.check.order import in_order
from leadkit.check.silence import codes
from leadkit.check.silence.comment import WORD, Silence, silences
from leadkit.diagnostic import Diagnostic, Edit, Fix, Severity, Silenced, nearest
from leadkit.source import SourceText
from leadkit.source.lines import Line

if TYPE_CHECKING:
    from leadkit.source import Source

_EXAMPLE = "# leadkit: ignore LK504 because counsel answers in March"
_Place = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check.

    Attributes:
        found: What was found and counts, in order.
        silenced: What was found and answered by a comment, in the same order.
    """

    found: tuple[Diagnostic, ...]
    silenced: tuple[Silenced, ...] = ()


def without_silenced(found: Sequence[Diagnostic], source: Source, *, every_day: bool) -> Checked:
    """Part findings in those that count and those that a comment has answered.

    Args:
        found: What was found, in order.
        source: The program, for its comments: each file has its own.
        every_day: Whether the program was checked on every day. On one day alone a finding of another day is not
            there, and its comment is not unused.
    """
    texts = {name: SourceText(name, text) for name, text in source.files.items()}
    told = [(texts[name], silence) for name in texts for silence in silences(texts[name])]
    if not told:
        return Checked(tuple(found))
    meant: dict[_Place, Silence] = {}
    for text, silence in told:
        for code in silence.codes if silence.readable else ():
            meant.setdefault((text.name, silence.line, code), silence)
    kept: list[Diagnostic] = []
    silenced: list[Silenced] = []
    met: dict[_Place, set[Severity]] = defaultdict(set)
    for one in found:
        place = _place(one)
        about = meant.get(place)
        if about is not None:
            met[place].add(one.severity)
        if about is not None and about.reason and not one.is_error:
            silenced.append(Silenced(one, about.reason, about.span))
        else:
            kept.append(one)
    whole = every_day and not source.incomplete and not any(hides_others(one) for one in found)
    for text, silence in told:
        # what a base silences may be there in the base, and in another program that extends it
        kept += _faults(text, silence, met, whole=whole and source.is_own(text.name))
    return Checked(in_order(kept), tuple(silenced))


def _place(one: Diagnostic) -> _Place:
    return (one.spans[0].file, one.spans[0].line, one.code) if one.spans else ("", 0, one.code)


def _faults(
    text: SourceText, silence: Silence, met: dict[_Place, set[Severity]], *, whole: bool
) -> Iterator[Diagnostic]:
    if not silence.readable:
        yield _unreadable(silence)
        return
    if not silence.reason:
        yield codes.WITHOUT_REASON.at(
            silence.span,
            message=f"This comment silences {', '.join(silence.codes)} and gives no reason, so it does not count.",
            remedy=f"Say why: # leadkit: ignore {', '.join(silence.codes)} because …",
        )
    unused: list[str] = []
    for code in silence.codes:
        there = met.get((text.name, silence.line, code), set())
        if not _known(code):
            yield codes.UNKNOWN_CODE.at(
                silence.span,
                message=f'There is no code "{code}", and that word silences nothing.',
                remedy="Write the code as the finding prints it, such as LK504.",
            )
        elif Severity.ERROR in there:
            yield codes.NOT_SILENCED.at(
                silence.span,
                message=f"{code} is an error in line {silence.line}, and an error is not silenced.",
                remedy="Put it right, or say under open what is not decided or not known; then delete the comment.",
            )
        elif not there and silence.reason:
            unused.append(code)
    if unused and whole:
        yield _unused(text, silence, unused)


def _unreadable(silence: Silence) -> Diagnostic:
    meant = nearest(silence.word, (WORD,)) if silence.word != WORD else None
    return codes.UNREADABLE.at(
        silence.span,
        message="This comment is meant for leadkit, which cannot read it.",
        remedy=f'Did you mean "{meant}"?' if meant else f"Write it like this: {_EXAMPLE}.",
    )


def _known(code: str) -> bool:
    from leadkit.check.codes import find_code

    return find_code(code) is not None


def _unused(text: SourceText, silence: Silence, unused: list[str]) -> Diagnostic:
    every = len(unused) == len(silence.codes)
    where = f"in line {silence.line}" if silence.line else "below it"
    return codes.UNUSED.at(
        silence.span,
        message=f"This comment silences {', '.join(unused)}, and {where} there is no such finding.",
        remedy="Delete the comment." if every else f"Take {', '.join(unused)} out of the comment.",
        fix=Fix("Delete the comment", (_without(text, silence),))
        if every and not _ends_a_block(text, silence)
        else None,
    )


def _ends_a_block(text: SourceText, silence: Silence) -> bool:
    """Whether a line below would become part of an empty block of text above, were the comment not between them."""
    below = Line(text.line(silence.span.line + 1))
    return silence.comment.alone and below.silent and len(below.indent) >= silence.span.column


def _without(text: SourceText, silence: Silence) -> Edit:
    """The edit that deletes a comment: with its line where it stands alone, with the spaces before it elsewhere."""
    comment = silence.comment
    if comment.alone:
        number = silence.span.line
        end = text.starts[number] if number < len(text.starts) else len(text.text)
        return Edit(text.name, text.starts[number - 1], end, "")
    start = comment.start
    while text.text[start - 1] in " \t":
        start -= 1
    return Edit(text.name, start, comment.end, "")
