"""Filters that print rules of eligibility as short as an officer needs them at the scene."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.eligibility import law_citation
from leadkit.documents.template.filters import changed_first, joined, key_of, labelled, phrase, phrases, series
from leadkit.documents.template.naming import named, names
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, path_of, raw_of, recorder_of
from leadkit.documents.tree.inline import Inline, Inlines, Text
from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility


@pass_context
def bar_text(context: Context, rule: View, ways: Iterable[object] = ()) -> Fragment:
    """An exclusion in a few words: what it is, what narrows it, and the pathways where it is not for all ``ways``."""
    label, test, detail = (field_of(rule, name) for name in ("label", "test", "detail"))
    if is_given(label):
        shown: list[Inline] = [printed(label)]
    elif raw_of(test) == "other":
        shown = [printed(field_of(rule, "question"))]
    else:
        shown = list(phrase(context, test, "test").inlines)
    for number, more in enumerate(_narrowed(context, rule)):
        shown += [Text("; " if number else ": "), *more]
    if is_given(detail):
        shown += [Text(". "), printed(detail, lambda raw: str(raw).rstrip("."))]
    only = _only(context, rule, ways)
    return Fragment((*shown, *((Text(" ("), *only, Text(" only)")) if only else ())))


def _narrowed(context: Context, rule: View) -> Iterator[Inlines]:
    """What narrows an exclusion of its kind: the weapons and their use, the places, the areas, the signs."""
    test = str(raw_of(field_of(rule, "test")))
    if test == "weapon":
        kinds, uses = field_of(rule, "kinds"), field_of(rule, "uses")
        words = ((kinds, "weapon_kind"), (uses, "weapon_use"))
        found = [phrases(context, one, name, "or").inlines for one, name in words if is_given(one)]
        if found:
            yield joined(found, "; ").inlines
    elif test == "school_zone" and is_given(field_of(rule, "distance")):
        yield changed_first(context, field_of(rule, "distance")).inlines
    elif test == "intent_to_deliver" and is_given(field_of(rule, "shown_by")):
        yield series(context, [changed_first(context, one) for one in field_of(rule, "shown_by")], "or").inlines
    if test in ("stay_out_order", "outside_area") and is_given(field_of(rule, "areas")):
        yield names(context, field_of(rule, "areas"), "areas", "name", "or", article=True).inlines
    if test in _ORDERS and raw_of(field_of(rule, "bars")) == "only_if_breached":
        yield (Text("only if it is broken at the contact"),)


_ORDERS = ("protection_order", "protective_order", "stay_out_order")


def _only(context: Context, rule: View, ways: Iterable[object]) -> Inlines:
    """The pathways that a rule is for, where there is one of ``ways`` for which it is not."""
    pathways = field_of(rule, "pathways")
    here = {key_of(one) for one in ways}
    mine = [one for one in pathways if key_of(one) in here]
    if not mine or len(mine) == len(here):
        return ()
    return series(context, [changed_first(context, pathway_name(context, one)) for one in mine]).inlines


@pass_context
def pathway_name(context: Context, pathway: View) -> Fragment:
    """What a pathway is called, by itself or by its id."""
    root = context.resolve("pathways")
    assert isinstance(root, View)
    found = field_of(root, key_of(pathway))
    named_ = is_given(field_of(found, "name"))
    return named(context, pathway, "pathways") if named_ else labelled(field_of(found, "kind"))


@pass_context
def scene_limit(context: Context, limit: View) -> Fragment:
    """A limit as it is judged at the scene: the amount, and what it is for other substances."""
    parts = [_most(context, limit)]
    for each in field_of(limit, "exceptions"):
        name = changed_first(context, named(context, key_of(each), "eligibility.substances", "label"))
        no_limit = raw_of(each) is not None and str(raw_of(each)) == "no_limit"
        amount: Inlines = (Text("no limit"),) if no_limit else (printed(each),)
        parts.append((*name.inlines, Text(": "), *amount))
    return joined(parts, "; ")


def _most(context: Context, limit: View) -> Inlines:
    most = field_of(limit, "at_most")
    if str(raw_of(most)) == "no_limit":
        return (Text("no limit"),)
    if str(raw_of(most)) == "as_statute":
        return Text("the limit of "), *law_citation(context, field_of(limit, "law")).inlines
    before = (Text("less than "),) if raw_of(field_of(limit, "inclusive")) is False and is_given(most) else ()
    return (*before, printed(most))


@pass_context
def card_lines(context: Context, pathways: Iterable[View]) -> list[tuple[View, View]]:
    """The telephone lines by which an officer reaches the program: of each pathway, else of those who come.

    A line that the program keeps to its own staff is left out.
    """
    found: list[tuple[View, View]] = []
    for pathway in pathways:
        own = list(_lines(field_of(pathway, "channels")))
        found += [(pathway, line) for line in own or _of_those_who_come(context, pathway)]
    return found


def _lines(lines: View) -> Iterator[View]:
    for line in lines:
        if is_given(field_of(line, "phone")) and _for_partners(line):
            yield line


def _of_those_who_come(context: Context, pathway: View) -> Iterator[View]:
    procedure, roles = context.resolve("procedure"), context.resolve("roles")
    assert isinstance(procedure, View)
    assert isinstance(roles, View)
    for entry in field_of(procedure, "handoff"):
        ways = field_of(entry, "pathways")
        if is_given(ways) and key_of(pathway) not in map(key_of, ways):
            continue
        for role in field_of(entry, "received_by"):
            if key_of(role) in roles:
                yield from _lines(field_of(field_of(roles, key_of(role)), "contacts"))


def _for_partners(line: View) -> bool:
    steps = path_of(line).split(".")
    recorder_of(line).read(f"{path_of(line)}.visibility")
    return audience_of(recorder_of(line).program, steps) in (Visibility.PUBLIC, Visibility.PARTNERS)


FILTERS: dict[str, Callable[..., object]] = {
    "bar_text": bar_text,
    "card_lines": card_lines,
    "pathway_name": pathway_name,
    "scene_limit": scene_limit,
}
"""The filters of this file, by the names that clauses use."""
