"""The answers of one planner, as text that has been looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Said: TypeAlias = str | tuple[str, ...]
"""One answer, or several to one question."""
Entry: TypeAlias = dict[str, Said]
"""What is answered about one thing of a group."""


@dataclass(frozen=True)
class Answers:
    """What was answered; a question without an answer is left open.

    Attributes:
        said: The answers by the names of their questions.
        things: The things of each group by id.
    """

    said: Mapping[str, Said]
    things: Mapping[str, Mapping[str, Entry]]

    def one(self, name: str) -> str:
        """The answer to a question; empty where it is left open."""
        return text_of(self.said, name)

    def several(self, name: str) -> tuple[str, ...]:
        """All answers to a question that may have several, each once."""
        return tuple(dict.fromkeys(texts_of(self.said, name)))

    def group(self, name: str) -> Mapping[str, Entry]:
        """The things of a group, by id."""
        return self.things.get(name, {})


def text_of(entry: Mapping[str, Said], name: str) -> str:
    """One answer; empty where the question is left open."""
    found = entry.get(name, "")
    return found if isinstance(found, str) else ", ".join(found)


def texts_of(entry: Mapping[str, Said], name: str) -> tuple[str, ...]:
    """All answers to one question; none where it is left open."""
    found = entry.get(name, ())
    return (found,) if isinstance(found, str) else found
