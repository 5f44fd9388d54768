"""Filters that print the name of what an id stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.codes import TEMPLATE
from leadkit.documents.template import words
from leadkit.documents.template.filters import changed_first, joined, key_of, labelled, series
from leadkit.documents.template.printing import printed
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, is_missing, path_of, raw_of
from leadkit.documents.tree.inline import Inlines, Text, Value


@pass_context
def named(context: Context, value: object, collection: str, field: str = "name") -> Fragment:
    """Print the name of what an id stands for: with ``"agencies"`` it prints ``agencies.ID.name``."""
    root = context.resolve(collection.split(".")[0])
    if not isinstance(root, View):
        raise ClauseError(TEMPLATE, f"There is no collection {collection}.")
    if isinstance(value, View) and is_missing(raw_of(value)):
        return Fragment((printed(value),))
    place = root
    for step in (*collection.split(".")[1:], key_of(value), field):
        place = field_of(place, step)
    shown = printed(place)
    cause = path_of(value) if isinstance(value, View) else ""
    return Fragment((replace(shown, causes=(cause,)) if isinstance(shown, Value) and cause else shown,))


@pass_context
def agency(context: Context, value: object, article: bool = True) -> Fragment:
    """Print the name of an agency by its id: its short name, where it has one, with the article that it takes."""
    root = context.resolve("agencies")
    if isinstance(root, View) and not (isinstance(value, View) and is_missing(raw_of(value))):
        declared = field_of(root, key_of(value))
        found = named(context, value, "agencies", _naming(declared, ("name", "legal_name")))
        return _with_own_article(found) if article else found
    return named(context, value, "agencies")


def _with_own_article(fragment: Fragment, form: Callable[[str], str] = words.with_article) -> Fragment:
    """Put before a name the article that it takes, as words of the clause and not of the program."""
    name = _plain_words(fragment)
    return Fragment((Text("the "), *fragment.inlines)) if form(name) != name else fragment


@pass_context
def actor(context: Context, value: object, article: bool = True) -> Fragment:
    """Print who is meant by the id of a role, an agency, a body or an outsider, or by a word such as ``officer``.

    A role without a title is named by the agencies that hold it. A title, a body or a word takes an article.
    """
    if isinstance(value, View) and is_missing(raw_of(value)):
        return Fragment((printed(value),))
    return series(context, who(context, value, article))


@pass_context
def actors(context: Context, values: Iterable[object], word: str = "and", article: bool = True) -> Fragment:
    """Print who is meant by one or several such ids, each once, as a series."""
    if isinstance(values, View) and isinstance(raw_of(values), str):
        return actor(context, values, article)
    if isinstance(values, View) and is_missing(raw_of(values)):
        return Fragment((printed(values),))
    found = {_plain_words(one): one for each in values for one in who(context, each, article)}
    return series(context, list(found.values()), word)


def who(context: Context, value: object, article: bool) -> list[Fragment]:
    """Everybody who is meant by one id: each of the agencies of a role without a title."""
    role = _declared(context, "roles", value)
    if role is not None:
        titled = is_given(field_of(role, "title"))
        holders = field_of(role, "agencies")
        if not titled and is_given(holders):
            return [agency(context, each, article) for each in holders]
        return [_with_article(named(context, value, "roles", "title" if titled else "kind"), article)]
    if _declared(context, "agencies", value) is not None:
        return [agency(context, value, article)]
    body = _declared(context, "governance.bodies", value)
    if body is not None:
        return [_with_article(_body(context, value), article)]
    if _declared(context, "sharing.outside", value) is not None:
        return [changed_first(context, named(context, value, "sharing.outside", "label"))]
    return [_with_article(labelled(value), article)]


def _body(context: Context, value: object) -> Fragment:
    """The name of a body; one that only describes it, such as Working group of officers, takes a small letter."""
    found = named(context, value, "governance.bodies", "local_name")
    second = _plain_words(found).split()[1:2]
    descriptive = all(word.islower() and word not in _SMALL_WORDS for word in second)
    return changed_first(context, found) if second and descriptive else found


_SMALL_WORDS = {"and", "at", "for", "in", "of", "on", "the", "to"}


def _declared(context: Context, collection: str, value: object) -> View | None:
    """What an id stands for in a collection; None where the collection does not declare it."""
    first, *rest = collection.split(".")
    place = context.resolve(first)
    if not isinstance(place, View):
        return None
    for step in rest:
        place = field_of(place, step)
    return field_of(place, key_of(value)) if key_of(value) in place else None


def _with_article(fragment: Fragment, article: bool) -> Fragment:
    return Fragment((Text("the "), *fragment.inlines)) if article else fragment


def _plain_words(fragment: Fragment) -> str:
    return "".join(getattr(each, "text", "") for each in fragment.inlines)


def _naming(place: View, fields: tuple[str, ...]) -> str:
    """The first of several fields that the object has and that is given; the last one where none is."""
    known = getattr(type(raw_of(place)), "model_fields", fields)
    has = [name for name in fields if name in known]
    return next((name for name in has if is_given(field_of(place, name))), has[-1] if has else "name")


@pass_context
def agencies(context: Context, values: Iterable[object], word: str = "and", article: bool = True) -> Fragment:
    """Print the names of several agencies by their ids, as a series."""
    if isinstance(values, View) and is_missing(raw_of(values)):
        return Fragment((printed(values),))
    return series(context, [agency(context, each, article) for each in values], word)


@pass_context
def names(
    context: Context, values: Iterable[object], collection: str, field: str = "name", word: str = "and",
    article: bool = False,
) -> Fragment:  # fmt: skip
    """Print the names of what several ids stand for, as a series."""
    if isinstance(values, View) and is_missing(raw_of(values)):
        return Fragment((printed(values),))
    found = [named(context, each, collection, field) for each in values]
    form = words.with_article if collection == "agencies" else words.with_place_article
    return series(context, [_with_own_article(each, form) if article else each for each in found], word)


@pass_context
def located(context: Context, areas: Iterable[object]) -> Fragment:
    """Print several areas by their ids, each after the preposition that it takes: ``in the City of Sampleton``.

    A confidential one is not named.
    """
    known = context.resolve("areas")
    assert isinstance(known, View)
    shown = [each for each in areas if raw_of(field_of(field_of(known, key_of(each)), "confidential")) is not True]
    if not shown:
        return Fragment((Text("in places that are not named"),))
    return series(context, [_located(named(context, each, "areas")) for each in shown])


def _located(name: Fragment) -> Fragment:
    before = words.preposition(_plain_words(name))
    return Fragment((Text(f"{before} "), *_with_own_article(name, words.with_place_article).inlines))


@pass_context
def listing(context: Context, values: Iterable[object], collection: str, field: str, lower: bool = True) -> Fragment:
    """Print what several ids stand for, where that is a phrase with commas of its own: joined by semicolons.

    After a semicolon a phrase begins with a small letter; a name, with ``lower=false``, as it is written.
    """
    found = [named(context, each, collection, field) for each in values]
    after = [changed_first(context, each) if lower else each for each in found[1:]]
    return joined([each.inlines for each in (*found[:1], *after)], "; ")


@pass_context
def party_names(context: Context, values: Iterable[object], word: str = "and", article: bool = True) -> Fragment:
    """Print the agencies of several parties by the ids of the parties, as a series."""
    root = context.resolve("agreement")
    if not isinstance(root, View) or (isinstance(values, View) and is_missing(raw_of(values))):
        return names(context, values, "agreement.parties", "agency", word)
    parties = field_of(root, "parties")
    return agencies(context, [field_of(field_of(parties, key_of(each)), "agency") for each in values], word, article)


@pass_context
def addressed(context: Context, parties: Iterable[View], addresses: View) -> Fragment:
    """Print where each of several parties receives notices: its agency and the title of the officer, by semicolons."""
    shown: list[Inlines] = []
    for party in parties:
        if key_of(party) in addresses:
            attention = printed(field_of(field_of(addresses, key_of(party)), "attention"))
            who = agency(context, field_of(party, "agency")).inlines
            shown.append((*who, Text(" (attention: "), attention, Text(")")))
    return joined(shown, "; ")


FILTERS: dict[str, Callable[..., object]] = {
    "actor": actor,
    "addressed": addressed,
    "actors": actors,
    "agencies": agencies,
    "agency": agency,
    "listing": listing,
    "located": located,
    "named": named,
    "names": names,
    "party_names": party_names,
}
"""The filters of this file, by the names that clauses use."""
