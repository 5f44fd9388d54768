"""The page on the answers that ``leadkit new`` takes from a file."""

from __future__ import annotations

from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.question import Question


def pages() -> dict[str, str]:
    """The page, by its address."""
    lines = [
        "# Answers\n",
        "What `leadkit new` asks, in order, by the names that the answers have in a file. "
        "A group holds an id of your own for each thing, and below it the answers about that thing.\n",
    ]
    for question in QUESTIONS:
        if isinstance(question, Question):
            lines += [f"## `{question.name}`\n", f"{question.asks} {question.help}\n", *_answer(question)]
            continue
        needed = " *(required)*" if question.required else ""
        lines += [f"## `{question.name}`\n", f"{question.asks}? {question.help}{needed}\n".replace("??", "?")]
        for field in question.fields:
            asks = field.asks.replace("{name}", "it")
            lines += [f"### `{question.name}.*.{field.name}`\n", f"{asks}\n", *_answer(field)]
    return {"reference/answers.md": "\n".join(lines)}


def _answer(question: Question) -> list[str]:
    """Whether it is needed, what it may be, and an example."""
    lines = ["*(required)*\n"] if question.required else []
    words = ", ".join(f"`{choice.word}`" for choice in question.choices)
    if words:
        lines.append(f"{'Any of' if question.several else 'One of'}: {words}.\n")
    lines += [f"Or `{choice.word}`: {choice.word} {choice.says}.\n" for choice in question.besides]
    return [*lines, f"Example: `{question.example}`\n"]
