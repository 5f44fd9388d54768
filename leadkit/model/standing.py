"""The typed program on a day; what is the same on two days is typed once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from leadkit.model.prune import Typed, faulty_paths, without
from leadkit.model.resolve import Resolution
from leadkit.model.root import Program
from leadkit.model.walk import Path, objects
from leadkit.source.tree import Mapping, Node, Sequence, Step, Text, find

Found = TypeVar("Found")


@dataclass(frozen=True)
class Standing:
    """A program as it stood on one day.

    Attributes:
        resolution: The text that holds on that day, and what is missing from it.
        program: The typed program without what could not be typed; None where nothing is left of it.
        faulty: The paths of what could not be typed.
        errors: What pydantic found, with locations in ``resolution.root``.
        walked: What walks found in sections, on this day or another.
    """

    resolution: Resolution
    program: Program | None
    faulty: frozenset[tuple[Step, ...]]
    errors: tuple[ErrorDetails, ...]
    walked: dict[tuple[object, ...], tuple[object, ...]] = field(default_factory=dict, repr=False)

    @property
    def on(self) -> date:
        """The day."""
        return self.resolution.on

    @property
    def broken(self) -> frozenset[str]:
        """The sections in which something could not be typed."""
        return frozenset(str(path[0]) for path in self.faulty)

    def each_section(self, walk: Callable[[object, Path], Iterable[Found]]) -> tuple[Found, ...]:
        """What a walk finds below each section; one that is the same on another day is walked on one of them only.

        Args:
            walk: Takes a section and its path. What it finds may rest on nothing else, the day least of all.
        """
        found: list[Found] = []
        for name, entry in self.resolution.root.entries.items():
            if self.program is None or name not in self.program.model_fields_set:
                continue
            key = (walk, name, id(entry.value))
            if key not in self.walked:
                self.walked[key] = tuple(walk(getattr(self.program, name), (name,)))
            found += self.walked[key]  # type: ignore[arg-type]  # a walk finds one kind of thing
        return tuple(found)


class Typing:
    """Types a program on several days."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        self._typed: dict[int, tuple[Node, BaseModel]] = {}
        self._done: set[int] = set()
        self._walked: dict[tuple[object, ...], tuple[object, ...]] = {}

    def of(self, resolution: Resolution) -> Standing:
        """The typed program of a day, without what cannot be typed."""
        text = self._plain(resolution.root)
        errors: tuple[ErrorDetails, ...] = ()
        faulty: set[tuple[Step, ...]] = set()
        while True:
            try:
                program = Program.model_validate(without(text, faulty) if faulty else text)
            except ValidationError as invalid:
                found = invalid.errors(include_url=False, include_input=False)
                errors = errors or tuple(found)
                more = faulty_paths(resolution.root, found) - faulty
                if () in more or not more:
                    return Standing(resolution, None, frozenset(faulty), errors)
                faulty |= more
            else:
                standing = Standing(resolution, program, frozenset(faulty), errors, self._walked)
                self._keep(standing)
                return standing

    def _plain(self, node: Node) -> Typed:
        """The values alone, with what is typed already in its place."""
        if isinstance(node, Text):
            return node.value
        if isinstance(node, Sequence):
            return [self._plain(item) for item in node.items]
        known = self._typed.get(id(node))
        if known is not None:
            return known[1]
        return {name: self._plain(entry.value) for name, entry in node.entries.items()}

    def _keep(self, standing: Standing) -> None:
        """Keep every object of a sound section for the other days on which its text is the same."""
        for name, entry in standing.resolution.root.entries.items():
            if name in standing.broken or id(entry.value) in self._done:
                continue
            self._done.add(id(entry.value))
            for path, value in objects(getattr(standing.program, name), ()):
                node = find(entry.value, path)
                if isinstance(node, Mapping):
                    self._typed[id(node)] = (node, value)
