"""Filters that print who gives a service, and in which languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.filters import changed_first, changed_upper, joined, key_of, phrase, series
from leadkit.documents.template.naming import agency
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, is_missing, raw_of
from leadkit.documents.template.words import language_name


@pass_context
def languages(context: Context, values: Iterable[View]) -> Fragment:
    """Print several languages as a series; one that has no name here prints its tag."""
    if isinstance(values, View) and is_missing(raw_of(values)):
        return Fragment((printed(values),))
    return series(context, [Fragment((printed(each, language_name),)) for each in values])


@pass_context
def provider_name(context: Context, provider: View) -> Fragment:
    """The name of whoever gives a service: one of the program's agencies, or another organization."""
    own = field_of(provider, "name")
    if is_given(own):
        return Fragment((printed(own),))
    return changed_upper(context, agency(context, field_of(provider, "agency"), article=False))


@pass_context
def provider_names(context: Context, providers: Iterable[View]) -> Fragment:
    """The names of several of them, as a series."""
    return series(context, [provider_name(context, each) for each in providers])


@pass_context
def service_names(context: Context, ids: Iterable[object]) -> Fragment:
    """What several kinds of help are called, by their ids: by the program, or else by the word of the model."""
    services = context.resolve("services")
    assert isinstance(services, View)
    known = field_of(services, "categories")
    return joined([_service(context, field_of(known, key_of(each))).inlines for each in ids], "; ")


def _service(context: Context, category: View) -> Fragment:
    own = field_of(category, "name")
    shown = Fragment((printed(own),)) if is_given(own) else phrase(context, field_of(category, "kind"), "service_kind")
    return changed_first(context, shown)


FILTERS: dict[str, Callable[..., object]] = {
    "languages": languages,
    "provider_name": provider_name,
    "provider_names": provider_names,
    "service_names": service_names,
}
"""The filters of this file, by the names that clauses use."""
