"""Filters for a screening form: which sheet a question stands on, who is asked, who decides, and the public reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.filters import changed_first, changed_upper, key_of, labelled, phrase
from leadkit.documents.template.naming import actors
from leadkit.documents.template.printing import printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, raw_of
from leadkit.documents.template.words import in_words
from leadkit.documents.tree.inline import Inline, Inlines, Text

SCENE, JUSTICE, PROGRAM = "scene", "justice", "program"
"""The sheets of the form: for all who screen, for the justice agencies alone, and for the program alone."""

_RECORDS = frozenset(
    {
        "open_warrant", "active_case", "treatment_court_case", "mental_health_court_case", "on_probation", "on_parole",
        "doc_supervision", "supervising_agency_consent", "confidential_informant", "protection_order",
        "protective_order", "stay_out_order", "no_contact_order_with_participant", "immigration_hold",
    }
)  # fmt: skip
"""Exclusions whose answer is, or tells of, a criminal or court record."""


@pass_context
def sheet(context: Context, rules: Iterable[View], name: str) -> list[View]:
    """The exclusions that stand on one sheet of the form."""
    return [rule for rule in rules if _sheet(context, rule) == name]


def _sheet(context: Context, rule: View) -> str:
    """What the program's own staff looks up is not for police; what tells of a record is for justice agencies alone."""
    asked = [key_of(one) for one in field_of(rule, "screened_by")]
    if asked and all(_outside_justice(context, one) for one in asked):
        return PROGRAM
    return JUSTICE if str(raw_of(field_of(rule, "test"))) in _RECORDS else SCENE


def _outside_justice(context: Context, id_: str) -> bool:
    """Whether an id is that of a role which no justice agency holds."""
    roles, agencies = context.resolve("roles"), context.resolve("agencies")
    assert isinstance(roles, View)
    assert isinstance(agencies, View)
    if id_ not in roles:
        return False
    held = (field_of(agencies, key_of(one)) for one in field_of(field_of(roles, id_), "agencies"))
    return not any(raw_of(field_of(one, "justice_agency")) is True for one in held)


@pass_context
def screener(context: Context, rule: View) -> Fragment:
    """Who is asked first; the officer where the program names nobody."""
    asked = field_of(rule, "screened_by")
    return changed_upper(context, actors(context, asked, "or", article=False)) if is_given(asked) else _OFFICER


_OFFICER = Fragment((Text("Officer"),))


@pass_context
def discretion(context: Context, rule: View) -> Fragment:
    """Who may set a rule aside, and what is recorded then."""
    owner, record = field_of(rule, "override_by"), field_of(rule, "override_record")
    shown = list(changed_upper(context, actors(context, owner, "or", article=False)).inlines)
    if is_given(record):
        shown += [Text(". Recorded: "), *changed_first(context, record).inlines]
    return Fragment(tuple(shown))


@pass_context
def tier_text(context: Context, tier: View) -> Fragment:
    """A tier of criminal history in a few words: what it is called, and for how long it counts."""
    label, within = field_of(tier, "label"), field_of(tier, "within")
    name: Inlines = (printed(label),) if is_given(label) else changed_upper(context, labelled(key_of(tier))).inlines
    length = field_of(within, "duration") if is_given(within) else within
    if not is_given(length):
        return Fragment(name)
    return Fragment((*name, Text(", within "), printed(length, in_words)))


@pass_context
def warrant_text(context: Context, warrant: View) -> Fragment:
    """A kind of warrant, with the case it is of and whether the state that issued it extradites."""
    shown: list[Inline] = list(phrase(context, field_of(warrant, "kind"), "warrant_kind").inlines)
    underlying, extradites = field_of(warrant, "underlying"), raw_of(field_of(warrant, "extraditable"))
    if is_given(underlying) and raw_of(underlying) != "any":
        shown += [Text(", in "), *phrase(context, underlying, "underlying").inlines]
    if extradites is not None:
        shown.append(Text(", extraditable" if extradites else ", not extraditable"))
    return Fragment(tuple(shown))


def reasons(eligibility: View) -> list[View]:
    """One rule for each public reason code, in the order of the rules."""
    found: dict[str, View] = {}
    for rule in _rules(eligibility):
        code = field_of(rule, "reason_code")
        if is_given(code) and is_given(field_of(rule, "public_reason")):
            found.setdefault(key_of(code), rule)
    return list(found.values())


def _rules(eligibility: View) -> Iterator[View]:
    for name in ("amounts", "exclusions", "history"):
        yield from field_of(eligibility, name)
    for name in ("age", "residence"):
        if is_given(field_of(eligibility, name)):
            yield field_of(eligibility, name)


FILTERS: dict[str, Callable[..., object]] = {
    "discretion": discretion,
    "reasons": reasons,
    "screener": screener,
    "sheet": sheet,
    "tier_text": tier_text,
    "warrant_text": warrant_text,
}
"""The filters of this file, by the names that clauses use."""
