"""The filter that gives the steps of one pathway."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from leadkit.documents.template.filters import key_of
from leadkit.documents.template.view import View, field_of, is_given


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


FILTERS: dict[str, Callable[..., object]] = {"steps_of": steps_of, "steps_of_any": steps_of_any}
"""The filters of this file, by the names that clauses use."""
