"""A file of answers: read into answers, with a finding on the line of each that cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leadkit.diagnostic import Code, Diagnostic, Span, as_sentence, listed, nearest, shortened
from leadkit.onboard.answers.answers import Answers, Entry, Said
from leadkit.onboard.answers.fits import misfits
from leadkit.onboard.answers.like import Likeness
from leadkit.onboard.codes import MISSING_ANSWER, UNKNOWN_ANSWER, UNUSABLE_ANSWER
from leadkit.onboard.questions import forms
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.question import Group, Question
from leadkit.source.decode import decode
from leadkit.source.places import LIMIT
from leadkit.source.reading import read_text
from leadkit.source.tree import Entry as Written
from leadkit.source.tree import Mapping, Node, Sequence, Text

OPEN = "undecided"
"""May be written as the answer to any question that may stay open."""


@dataclass(frozen=True)
class Reading:
    """What a file of answers gives.

    Attributes:
        answers: The answers; None where one of them cannot be taken.
        diagnostics: Everything found.
        text: The file's text, for excerpts.
        taken: The answers that were taken over from another program, each with its question's name.
    """

    answers: Answers | None
    diagnostics: tuple[Diagnostic, ...]
    text: str
    taken: tuple[tuple[str, Said], ...] = ()


def read_answers(file: Path, name: str, like: Likeness | None = None) -> Reading:
    """Read a file of answers.

    Args:
        file: The file.
        name: Its name, for spans.
        like: The program whose shape is taken over where the file does not name it.

    Raises:
        OSError: It cannot be read.
    """
    with file.open("rb") as opened:
        data = opened.read(LIMIT + 1)
    if len(data) > LIMIT:
        return Reading(None, (_too_large(name),), "")
    decoded = decode(name, data)
    if decoded.text is None or not decoded.sound:
        return Reading(None, decoded.diagnostics, decoded.text or "")
    root, found = read_text(decoded.text, name)
    found = (*decoded.diagnostics, *found)
    if _failing(found):
        return Reading(None, found, decoded.text)
    reader = _Reader()
    answers = reader.read(root)
    found = (*found, *reader.found)
    if not _failing(found):
        found = (*found, *misfits(answers, root))
    if _failing(found):
        return Reading(None, found, decoded.text)
    taken = like.shape(answers, root.entries) if like else {}
    return Reading(Answers({**answers.said, **taken}, answers.things), found, decoded.text, tuple(taken.items()))


def _failing(found: tuple[Diagnostic, ...]) -> bool:
    return any(one.is_error for one in found)


def _too_large(name: str) -> Diagnostic:
    return UNUSABLE_ANSWER.at(
        Span(name),
        message=f"The file of answers is larger than {LIMIT // 1_000_000} MB.",
        remedy="Check what stands in it; answers written by hand are far smaller.",
    )


class _Reader:
    """Reads the tree of a file, and gathers what it finds on the way."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def read(self, root: Mapping) -> Answers:
        said: dict[str, Said] = {}
        things: dict[str, dict[str, Entry]] = {}
        misspelt = self._unknown(root, [question.name for question in QUESTIONS], "")
        for question in QUESTIONS:
            node = _answer(root, question.name)
            if node is None:
                if question.name not in misspelt:
                    self._missing(question, root.span, question.name)
            elif isinstance(question, Group):
                things[question.name] = self._group(question, node)
            elif (read := self._said(question, node, question.name)) is not None:
                said[question.name] = read
        return Answers(said, things)

    def _group(self, group: Group, node: Node) -> dict[str, Entry]:
        if not isinstance(node, Mapping):
            self._find(UNUSABLE_ANSWER, node.span, group.name, _NO_IDS.format(name=group.name), _IDS)
            return {}
        entries: dict[str, Entry] = {}
        for entry in (*node.entries.values(), *_named_as_notes(node)):
            key = entry.key.value or ""
            path = f"{group.name}.{key}"
            try:
                identifier = forms.identifier(key)
            except ValueError as wrong:
                self._refuse(entry.key.span, group.name, key, "be the id of a " + group.noun, str(wrong))
                continue
            if isinstance(entry.value, Mapping):
                entries[identifier] = self._thing(group, entry.value, entry.key.span, path)
            else:
                self._find(UNUSABLE_ANSWER, entry.key.span, path, f'"{shortened(key)}" holds no answers.', _INDENT)
        return entries

    def _thing(self, group: Group, node: Mapping, key: Span, path: str) -> Entry:
        misspelt = self._unknown(node, [field.name for field in group.fields], path)
        found: Entry = {}
        for field in group.fields:
            below = f"{path}.{field.name}"
            inner = _answer(node, field.name)
            if inner is None:
                if field.name not in misspelt:
                    self._missing(field, key, below)
            elif (read := self._said(field, inner, below)) is not None:
                found[field.name] = read
        return found

    def _said(self, question: Question, node: Node, path: str) -> Said | None:
        if isinstance(node, Mapping) or (isinstance(node, Sequence) and not question.several):
            wanted = "one answer or a list of answers" if question.several else "one answer"
            self._find(UNUSABLE_ANSWER, node.span, path, f'"{path}" should hold {wanted}.', _SINGLE)
            return None
        parts = node.items if isinstance(node, Sequence) else (node,)
        read = [found for part in parts if (found := self._text(question, part, path)) is not None]
        if len(read) < len(parts):
            return None
        return tuple(read) if question.several else read[0]

    def _text(self, question: Question, node: Node, path: str) -> str | None:
        if not isinstance(node, Text) or node.value is None:
            self._find(UNUSABLE_ANSWER, node.span, path, f'"{path}" holds something that is no answer.', _SINGLE)
            return None
        try:
            return question.read(node.value)
        except ValueError as wrong:
            self._refuse(node.span, path, node.value, f'answer "{path}"', str(wrong))
            return None

    def _refuse(self, span: Span, path: str, written: str, what: str, sentence: str) -> None:
        self._find(UNUSABLE_ANSWER, span, path, f'"{shortened(written)}" cannot {what}.', as_sentence(sentence))

    def _missing(self, question: Question | Group, span: Span, path: str) -> None:
        if not question.required:
            return
        example = question.example if isinstance(question, Question) else ""
        self.found.append(
            MISSING_ANSWER.at(
                Span(span.file, span.line, span.column, span.line, span.column),
                message=f'The answer to "{path}" is missing.',
                remedy=f"Add it: {question.help}",
                correction=f"{question.name}: {example}" if example else None,
                path=path,
            )
        )

    def _unknown(self, node: Mapping, known: list[str], path: str) -> set[str]:
        """Find what is no question, and return the questions that are probably meant."""
        misspelt: set[str] = set()
        for key, entry in _own(node):
            if key in known:
                continue
            meant = nearest(key, known)
            misspelt |= {meant} if meant else set()
            of = f' about "{path}"' if path else ""
            remedy = f'Did you mean "{meant}"?' if meant else f"The questions are {listed(known, 30)}."
            self._find(UNKNOWN_ANSWER, entry, path, f'"{shortened(key)}" is no question{of}.', remedy)
        return misspelt

    def _find(self, code: Code, span: Span, path: str, message: str, remedy: str) -> None:
        self.found.append(code.at(span, message=message, remedy=remedy, path=path))


_NO_IDS = '"{name}" should hold an id for each, and below it the answers.'
_IDS = "Write an id of your own, a colon, and indented below it the answers, such as name."
_INDENT = "Write the answers about it below it, indented."
_SINGLE = "Write the answer after the colon; several answers stand in brackets, with commas between them."


def _own(node: Mapping) -> Iterator[tuple[str, Span]]:
    """The fields of an object, without those that are the planner's alone."""
    for key, entry in node.entries.items():
        if key != "notes" and not key.startswith("x-"):
            yield key, entry.key.span


def _named_as_notes(group: Mapping) -> Iterator[Written]:
    """What has answers below it, and is named as if it were a note: whoever wrote it meant an id."""
    return (entry for entry in group.free if isinstance(entry.value, Mapping))


def _answer(node: Mapping, name: str) -> Node | None:
    """What is answered; None where the question is left open."""
    entry = node.entries.get(name)
    if entry is None:
        return None
    left_open = isinstance(entry.value, Text) and entry.value.value in (None, OPEN)
    return None if left_open else entry.value
