"""Filters that give the steps of a pathway, and print when and where each is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.filters import key_of, phrases
from leadkit.documents.template.papers import paper_names
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.rules import references
from leadkit.documents.template.scene import sentences
from leadkit.documents.template.view import View, field_of, is_given
from leadkit.documents.template.words import in_words
from leadkit.documents.tree.inline import Inlines, Text


def steps_of(steps: View, pathway: View) -> list[View]:
    """The steps that a case on a pathway can come to: those that follow each other, then those where one fails.

    A step that names no pathway is for all, and yet not for one on which nothing leads to it, where something else
    does. A pathway that no step names has the steps for all.
    """
    known = {key_of(step): step for step in steps}
    mine = {id_: step for id_, step in known.items() if _holds(step, key_of(pathway))}
    named = [id_ for id_, step in mine.items() if is_given(field_of(step, "pathways"))] or list(mine)
    after = {id_: (*_next(step), *(_failing(step) if id_ in mine else ())) for id_, step in known.items()}
    led_to = {each for id_ in mine for each in after[id_]}
    main = _walked([id_ for id_ in named if id_ not in led_to] or named[:1], {id_: _next(known[id_]) for id_ in known})
    alone = [id_ for id_ in mine if not any(id_ in follows for follows in after.values())]
    reached = _walked([*main, *named, *alone], after)
    rest = (id_ for id_ in known if id_ in reached and id_ not in main)
    return [mine[id_] for id_ in (*main, *rest) if id_ in mine]


def steps_of_any(steps: View, pathways: Iterable[View]) -> list[View]:
    """The steps that a case on any of some pathways can come to, in the order of the first that has each."""
    return list({key_of(step): step for pathway in pathways for step in steps_of(steps, pathway)}.values())


def only_on_failure(steps: View) -> list[str]:
    """The ids of the steps that follow only where another one fails."""
    follow = {each for step in steps for each in _next(step)}
    return sorted({each for step in steps for each in _failing(step)} - follow)


def _walked(begin: list[str], after: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Some steps and all that follow from them, the nearer ones first."""
    order = list(dict.fromkeys(begin))
    for id_ in order:
        order += [each for each in after[id_] if each in after and each not in order]
    return order


def _holds(step: View, pathway: str) -> bool:
    pathways = field_of(step, "pathways")
    return not is_given(pathways) or pathway in map(key_of, pathways)


def _next(step: View) -> tuple[str, ...]:
    return tuple(key_of(each) for each in field_of(step, "next"))


def _failing(step: View) -> tuple[str, ...]:
    fails = field_of(step, "on_fail")
    return (key_of(fails),) if is_given(fails) else ()


@pass_context
def step_details(context: Context, step: View, pathway: View) -> Fragment:
    """How soon a step is due and where, the deadline that it runs against on a pathway, and its forms."""
    return sentences(context, list(_details(context, step, key_of(pathway))))


def _details(context: Context, step: View, pathway: str) -> Iterator[Inlines]:
    within, place, form = (field_of(step, name) for name in ("within", "place", "form"))
    where = phrases(context, place, "place", "or").inlines if is_given(place) else ()
    if is_given(within):
        between = (Text(", "),) if where else ()
        yield Text("Within "), printed(within, in_words), Text(" of the step before"), *between, *where
    elif where:
        yield where
    clock = field_of(step, "clock")
    if is_given(clock) and _runs(context, key_of(clock), pathway):
        yield Text("Deadline: "), *references([clock], "deadline").inlines
    if is_given(form):
        yield Text("Form: "), *paper_names(context, form).inlines


def _runs(context: Context, clock: str, pathway: str) -> bool:
    """Whether a deadline is known, and holds for a pathway."""
    procedure = context.resolve("procedure")
    assert isinstance(procedure, View)
    clocks = field_of(procedure, "clocks")
    return clock in clocks and _holds(field_of(clocks, clock), pathway)


FILTERS: dict[str, Callable[..., object]] = {
    "only_on_failure": only_on_failure,
    "step_details": step_details,
    "steps_of": steps_of,
    "steps_of_any": steps_of_any,
}
"""The filters of this file, by the names that clauses use."""
