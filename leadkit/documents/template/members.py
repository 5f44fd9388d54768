"""Filters that print the members and chairs of a governing body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.codes import UNPRINTABLE
from leadkit.documents.template.filters import changed_first, key_of, sentence
from leadkit.documents.template.naming import actors, agency
from leadkit.documents.template.printing import printed
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, raw_of
from leadkit.documents.template.words import in_words
from leadkit.documents.tree.inline import Inlines, Text

_STANDING = {"advisory": ", advising without a vote", "observer": ", observing"}


@pass_context
def member(context: Context, value: View, body: View) -> Fragment:
    """Print a member of a body: who sits, how many, with which votes, and who chose them for how long.

    Where the body says that each agency has one vote, that vote is not said again of each.
    """
    known = raw_of(field_of(body, "one_vote_per_agency")) is True and is_given(field_of(value, "agency"))
    return Fragment(tuple(part for parts in _member(context, value, known) for part in parts))


def _member(context: Context, value: View, known: bool) -> Iterator[Inlines]:
    who, seat, seats = (field_of(value, name) for name in ("agency", "seat", "seats"))
    several = is_given(seats) and raw_of(seats) != 1
    if is_given(who):
        yield agency(context, who, article=False).inlines
    if is_given(seat):
        yield (Text(": "), *_seat(context, seat)) if is_given(who) else (printed(seat),)
    yield from _how_many(value, several)
    yield from _votes(value, several, known)
    yield from _choice(context, value)


def _seat(context: Context, seat: View) -> Inlines:
    """A seat after the name of its agency; its article begins no sentence there."""
    article = str(raw_of(seat)).startswith(("A ", "An ", "The "))
    return changed_first(context, seat).inlines if article else (printed(seat),)


def _how_many(value: View, several: bool) -> Iterator[Inlines]:
    seats, alternates = field_of(value, "seats"), field_of(value, "alternates")
    if several and not is_given(field_of(value, "agency")):
        yield Text(": "), printed(seats, in_words), Text(" seats")
        several = False
    word = " alternate" if raw_of(alternates) == 1 else " alternates"
    if several and is_given(alternates):
        yield Text(" ("), printed(seats, in_words), Text(" seats, "), printed(alternates, in_words), Text(f"{word})")
    elif several:
        yield Text(" ("), printed(seats, in_words), Text(" seats)")
    elif is_given(alternates):
        yield Text(" ("), printed(alternates, in_words), Text(f"{word})")


def _votes(value: View, several: bool, known: bool) -> Iterator[Inlines]:
    standing, votes = field_of(value, "standing"), field_of(value, "votes")
    if str(raw_of(standing)) in _STANDING:
        yield (Text(_STANDING[str(raw_of(standing))]),)
    elif is_given(votes) and not (known and raw_of(votes) == 1):
        together = several and not is_given(field_of(value, "agency"))
        unit = " vote" if raw_of(votes) == 1 else " votes"
        yield Text(", with "), printed(votes, in_words), Text(f"{unit} together" if together else unit)


def _choice(context: Context, value: View) -> Iterator[Inlines]:
    chosen, term = field_of(value, "chosen_by"), field_of(value, "term")
    if is_given(chosen):
        yield Text(", chosen by "), *actors(context, chosen).inlines
    if is_given(term):
        yield Text(" for " if is_given(chosen) else ", for "), printed(term, in_words)


@pass_context
def chairs(context: Context, ids: Iterable[object], members: View) -> Fragment:
    """Print the members of a body that one or several ids name, as a series."""
    each = [ids] if isinstance(ids, View) and isinstance(raw_of(ids), str) else ids
    return sentence([_named(context, field_of(members, key_of(one))) for one in each], "and")


def _named(context: Context, found: View) -> Inlines:
    who, seat = field_of(found, "agency"), field_of(found, "seat")
    if is_given(who):
        return agency(context, who).inlines
    if not is_given(seat):
        raise ClauseError(UNPRINTABLE, "A chair or officer is no member of its body.")
    several = raw_of(field_of(found, "seats")) not in (None, 1)
    return Text("one " if several else "the "), *changed_first(context, seat).inlines


FILTERS: dict[str, Callable[..., object]] = {"chairs": chairs, "member": member}
"""The filters of this file, by the names that clauses use."""
