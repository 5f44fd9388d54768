"""Filters that print the parts of an entry of the list of offences, each in one cell or one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.absence import Why
from leadkit.documents.codes import TEMPLATE
from leadkit.documents.template.citation import marks
from leadkit.documents.template.filters import (
    changed_first,
    changed_upper,
    joined,
    key_of,
    labelled,
    phrase,
    phrases,
    sentence,
    series,
)
from leadkit.documents.template.naming import actors, named, names
from leadkit.documents.template.printing import open_at, printed
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, id_of, is_given, is_missing, path_of, raw_of, recorder_of
from leadkit.documents.template.words import amount, legal
from leadkit.documents.tree.inline import Inline, Open, Text, Value
from leadkit.values.quantities import Amount

CATALOGUE = "catalogue"
"""The name under which documents know the laws that the program's list points at."""

_OF_LAW = {
    "bands": "at which level it is an offense",
    "conduct": "which kind of conduct it is",
    "status": "whether it is in force",
}
"""What a program may have left open of a law that it declares, by field."""

_ONLY_SOME = re.compile(r" \([^()]* only\)$")
"""What a citation of the catalogue adds where only some parts of a section are meant."""


@pass_context
def offence_name(context: Context, offence: View) -> Fragment:
    """What an offence is called: by the program, else by the law, else the kind of conduct."""
    label, law = field_of(offence, "label"), field_of(offence, "law")
    if is_given(label):
        return Fragment((printed(label),))
    if _known(context, law):
        return named(context, law, CATALOGUE, "title")
    conduct = labelled(field_of(offence, "conduct"))
    return changed_upper(context, conduct)


@pass_context
def offence_names(context: Context, values: Iterable[View]) -> Fragment:
    """What the offences with some ids are called, with semicolons between them, for their names hold commas."""
    offences = field_of(_root(context, "eligibility"), "offences")
    found = [offence_name(context, field_of(offences, key_of(each))) for each in values]
    return joined([changed_first(context, each).inlines for each in found], "; ")


@pass_context
def offence_law(context: Context, offence: View) -> Fragment:
    """The law as it is cited, or that the program names none.

    Where the program itself says which parts of the section are meant, the citation does not say it again.
    """
    law = field_of(offence, "law")
    if not _known(context, law):
        return Fragment((_none_named(law) if is_missing(raw_of(law)) else printed(law),))
    shown = named(context, law, CATALOGUE, "citation")
    if is_missing(raw_of(field_of(offence, "limbs"))):
        return shown
    return Fragment(tuple(_cut(each) for each in shown.inlines))


def _cut(part: Inline) -> Inline:
    return replace(part, text=_ONLY_SOME.sub("", part.text)) if isinstance(part, Value) else part


def _none_named(field: View, otherwise: str = "none named") -> Text:
    """That there is nothing; of a program compiled from public sources only that they name nothing."""
    return Text("none named in the sources" if recorder_of(field).public_sources else otherwise)


@pass_context
def only_where(context: Context, offence: View) -> Fragment:
    """What must hold for an offence beyond its being listed, as phrases with semicolons between them."""
    found = [each.inlines for each in _conditions(context, offence)]
    return joined(found, "; ") if found else Fragment((_none_named(offence, "no further condition"),))


def _conditions(context: Context, offence: View) -> Iterator[Fragment]:
    text = field_of(offence, "condition_text")
    if is_given(text):
        yield as_clause(context, text)
    for name, instead, before, shown in _PARTS:
        values = field_of(offence, name)
        replaced = instead and is_given(field_of(offence, instead))
        if is_given(values) and not replaced:
            yield Fragment((Text(before), *shown(context, values).inlines))
    yield from _limbs(context, offence)
    yield from _complainant(context, offence)
    yield from _law_undecided(offence)


@pass_context
def as_clause(context: Context, value: View) -> Fragment:
    """A sentence of the program's own as part of another sentence: a small letter first, no period last."""
    return changed_first(context, Fragment((printed(value, lambda raw: str(raw).rstrip(".")),)))


def _law_undecided(offence: View) -> Iterator[Fragment]:
    """What nobody has decided yet of a law that the program itself declares; until then no row may seem settled."""
    law, recorder = field_of(offence, "law"), recorder_of(offence)
    if not is_given(law):
        return
    found = {name: open_at(f"law.local.{key_of(law)}.{name}", recorder) for name in _OF_LAW}
    undecided = {
        name: said
        for name, said in found.items()
        if said is not None and said.why is Why.UNDECIDED and said.path == f"law.local.{key_of(law)}.{name}"
    }
    if undecided:
        what = sentence([(Text(_OF_LAW[name]),) for name in undecided], "and")
        yield Fragment((Text("still to be decided: "), *what.inlines, Text(_by_whom(undecided.values()))))


def _by_whom(undecided: Iterable[Open]) -> str:
    """Who decides all of these and by when, in parentheses; empty where several do, or nothing is said."""
    who = {"; ".join(part for part in (said.owner, said.due and f"due {said.due}") if part) for said in undecided}
    return f" ({who.pop()})" if len(who) == 1 and "" not in who else ""


def _complainant(context: Context, offence: View) -> Iterator[Fragment]:
    """What a complainant is asked for this offence, where it differs from the general rule."""
    own = field_of(offence, "consent_required")
    general = field_of(field_of(field_of(_root(context, "eligibility"), "consent"), "complainant"), "required")
    nobody = str(raw_of(own)) == "never" and str(raw_of(field_of(offence, "victim_type"))) in ("none", "public")
    if is_given(own) and raw_of(own) != raw_of(general) and not nobody:
        yield phrase(context, own, "offence_consent")


def _labels(context: Context, values: Iterable[object]) -> Fragment:
    return series(context, [labelled(each) for each in values], "or")


def _acts(context: Context, values: Iterable[object]) -> Fragment:
    return phrases(context, values, "act", "or")


def _substances(context: Context, values: Iterable[object]) -> Fragment:
    found = [changed_first(context, named(context, each, "eligibility.substances", "label")) for each in values]
    shown = series(context, found, "or")
    if getattr(shown.inlines[0], "text", "").startswith("any "):
        return shown
    return Fragment((Text("only "), *shown.inlines))


def _limbs(context: Context, offence: View) -> Iterator[Fragment]:
    """The parts of a section by their titles in the law, where it knows them."""
    limbs, law = field_of(offence, "limbs"), field_of(offence, "law")
    if is_given(limbs):
        found = series(context, [_limb(context, law, each) for each in limbs], "or")
        yield Fragment((Text("only "), *found.inlines))


def _limb(context: Context, law: View, value: View) -> Fragment:
    known = field_of(_catalogue(context), key_of(law)) if _known(context, law) else None
    titles = {each.id: each.title for each in getattr(raw_of(known), "limbs", ())}
    title = titles.get(key_of(value))
    if known is None or title is None:
        return Fragment((printed(value),))
    path = f"{path_of(known)}.limbs.{key_of(value)}"
    return changed_first(context, Fragment((recorder_of(value).value(title, path),)))


def _areas(context: Context, values: Iterable[object]) -> Fragment:
    return names(context, values, "areas", "name", "or", article=True)


_PARTS: tuple[tuple[str, str, str, Callable[[Context, View], Fragment]], ...] = (
    ("conditions", "condition_text", "", _labels),
    ("levels", "grades", "as a ", _labels),
    ("grades", "", "as a ", _labels),
    ("acts", "", "only to ", _acts),
    ("substances", "", "", _substances),
    ("areas", "", "only in ", _areas),
    ("approved_by", "", "with the approval of ", actors),
)
"""The fields of an offence that narrow it: each with the field that says it better, and the words before it."""


@pass_context
def pathway_names(context: Context, values: View) -> Fragment:
    """The pathways that something holds for; where none is named, all that are open."""
    recorder_of(values).read(path_of(values))
    if is_missing(raw_of(values)):
        closed = any(raw_of(field_of(each, "enabled")) is False for each in _root(context, "pathways"))
        return Fragment((_none_named(values, "every pathway that is open" if closed else "every pathway"),))
    return series(context, [_pathway(context, each) for each in values])


def _pathway(context: Context, value: View) -> Fragment:
    pathway = field_of(_root(context, "pathways"), key_of(value))
    has_name = is_given(field_of(pathway, "name"))
    return changed_first(context, named(context, value, "pathways", "name" if has_name else "kind"))


@pass_context
def limit_name(context: Context, limit: View) -> Fragment:
    """What a limit is about: the class of substance, else what is measured, else its id; and the acts it is for."""
    subject, acts = _subject(context, limit), field_of(limit, "acts")
    if is_missing(raw_of(acts)):
        return subject
    return Fragment((*subject.inlines, Text(", to "), *phrases(context, acts, "act", "or").inlines))


def _subject(context: Context, limit: View) -> Fragment:
    substance, measured = field_of(limit, "substance"), field_of(limit, "measured")
    if is_given(substance):
        return named(context, substance, "eligibility.substances", "label")
    if is_given(measured):
        return changed_upper(context, labelled(measured))
    return changed_upper(context, labelled(id_of(limit) or ""))


@pass_context
def law_citation(context: Context, law: View) -> Fragment:
    """A law by its id, as it is cited."""
    return named(context, law, CATALOGUE, "citation") if _known(context, law) else Fragment((printed(law),))


def legal_amount(value: View) -> Fragment:
    """An amount or a limit as agreements write it: ``five (5) grams``, ``$750``."""
    return Fragment((printed(value, _legal_amount),))


def _legal_amount(raw: object) -> str | None:
    quantity = raw if isinstance(raw, Amount) else getattr(raw, "amount", None)
    return (legal(quantity) or amount(quantity)) if isinstance(quantity, Amount) else str(raw)


def sourced(item: View) -> Fragment:
    """The sources of a part and how well it is known, for one cell of a table."""
    return Fragment(marks([item], "", recorder_of(item)) or (Text("none named"),))


def _known(context: Context, law: View) -> bool:
    return is_given(law) and key_of(law) in _catalogue(context)


def _catalogue(context: Context) -> View:
    return _root(context, CATALOGUE)


def _root(context: Context, name: str) -> View:
    root = context.resolve(name)
    if not isinstance(root, View):  # an override may use it in another document
        raise ClauseError(TEMPLATE, f"This document knows nothing of {name}.", "Print the value without this filter.")
    return root


FILTERS: dict[str, Callable[..., object]] = {
    "as_clause": as_clause,
    "law_citation": law_citation,
    "legal_amount": legal_amount,
    "limit_name": limit_name,
    "offence_law": offence_law,
    "offence_name": offence_name,
    "offence_names": offence_names,
    "only_where": only_where,
    "pathway_names": pathway_names,
    "sourced": sourced,
}
"""The filters of this file, by the names that clauses use."""
