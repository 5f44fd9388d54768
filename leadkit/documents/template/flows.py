"""Filters that print one flow of information: how much of it, for what, under which limits and on what basis."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.codes import UNPRINTABLE
from leadkit.documents.template.filters import joined, key_of, phrase, phrases, series
from leadkit.documents.template.naming import actors, names
from leadkit.documents.template.printing import printed
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, is_missing, raw_of
from leadkit.documents.tree.inline import Text
from leadkit.documents.tree.plain import inline_text


@pass_context
def extent(context: Context, flow: View) -> Fragment:
    """How much is told, about whom, through which pathways, and what the recipient does with it."""
    found = [(name, field_of(flow, name)) for name in ("detail", "scope")]
    parts = [phrase(context, value, name) for name, value in found if is_given(value)]
    pathways = field_of(flow, "pathways")
    if is_given(pathways):
        through = names(context, pathways, "pathways")
        parts.append(Fragment((Text("through "), *through.inlines, Text(" only"))))
    parts.append(Fragment((Text("to "), *phrases(context, field_of(flow, "actions"), "action").inlines)))
    return joined([part.inlines for part in parts], "; ")


@pass_context
def terms(context: Context, flow: View) -> Fragment:
    """What it is told for, what the recipient may not do with it, and whether it may be passed on."""
    purpose, limits, onward = (field_of(flow, name) for name in ("purpose", "use_limits", "redisclosure"))
    parts = [phrases(context, purpose, "purpose")]
    if is_given(limits):
        parts.append(phrases(context, limits, "use_limit"))
    if is_given(onward):
        parts.append(phrase(context, onward, "redisclosure"))
    if raw_of(field_of(flow, "notice_accompanies")) is True:
        parts.append(Fragment((Text("with the notice of 42 CFR 2.32"),)))
    return joined([part.inlines for part in parts], "; ")


@pass_context
def by_recipient(context: Context, flows: Iterable[View]) -> list[tuple[View, list[View]]]:
    """Each recipient with the flows that reach it, in the order of the flows; one for several stands under each.

    Two roles of the same agencies are one recipient to whoever looks for its name.
    """
    found: dict[str, tuple[View, list[View]]] = {}
    for flow in flows:
        for recipient in field_of(flow, "recipient"):
            name = inline_text(actors(context, [recipient]).inlines)
            _, reaching = found.setdefault(name, (recipient, []))
            if flow not in reaching:
                reaching.append(flow)
    return list(found.values())


def passing(flow: View) -> Fragment:
    """By which channel a flow goes, and whether each time is written in the log of disclosures."""
    channel, logged = field_of(flow, "channel"), raw_of(field_of(flow, "logged")) is True
    if not is_given(channel):
        return Fragment((Text("each time is logged" if logged else "not stated"),))
    return Fragment((printed(channel), *((Text("; each time is logged"),) if logged else ())))


@pass_context
def barred(context: Context, rule: View) -> Fragment:
    """Whom a rule keeps something from: groups first, then those it names; anybody where it names none."""
    groups, named_too = field_of(rule, "recipient_classes"), field_of(rule, "recipients")
    parts = [phrase(context, each, "recipient_class") for each in groups] if is_given(groups) else []
    parts += [actors(context, [each]) for each in named_too] if is_given(named_too) else []
    return series(context, parts, "or") if parts else Fragment((Text("anybody"),))


@pass_context
def basis(context: Context, value: View) -> Fragment:
    """The law, release or agreement that makes the sharing lawful."""
    if is_missing(raw_of(value)):
        return Fragment((printed(value),))
    kind = str(raw_of(field_of(value, "kind")))
    if kind not in _BASES:
        raise ClauseError(UNPRINTABLE, f"There is no wording for the basis {kind}.", "Add it to flows.py.")
    return _BASES[kind](context, value)


def _words(text: str) -> Callable[[Context, View], Fragment]:
    return lambda context, value: Fragment((Text(text),))


def _law(before: str, field: str) -> Callable[[Context, View], Fragment]:
    def said(context: Context, value: View) -> Fragment:
        law = field_of(value, field)
        named = Fragment((printed(law),)) if isinstance(raw_of(law), str) else series(context, law)
        return Fragment((Text(before), *named.inlines))

    return said


def _release(context: Context, value: View) -> Fragment:
    named = field_of(value, "release")
    title = field_of(_declared(context, "releases", named), "title")
    return Fragment((Text("The “"), printed(title), Text("”")))


def _safeguard(context: Context, value: View) -> Fragment:
    kind = field_of(_declared(context, "safeguards", field_of(value, "safeguard")), "kind")
    return Fragment((*phrase(context, kind, "safeguard").inlines,))


def _exception(context: Context, value: View) -> Fragment:
    found = _declared(context, "exceptions", field_of(value, "exception"))
    statute = field_of(found, "statute")
    return Fragment((printed(statute if is_given(statute) else field_of(found, "duty")),))


def _methods(context: Context, value: View) -> Fragment:
    methods = phrases(context, field_of(value, "method"), "de_identification")
    return Fragment((Text("No person can be recognized: "), *methods.inlines))


def _order(context: Context, value: View) -> Fragment:
    standard = phrase(context, field_of(value, "standard"), "order_standard")
    return Fragment((Text("An order of a court under "), *standard.inlines))


_BASES: dict[str, Callable[[Context, View], Fragment]] = {
    "release": _release,
    "statute": _law("", "citation"),
    "verbal_consent": _words("Consent given aloud, for a first contact"),
    "safeguard": _safeguard,
    "de_identified": _methods,
    "audit": _law("An audit under ", "authority"),
    "research": _law("An approved study under ", "authority"),
    "court_order": _order,
    "exception": _exception,
    "own_records": _words("The sender’s own records"),
    "volunteered": _words("Told of the sender’s own accord"),
    "public_record": _words("A public record"),
}


def _declared(context: Context, collection: str, id_: View) -> View:
    sharing = context.resolve("sharing")
    assert isinstance(sharing, View)
    return field_of(field_of(sharing, collection), key_of(id_))


FILTERS: dict[str, Callable[..., object]] = {
    "barred": barred,
    "basis": basis,
    "by_recipient": by_recipient,
    "extent": extent,
    "passing": passing,
    "terms": terms,
}
"""The filters of this file, by the names that clauses use."""
