"""One question as it is put to somebody, and the conversation that it belongs to.

A conversation is a generator that yields prompts and is sent what was answered. It keeps nothing outside itself, so
that going back is answering again from the beginning, up to the question before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from leadkit.onboard.answers.answers import Said
from leadkit.onboard.questions.question import Choice, Question

Result = TypeVar("Result")

LEFT_OPEN = "left open"
"""Is said only where the answer is missing under ``open`` afterwards."""
_BETWEEN = re.compile(r",|&|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question as it is put.

    Attributes:
        asks: The question.
        help: What hangs on it.
        read: Reads an answer; raises ``ValueError`` with a sentence that says what to write.
        example: An answer.
        choices: The answers to choose from, by number or word.
        usual: What an empty answer means; empty where it leaves the question open.
        required: Whether it cannot be left open.
        before: Lines to show before it.
        open_as: What is said where it is left open.
    """

    asks: str
    help: str
    read: Callable[[str], Said]
    example: str = ""
    choices: tuple[Choice, ...] = ()
    usual: str = ""
    required: bool = False
    before: tuple[str, ...] = ()
    open_as: str = LEFT_OPEN


Conversation: TypeAlias = Generator[Prompt, Said, Result]


def prompt_of(
    question: Question,
    *,
    name: str = "",
    usual: str = "",
    choices: tuple[Choice, ...] = (),
    before: tuple[str, ...] = (),
) -> Prompt:
    """A question as it is put.

    Args:
        question: The question.
        name: What it is about, where it is one of the questions about a thing.
        usual: The proposed answer, in place of the question's own.
        choices: What there is to choose from, in place of the question's own.
        before: Lines to show before it.
    """
    offered = choices or question.choices

    def one(text: str) -> str:
        return numbered(text, offered) if offered else question.read(text)

    def read(text: str) -> Said:
        return tuple(dict.fromkeys(one(part) for part in parts_of(text))) if question.several else one(text)

    return Prompt(
        asks=question.asks.replace("{name}", name),
        help=question.help,
        read=read,
        example=question.example,
        choices=offered,
        usual=usual or question.usual,
        required=question.required,
        before=before,
        open_as=question.empty or LEFT_OPEN,
    )


def numbered(text: str, choices: Iterable[Choice]) -> str:
    """The choice that is meant, by its number or its word.

    Raises:
        ValueError: It is none of them.
    """
    from leadkit.onboard.questions.question import chosen

    words = [choice.word for choice in choices]
    if text.strip().isdecimal():
        number = int(text) if len(text.strip()) < 6 else 0
        if not 1 <= number <= len(words):
            raise ValueError(f"write a number from 1 to {len(words)}")
        return words[number - 1]
    return chosen(text, words)


def parts_of(text: str) -> list[str]:
    """The answers in one line: with commas between them, or numbers with spaces.

    Raises:
        ValueError: There is none.
    """
    numbers = all(part.isdecimal() for part in text.split())
    parts = [part for part in (text.split() if numbers else _BETWEEN.split(text)) if part.strip()]
    if not parts:
        raise ValueError("write one or several, with commas between them")
    return parts


def talk(conversation: Callable[[], Conversation[Result]], ask: Callable[[Prompt], Said | None]) -> Result:
    """Have a conversation. A question that is asked again proposes what was answered before.

    Args:
        conversation: Begins it.
        ask: Puts a question and gives the answer; None goes back to the question before.
    """
    given: list[Said] = []
    before: dict[tuple[int, str], Said] = {}
    while True:
        talking = conversation()
        try:
            prompt = next(talking)
            for answer in given:
                prompt = talking.send(answer)
            while (said := ask(_again(prompt, before.get((len(given), prompt.asks), "")))) is not None:
                before[len(given), prompt.asks] = said
                given.append(said)
                prompt = talking.send(said)
        except StopIteration as done:
            result: Result = done.value
            return result
        del given[-1:]


def _again(prompt: Prompt, said: Said) -> Prompt:
    """A question with what was answered before as its proposed answer."""
    return replace(prompt, usual=said if isinstance(said, str) else ", ".join(said)) if said else prompt
