"""One question put at a terminal, until it is answered, left open, or taken back."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

import click

from leadkit.diagnostic import as_sentence
from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from leadkit.onboard.answers.answers import Said
    from leadkit.onboard.asking.prompt import Prompt

BACK, HELP, OPEN = "back", "?", "undecided"
_INTRODUCTION = (
    "leadkit asks what decides the shape of the program. After each question:",
    "  Enter      takes the answer in brackets; without one it leaves the question open, or says no more",
    "  ?          explains the question",
    "  back       returns to the question before",
    "  undecided  leaves the question open",
    "Ctrl+C stops. Nothing is written before the last answer.",
)
_WIDEST, _NARROWEST = 100, 20


def introduce() -> None:
    """Say what can be typed."""
    for line in _INTRODUCTION:
        click.echo(_filled(line, indent=" " * 13 if line.startswith(" ") else ""))


def ask(prompt: Prompt) -> Said | None:
    """Put a question; None goes back to the one before.

    Raises:
        click.Abort: Somebody stopped it, or the input has ended.
    """
    _show(prompt)
    while True:
        typed = click.prompt(_mark(prompt), default="", show_default=False, prompt_suffix=" ").strip()
        if typed.lower() == BACK:
            return None
        if typed == HELP:
            _explain(prompt)
            continue
        text = "" if typed.lower() == OPEN else typed or prompt.usual
        if not text:
            if not prompt.required:
                click.echo(f"  ({prompt.open_as})")
                return ""
            click.echo(_filled("  This answer is needed; ? explains the question.", indent="  "))
            continue
        try:
            return prompt.read(text)
        except ValueError as wrong:
            said = clean(str(wrong))
            click.echo(_filled(f"  {as_sentence(said)}", indent="  "))


def _show(prompt: Prompt) -> None:
    click.echo()
    for line in prompt.before:
        click.echo(_filled(line))
    click.echo(_filled(prompt.asks))
    for number, choice in enumerate(prompt.choices, 1):
        says = f"  {choice.says}" if choice.says else ""
        click.echo(_filled(f"{number:>3}  {_words(choice.word)}{says}", indent=" " * 8))


def _explain(prompt: Prompt) -> None:
    click.echo(_filled(f"  {prompt.help}", indent="  "))
    if prompt.example:
        click.echo(_filled(f"  For example: {prompt.example}", indent="  "))


def _mark(prompt: Prompt) -> str:
    """What is proposed; several of the choices by their numbers, which fit into a line."""
    if not prompt.usual:
        return ">"
    numbers = {choice.word: str(number) for number, choice in enumerate(prompt.choices, 1)}
    parts = prompt.usual.split(", ")
    known = len(parts) > 1 and all(part in numbers for part in parts)
    usual = ", ".join(numbers[part] for part in parts) if known else prompt.usual
    return f"[{clean(_words(usual))}] >"


def _words(word: str) -> str:
    """A word of a program's files as people write it; both are understood."""
    return word.replace("_", " ")


def _filled(text: str, indent: str = "") -> str:
    """Text in lines that the terminal does not break in the middle of a word."""
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns
    width = max(_NARROWEST, min(columns, _WIDEST))
    return textwrap.fill(clean(text), width, subsequent_indent=indent, break_long_words=False)
