"""What is asked of a planner: single questions, and groups of things that are asked about one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from leadkit.diagnostic import listed, nearest
from leadkit.onboard.questions.forms import Form, line

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a question allows.

    Attributes:
        word: The word that is written.
        says: What it means; empty where the word says it.
    """

    word: str
    says: str = ""


def choices(words: Iterable[Word], says: Mapping[Word, str] | None = None) -> tuple[Choice, ...]:
    """Words of the model as answers to choose from, with what each means where it is not plain."""
    return tuple(Choice(word.value, (says or {}).get(word, "")) for word in words)


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        name: Its field in a file of answers.
        asks: The question; ``{name}`` stands for the thing that it is about.
        help: What hangs on the answer.
        example: An answer, as it may stand in a file.
        form: Reads one answer.
        choices: The answers that are allowed; empty where any text of the form is.
        of: The groups among whose ids the answer must be; empty where it is no id.
        several: Whether several answers may be given.
        required: Whether nothing can be written without it; every other question may be left open.
        usual: The answer that is proposed on a terminal. In a file silence always leaves a question open.
        when: The answer to an earlier question of the same thing without which this one is not asked.
        unless: The answers to an earlier question of the same thing with which this one is not asked.
        besides: The answers that are allowed beside the ids of ``of``.
        empty: What an empty answer says, where it does not leave the question open.
    """

    name: str
    asks: str
    help: str
    example: str
    form: Form = line
    choices: tuple[Choice, ...] = ()
    of: tuple[str, ...] = ()
    several: bool = False
    required: bool = False
    usual: str = ""
    when: tuple[str, str] | None = None
    unless: tuple[str, frozenset[str]] | None = None
    besides: tuple[Choice, ...] = ()
    empty: str = ""

    def read(self, text: str) -> str:
        """Read one answer.

        Raises:
            ValueError: It cannot be taken; the sentence says what to write.
        """
        return chosen(text, [choice.word for choice in self.choices]) if self.choices else self.form(text)


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind, each with an id and a few questions of its own.

    Attributes:
        name: Its field in a file of answers.
        noun: What one of them is called.
        asks: The question for the first of them.
        more: The question for each further one.
        help: What hangs on the answer.
        fields: The questions about each; the first gives it its name, and on a terminal its id.
        required: Whether there must be at least one.
        empty: What it says where nobody names the first of them, if that does not leave the question open.
    """

    name: str
    noun: str
    asks: str
    more: str
    help: str
    fields: tuple[Question, ...]
    required: bool = False
    empty: str = ""


def chosen(text: str, words: Iterable[str]) -> str:
    """The word that is meant: as it is written in a program's files, or with spaces.

    Raises:
        ValueError: It is none of them.
    """
    known = list(words)
    word = _plain(text.strip())
    found = next((each for each in known if word == _plain(each)), None)
    if found is not None:
        return found
    meant = nearest(text.strip(), known)
    raise ValueError(f"did you mean {meant}?" if meant else f"it is one of {listed(known, 20)}")


def _plain(word: str) -> str:
    return word.lower().replace(" ", "_").replace("-", "_")
