"""Filters that print the parts of rules of eligibility: offenses, the rules they follow, a second offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.eligibility import law_citation
from leadkit.documents.template.filters import joined, key_of, phrase, sentence, series
from leadkit.documents.template.naming import actors, named
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment, Use
from leadkit.documents.template.view import View, field_of, is_given, path_of, raw_of, recorder_of
from leadkit.documents.template.words import in_words
from leadkit.documents.tree.inline import Inlines, Reference, Text
from leadkit.law import exclusion_set

_QUOTED = re.compile(r'"([^"]*)"')


@pass_context
def set_laws(context: Context, values: Iterable[View]) -> Fragment:
    """Exclusion sets, each by the statute that makes it; the program's own by their titles.

    What leadkit knows of the members of a statute's list may be incomplete, so the statute stands for itself.
    """
    return series(context, [_set_law(context, each) for each in values], "or")


def _set_law(context: Context, value: View) -> Fragment:
    own = context.resolve("law")
    if isinstance(own, View) and key_of(value) in field_of(own, "sets"):
        return named(context, value, "law.sets", "title")
    known = exclusion_set(key_of(value))
    if known is None:
        return Fragment((printed(value),))
    return Fragment((recorder_of(value).value(_QUOTED.sub(r"“\1”", known.citation), path_of(value)),))


@pass_context
def tier_offences(context: Context, tier: View) -> Fragment:
    """The offences of a tier of criminal history: classes, lists, single laws and levels, any of which is enough."""
    group = field_of(tier, "offences")
    groups = [(field_of(group, name), before, shown) for name, before, shown in _GROUPS]
    found = [(Text(before), *shown(context, values).inlines) for values, before, shown in groups if is_given(values)]
    return joined(found, "; or ")


def _any(context: Context, values: Iterable[object]) -> Fragment:
    return series(context, values, "or")


def _laws(context: Context, values: Iterable[View]) -> Fragment:
    return series(context, [law_citation(context, each) for each in values], "or")


_GROUPS: tuple[tuple[str, str, Callable[[Context, View], Fragment]], ...] = (
    ("classes", "", _any),
    ("sets", "an offense of ", set_laws),
    ("laws", "an offense under ", _laws),
    ("levels", "any ", _any),
)
"""The fields of a group of offences, with the words before each."""


def references(values: Iterable[View], before: str) -> Fragment:
    """Refer to the items of this document that print some rules: ``before`` is what stands before their ids."""
    parts: list[Inlines] = []
    for value in values:
        recorder = recorder_of(value)
        target = f"{before}-{key_of(value)}"
        recorder.references.append(Use(target, recorder.at()))
        parts.append((Reference(target),))
    return sentence(parts, "or")


@pass_context
def offer_again(context: Context, offer: View) -> Fragment:
    """Whether a person may be offered the program again, with whose approval, after how long and how often."""
    return joined([each.inlines for each in _again(context, offer)], "; ")


def _again(context: Context, offer: View) -> Iterator[Fragment]:
    wait, often = field_of(offer, "wait"), field_of(offer, "at_most")
    approval, again = field_of(offer, "approved_by"), field_of(offer, "again")
    yield phrase(context, again, "again")
    if is_given(approval):
        yield Fragment((Text("the approval is given by "), *actors(context, approval, "or").inlines))
    if is_given(wait):
        yield Fragment((Text("the wait is "), printed(wait, in_words)))
    if is_given(often):
        yield Fragment((Text("at most "), printed(often, in_words), Text(" time" if raw_of(often) == 1 else " times")))


FILTERS: dict[str, Callable[..., object]] = {
    "offer_again": offer_again,
    "references": references,
    "set_laws": set_laws,
    "tier_offences": tier_offences,
}
"""The filters of this file, by the names that clauses use."""
