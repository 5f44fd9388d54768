"""Filters for the papers of one governing body: what of the agreement and its money concerns its government."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.absence import Why
from leadkit.documents.template.filters import joined, key_of, phrase
from leadkit.documents.template.printing import open_at, printed
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given, is_missing, path_of, raw_of, recorder_of
from leadkit.documents.template.words import label
from leadkit.documents.tree.inline import Text


@pass_context
def parties_of(context: Context, parties: Iterable[View], agency: View) -> list[View]:
    """The parties that belong to the government of an agency: itself, its departments and its elected offices."""
    return [one for one in parties if _same_government(context, field_of(one, "agency"), agency)]


@pass_context
def acts_of(context: Context, approvals: Iterable[View], agency: View) -> list[View]:
    """The approvals by which the body above an agency acts: those of its government, or that let the agency in."""
    agreement = _section(context, "agreement")
    government = raw_of(field_of(field_of(_section(context, "agencies"), key_of(agency)), "government"))
    found = []
    for one in approvals:
        acting = raw_of(field_of(one, "government"))
        let_in = [field_of(field_of(field_of(agreement, "parties"), key_of(each)), "agency") for each in _each(one)]
        if (government and acting == government) or key_of(agency) in map(key_of, let_in):
            found.append(one)
    return found


def _each(approval: View) -> Iterable[View]:
    parties = field_of(approval, "parties")
    return parties if is_given(parties) else ()


def _same_government(context: Context, agency: View, other: View) -> bool:
    known = _section(context, "agencies")
    mine, theirs = (raw_of(field_of(field_of(known, key_of(each)), "government")) for each in (agency, other))
    return key_of(agency) == key_of(other) or (bool(mine) and mine == theirs)


def _section(context: Context, name: str) -> View:
    section = context.resolve(name)
    assert isinstance(section, View)
    return section


@pass_context
def filings_of(context: Context, laws: Iterable[View], agency: View) -> list[View]:
    """The laws that ask for a filing of the agreement of parties of one government, or of all parties."""
    parties = field_of(_section(context, "agreement"), "parties")
    own = {key_of(one) for one in parties_of(context, parties, agency)}
    return [one for one in laws if _asks_for_filing(one) and (not _keys(one) or own & _keys(one))]


def _asks_for_filing(law: View) -> bool:
    filing = field_of(law, "filing")
    return is_given(filing) and str(raw_of(field_of(filing, "kind"))) != "none"


def _keys(law: View) -> set[str]:
    parties = field_of(law, "parties")
    return set(map(key_of, parties)) if is_given(parties) else set()


def with_seats_of(bodies: Iterable[View], agency: View) -> list[View]:
    """The bodies on which an agency sits."""
    mine = key_of(agency)
    return [one for one in bodies if any(_sits(each, mine) for each in field_of(one, "members"))]


def _sits(member: View, agency: str) -> bool:
    sitting = field_of(member, "agency")
    return is_given(sitting) and key_of(sitting) == agency


def sum_of(value: View) -> Fragment:
    """How much a stream brings or a unit costs, and how exact that is.

    What no source says is said in the table itself; a note on money lists all such gaps in one place.
    """
    amount, qualifier = field_of(value, "amount"), field_of(value, "qualifier")
    if is_missing(raw_of(amount)):
        said = open_at(path_of(amount), recorder_of(amount))
        unknown = said is not None and said.why is Why.UNDOCUMENTED
        return Fragment((Text("not in the sources") if unknown else printed(amount),))
    exact = str(raw_of(qualifier)) in ("None", "exact")
    before = () if exact else (Text(f"{label(str(raw_of(qualifier)))} "),)
    return Fragment((*before, printed(amount)))


@pass_context
def span_of(context: Context, stream: View) -> Fragment:
    """What time the amount of a stream is for, and from when to when it flows, as far as that is said."""
    begins, ends, per = (field_of(stream, name) for name in ("begins", "ends", "amount_for"))
    parts = [phrase(context, per, "amount_for").inlines] if is_given(per) else []
    if is_given(begins) and is_given(ends):
        parts.append((Text("from "), printed(begins), Text(" to "), printed(ends)))
    elif is_given(begins):
        parts.append((Text("from "), printed(begins)))
    elif is_given(ends):
        parts.append((Text("to "), printed(ends)))
    return joined(parts, ", ") if parts else Fragment((Text("not stated"),))


FILTERS: dict[str, Callable[..., object]] = {
    "acts_of": acts_of,
    "filings_of": filings_of,
    "parties_of": parties_of,
    "span_of": span_of,
    "sum_of": sum_of,
    "with_seats_of": with_seats_of,
}
"""The filters of this file, by the names that clauses use."""
