"""Filters that print the parts of an entry of the list of offences, each in one cell or one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.filters import changed_first, changed_upper, key_of, labelled, phrases, series
from leadkit.documents.template.naming import actors, named, names
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, id_of, is_missing, path_of, raw_of, recorder_of
from leadkit.documents.template.words import amount, legal
from leadkit.documents.tree.inline import Inline, Text
from leadkit.law import exclusion_set
from leadkit.values.quantities import Amount

CATALOGUE = "catalogue"
"""The name under which documents know the laws that the program's list points at."""


@pass_context
def offence_name(context: Context, offence: View) -> Fragment:
    """What an offence is called: by the program, else by the law, else the kind of conduct."""
    label, law = field_of(offence, "label"), field_of(offence, "law")
    if not is_missing(raw_of(label)):
        return Fragment((printed(label),))
    if _known(context, law):
        return named(context, law, CATALOGUE, "title")
    conduct = labelled(field_of(offence, "conduct"))
    return changed_upper(context, conduct)


@pass_context
def offence_law(context: Context, offence: View) -> Fragment:
    """The law as it is cited, or that the program names none."""
    law = field_of(offence, "law")
    if _known(context, law):
        return named(context, law, CATALOGUE, "citation")
    return Fragment((Text("none named") if is_missing(raw_of(law)) else printed(law),))


@pass_context
def only_where(context: Context, offence: View) -> Fragment:
    """What must hold for an offence beyond its being listed, as phrases with semicolons between them."""
    found: list[Inline] = []
    for phrase in _conditions(context, offence):
        found += [Text("; "), *phrase.inlines] if found else phrase.inlines
    return Fragment(tuple(found)) if found else Fragment((Text("no further condition"),))


def _conditions(context: Context, offence: View) -> Iterator[Fragment]:
    text = field_of(offence, "condition_text")
    if not is_missing(raw_of(text)):
        yield changed_first(context, Fragment((printed(text, lambda raw: str(raw).rstrip(".")),)))
    for name, before, shown in _PARTS:
        values = field_of(offence, name)
        replaced = name == "conditions" and not is_missing(raw_of(text))
        if not is_missing(raw_of(values)) and not replaced:
            yield Fragment((Text(before), *shown(context, values).inlines))


def _labels(context: Context, values: Iterable[object]) -> Fragment:
    return series(context, [labelled(each) for each in values], "or")


def _acts(context: Context, values: Iterable[object]) -> Fragment:
    return phrases(context, values, "act", "or")


def _substances(context: Context, values: Iterable[object]) -> Fragment:
    found = [changed_first(context, named(context, each, "eligibility.substances", "label")) for each in values]
    return series(context, found, "or")


def _areas(context: Context, values: Iterable[object]) -> Fragment:
    return names(context, values, "areas", "name", "or", article=True)


_PARTS: tuple[tuple[str, str, Callable[[Context, View], Fragment]], ...] = (
    ("conditions", "", _labels),
    ("levels", "as a ", _labels),
    ("grades", "", _labels),
    ("acts", "only to ", _acts),
    ("limbs", "only the part on ", _labels),
    ("substances", "only ", _substances),
    ("areas", "only in ", _areas),
    ("approved_by", "with the approval of ", actors),
)
"""The fields of an offence that narrow it, with the words before each."""


@pass_context
def pathway_names(context: Context, values: View) -> Fragment:
    """The pathways that something holds for; all of them where none is named."""
    recorder_of(values).read(path_of(values))
    if is_missing(raw_of(values)):
        return Fragment((Text("every pathway"),))
    return series(context, [_pathway(context, each) for each in values])


def _pathway(context: Context, value: View) -> Fragment:
    root = context.resolve("pathways")
    assert isinstance(root, View)
    pathway = field_of(root, key_of(value))
    has_name = not is_missing(raw_of(field_of(pathway, "name")))
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
    if not is_missing(raw_of(substance)):
        return named(context, substance, "eligibility.substances", "label")
    if not is_missing(raw_of(measured)):
        return changed_upper(context, labelled(measured))
    return changed_upper(context, labelled(id_of(limit) or ""))


@pass_context
def law_citation(context: Context, law: View) -> Fragment:
    """A law by its id, as it is cited."""
    return named(context, law, CATALOGUE, "citation") if _known(context, law) else Fragment((printed(law),))


@pass_context
def set_names(context: Context, values: Iterable[View]) -> Fragment:
    """Exclusion sets by their titles: the program's own, else those of the catalogue."""
    return series(context, [_set_name(context, each) for each in values])


def _set_name(context: Context, value: View) -> Fragment:
    own = context.resolve("law")
    if isinstance(own, View) and key_of(value) in field_of(own, "sets"):
        return named(context, value, "law.sets", "title")
    known = exclusion_set(key_of(value))
    shown = printed(value) if known is None else recorder_of(value).value(known.title, path_of(value))
    return Fragment((shown,))


def legal_amount(value: View) -> Fragment:
    """An amount or a limit as agreements write it: ``five (5) grams``, ``$750``."""
    return Fragment((printed(value, _legal_amount),))


def _legal_amount(raw: object) -> str | None:
    quantity = raw if isinstance(raw, Amount) else getattr(raw, "amount", None)
    return (legal(quantity) or amount(quantity)) if isinstance(quantity, Amount) else str(raw)


def _known(context: Context, law: View) -> bool:
    catalogue = context.resolve(CATALOGUE)
    return isinstance(catalogue, View) and not is_missing(raw_of(law)) and key_of(law) in catalogue


FILTERS: dict[str, Callable[..., object]] = {
    "law_citation": law_citation,
    "legal_amount": legal_amount,
    "limit_name": limit_name,
    "offence_law": offence_law,
    "offence_name": offence_name,
    "only_where": only_where,
    "pathway_names": pathway_names,
    "set_names": set_names,
}
"""The filters of this file, by the names that clauses use."""
