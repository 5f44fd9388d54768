"""Filters for the picture of who tells whom what, and for the numbers that it shares with the tables below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.naming import who
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, id_of, path_of
from leadkit.documents.tree.blocks import Arrow, Figure
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.plain import inline_text


def place_in(flow: View, flows: Iterable[View]) -> Fragment:
    """The number of a flow among those that a document prints, from 1: the same in every table and in the picture."""
    places = [id_of(each) for each in flows]
    return Fragment((Text(str(places.index(id_of(flow)) + 1)),))


@pass_context
def picture(context: Context, flows: Iterable[View], caption: str) -> Fragment:
    """Draw who tells whom: an arrow for each pair, with the numbers of the flows that it stands for.

    A role is drawn as the agencies that hold it. Those who tell, or are told, quite the same stand in one box. What
    passes inside one agency has no arrow.
    """
    names: dict[str, Inlines] = {}
    numbers: dict[tuple[str, str], list[int]] = {}
    causes: list[str] = []
    for number, flow in enumerate(flows, start=1):
        causes.append(path_of(flow))
        ends = [_names(context, flow, field, names) for field in ("sender", "recipient")]
        for sender, recipient in product(*ends):
            if sender != recipient:
                numbers.setdefault((sender, recipient), []).append(number)
    if not numbers:
        return Fragment()
    labels = {pair: ", ".join(map(str, found)) for pair, found in numbers.items()}
    right = _alike({pair[1]: _ends(labels, 1, pair[1]) for pair in labels})
    left = _alike({pair[0]: _ends(labels, 0, pair[0]) for pair in labels})
    right.sort(key=lambda box: _middle([box[0] in _told(labels, one) for one in left]))
    left.sort(key=lambda box: _middle([one[0] in _told(labels, box) for one in right]))
    arrows = [
        Arrow(sender, recipient, labels[first[0], second[0]])
        for (sender, first), (recipient, second) in product(enumerate(left), enumerate(right))
        if (first[0], second[0]) in labels
    ]
    senders, recipients = (tuple(tuple(names[each] for each in box) for box in column) for column in (left, right))
    return Fragment(blocks=(Figure(senders, recipients, tuple(arrows), (Text(caption),), tuple(causes)),))


def _ends(labels: Mapping[tuple[str, str], str], side: int, name: str) -> frozenset[tuple[str, str]]:
    """The other ends of a name's arrows, each with its label."""
    return frozenset((pair[1 - side], label) for pair, label in labels.items() if pair[side] == name)


def _alike(ends: Mapping[str, frozenset[tuple[str, str]]]) -> list[list[str]]:
    """The names of a column in boxes: those with the same arrows stand together."""
    boxes: dict[frozenset[tuple[str, str]], list[str]] = {}
    for name, own in ends.items():
        boxes.setdefault(own, []).append(name)
    return list(boxes.values())


def _told(labels: Mapping[tuple[str, str], str], senders: list[str]) -> set[str]:
    """Whom the names in a box tell."""
    return {recipient for sender, recipient in labels if sender == senders[0]}


def _middle(joined: list[bool]) -> float:
    """Where in the other column a box has its arrows, so that few arrows cross."""
    places = [place for place, here in enumerate(joined) if here]
    return sum(places) / len(places)


def _names(context: Context, flow: View, field: str, known: dict[str, Inlines]) -> list[str]:
    """The names of those who send or receive a flow, each kept under its words."""
    found: list[str] = []
    for each in field_of(flow, field):
        for one in who(context, each, article=False):
            words = inline_text(one.inlines)
            known.setdefault(words, one.inlines)
            found.append(words)
    return list(dict.fromkeys(found))


FILTERS: dict[str, Callable[..., object]] = {"picture": picture, "place_in": place_in}
"""The filters of this file, by the names that clauses use."""
