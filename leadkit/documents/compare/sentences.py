"""Two versions of a sentence as one, word by word.

A value, a reference, a blank and a box to tick are whole: half an old telephone number beside half a new one is a
number that nobody has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from leadkit.documents.compare.steps import stretches
from leadkit.documents.compare.words import Styles, flat, said
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.inline import Changed, Gap, Inline, Inlines, Leaf, Reference, Text, Tick

_WORDS = re.compile(r"\s+|\w+(?:[-'\N{RIGHT SINGLE QUOTATION MARK}]\w+)*|[^\w\s]")
_LEAST_ALIKE = 0.3
"""From how alike on two sentences are shown word by word; others are struck out and written anew."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space, a mark, or a part that is whole."""

    leaf: Leaf
    styles: Styles

    @property
    def key(self) -> Hashable:
        """The same for two that are read alike; a reference is what it points at and the number that it has."""
        pointed = self.leaf.target if isinstance(self.leaf, Reference) else None
        return self.leaf.text, self.styles, pointed, isinstance(self.leaf, Gap | Tick)

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.leaf.text.strip()


def tokens(inlines: Inlines) -> list[Token]:
    """The words and whole parts of a sentence."""
    return [Token(part, styles) for leaf, styles in flat(inlines) for part in _parts(leaf)]


def _parts(leaf: Leaf) -> Iterator[Leaf]:
    if not isinstance(leaf, Text):
        yield leaf
        return
    for word in _WORDS.findall(leaf.text):
        yield Text(word)


def words(inlines: Inlines) -> Counter[str]:
    """How often each word stands in a sentence."""
    return Counter(word for token in tokens(inlines) for word in token.leaf.text.casefold().split())


def alike(one: Counter[str], other: Counter[str]) -> float:
    """How much two texts have in common, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def merged(old: Inlines, new: Inlines) -> Inlines:
    """Both versions of a sentence: what is in one alone stands in a ``Changed``."""
    if said(old) == said(new) and _numbers(old) == _numbers(new):
        return new
    before, after = tokens(old), tokens(new)
    if alike(words(old), words(new)) < _LEAST_ALIKE:
        return tuple(_joined([(Change.REMOVED, before), (Change.ADDED, after)]))
    return tuple(_joined(stretches(before, after, lambda each: each.key, lambda each: each.is_space)))


def _numbers(inlines: Inlines) -> list[str]:
    return [leaf.text for leaf, _ in flat(inlines) if isinstance(leaf, Reference)]


def _joined(found: Iterable[tuple[Change, list[Token]]]) -> Iterator[Inline]:
    for change, part in found:
        content = tuple(_inlines(part, 0))
        if change is Change.KEPT:
            yield from content
        elif content:
            yield Changed(content, change)


def _inlines(part: Iterable[Token], depth: int) -> Iterator[Inline]:
    """Put styles around tokens again, and words together."""
    for style, group in groupby(part, key=lambda each: each.styles[depth] if len(each.styles) > depth else None):
        if style is not None:
            yield style(tuple(_inlines(group, depth + 1)))
        else:
            yield from _texts(each.leaf for each in group)


def _texts(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    kept: Text | None = None
    for leaf in leaves:
        if isinstance(leaf, Text):
            kept = replace(kept, text=kept.text + leaf.text) if kept else leaf
            continue
        if kept:
            yield kept
            kept = None
        yield leaf
    if kept:
        yield kept
