"""Filters that print what happens at the scene: how a person is handed over, and what holds where nobody answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.eligibility import pathway_names
from leadkit.documents.template.filters import changed_first, changed_upper, phrase, phrases
from leadkit.documents.template.naming import actors, located
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, raw_of
from leadkit.documents.template.words import in_words
from leadkit.documents.tree.inline import Inline, Inlines, Text


@pass_context
def handover(context: Context, handoff: View) -> Fragment:
    """How a person passes to a case manager: for whom, how, how soon, how long the officer stays, and what else."""
    said = [(*_for(context, handoff), Text("the person passes "), *_passing(context, handoff)), *_waiting(handoff)]
    fallback = field_of(handoff, "fallback")
    if is_given(fallback):
        said.append((Text("Where that fails: "), *changed_first(context, fallback).inlines))
    return sentences(context, said)


def _passing(context: Context, handoff: View) -> Iterator[Inline]:
    takes, kind = (field_of(handoff, name) for name in ("received_by", "kind"))
    yield Text("to ")
    yield from actors(context, takes).inlines if is_given(takes) else (Text("a case manager"),)
    if is_given(kind):
        yield Text(" ")
        yield from phrases(context, kind, "handoff", "or").inlines


def _waiting(handoff: View) -> Iterator[Inlines]:
    target, longest, stays = (field_of(handoff, name) for name in ("target", "longest", "officer_stays"))
    if is_given(target):
        yield Text("The aim is to do so within "), printed(target, in_words)
    if raw_of(stays) is True and is_given(longest):
        yield Text("The officer stays meanwhile, for "), printed(longest, in_words), Text(" at most")
    elif is_given(longest):
        yield Text("The wait is "), printed(longest, in_words), Text(" at most")
    elif raw_of(stays) is True:
        yield (Text("The officer stays meanwhile"),)


@pass_context
def unanswered(context: Context, after_hours: View) -> Fragment:
    """What holds after hours, and where calls are not answered."""
    action, rule, promise = (field_of(after_hours, name) for name in ("action", "no_answer_rule", "promise_to_contact"))
    said: list[Inlines] = []
    if is_given(action):
        outside = (*_for(context, after_hours), Text("when no case manager is on duty, "))
        said.append((*outside, *phrase(context, action, "after_hours").inlines))
    if is_given(rule):
        said.append((*_calls(context, after_hours), *phrase(context, rule, "no_answer").inlines))
    if is_given(promise):
        said.append((Text("A case manager is to reach the person within "), printed(promise, in_words)))
    remark = field_of(after_hours, "remark")
    if is_given(remark):
        said.append((printed(remark),))
    return sentences(context, said)


def _calls(context: Context, after_hours: View) -> Inlines:
    calls, called = field_of(after_hours, "calls"), field_of(after_hours, "called")
    to = (Text(" to "), *actors(context, called, "or").inlines) if is_given(called) else ()
    if not is_given(calls):
        return (Text("Where a call"), *to, Text(" is not answered, "))
    verb = " call" if raw_of(calls) == 1 else " calls"
    return (Text("Where "), printed(calls, in_words), Text(verb), *to, Text(" stay unanswered, "))


def _for(context: Context, entry: View) -> Inlines:
    """The pathways and areas that an entry is for; nothing where it is for all."""
    pathways, areas = field_of(entry, "pathways"), field_of(entry, "areas")
    by = (Text("for "), *pathway_names(context, pathways).inlines, Text(", ")) if is_given(pathways) else ()
    where = (*located(context, areas).inlines, Text(", ")) if is_given(areas) else ()
    return (*by, *where)


def sentences(context: Context, said: list[Inlines]) -> Fragment:
    """Sentences with a capital at the start and one full stop at the end of each."""
    shown: list[Inline] = []
    for each in said:
        begun = changed_upper(context, Fragment(each)).inlines
        stop = "" if str(getattr(begun[-1], "text", "")).endswith(".") else "."
        shown += [*([Text(" ")] if shown else []), *begun, *([Text(stop)] if stop else [])]
    return Fragment(tuple(shown))


FILTERS: dict[str, Callable[..., object]] = {"handover": handover, "unanswered": unanswered}
"""The filters of this file, by the names that clauses use."""
