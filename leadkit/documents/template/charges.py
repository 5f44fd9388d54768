"""Filters that print which charges an entry is for, and what may follow where the program is not taken up."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.filters import changed_upper, joined, phrase, phrases
from leadkit.documents.template.naming import located
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, raw_of
from leadkit.documents.tree.inline import Text


@pass_context
def covered(context: Context, charge: View) -> Fragment:
    """The charges that an entry of the charge handling is for: ``a felony in the City of Sampleton``.

    Single offences change more often than an agreement can, and are never named in it.
    """
    levels, areas, offences = (field_of(charge, name) for name in ("levels", "areas", "offences"))
    shown = list(phrases(context, levels, "level", "or").inlines) if is_given(levels) else [Text("a charge")]
    if is_given(areas):
        shown += [Text(" "), *located(context, areas).inlines]
    if is_given(offences):
        shown.append(Text(", if it is one of those that the protocol names"))
    return Fragment(tuple(shown))


_TURNS = {
    "on_declined": "where the person declines, ",
    "on_no_intake": "where intake is not complete in time, ",
    "on_no_progress": "where the person later stops taking part, ",
    "on_new_offence": "where a new offense is alleged meanwhile, ",
}
"""The ways in which things may go otherwise, each with its words before what then follows."""


_FOLLOWS = ("file", "may_file", "review")


@pass_context
def otherwise(context: Context, charge: View) -> Fragment:
    """What may happen to the charge where things go another way, in one sentence without its full stop.

    That nothing follows is not said: it would be a promise about a charge.
    """
    turns = [(before, field_of(charge, name)) for name, before in _TURNS.items()]
    said = [
        (Text(before), *phrase(context, follows, "otherwise").inlines)
        for before, follows in turns
        if str(raw_of(follows)) in _FOLLOWS
    ]
    return changed_upper(context, joined(said, "; "))


FILTERS: dict[str, Callable[..., object]] = {"covered": covered, "otherwise": otherwise}
"""The filters of this file, by the names that clauses use."""
