"""Filters that print the parts of a measure, each in one cell of a table."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.filters import changed_first, joined, phrase, sentence
from leadkit.documents.template.naming import actors, named
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, is_missing, raw_of
from leadkit.documents.tree.inline import Text


@pass_context
def below_the_line(context: Context, measure: View) -> Fragment:
    """What a figure is a share of, or that it is a bare count and read beside another, or that it is not settled."""
    denominator = field_of(measure, "denominator")
    if is_missing(raw_of(denominator)):
        return Fragment((printed(denominator),))
    kind = str(raw_of(field_of(denominator, "kind")))
    if kind == "population":
        return changed_first(context, Fragment((printed(field_of(denominator, "of")),)))
    if kind == "ambiguous":
        readings = [changed_first(context, each).inlines for each in field_of(denominator, "readings")]
        return Fragment((Text("not settled: "), *sentence(readings, "or").inlines))
    beside = field_of(denominator, "read_with")
    if is_missing(raw_of(beside)):
        return Fragment((Text("none: a bare count"),))
    other = named(context, beside, "measures.indicators", "title")
    return Fragment((Text("none: a bare count, read beside “"), *other.inlines, Text("”")))


@pass_context
def supplied(context: Context, measure: View) -> Fragment:
    """Who supplies the data of a measure."""
    who = field_of(measure, "supplied_by")
    return Fragment((printed(who),)) if is_missing(raw_of(who)) else actors(context, who, article=False)


@pass_context
def form_of(context: Context, element: View) -> Fragment:
    """What form a data element has, and the words that it may hold."""
    kind, values = field_of(element, "type"), field_of(element, "values")
    parts = [phrase(context, kind, "form").inlines] if is_given(kind) else []
    if is_given(values):
        parts.append(joined([(printed(each),) for each in values], ", ").inlines)
    return joined(parts, ": ") if parts else Fragment((Text("not stated"),))


FILTERS: dict[str, Callable[..., object]] = {
    "below_the_line": below_the_line,
    "form_of": form_of,
    "supplied": supplied,
}
"""The filters of this file, by the names that clauses use."""
