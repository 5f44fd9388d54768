"""What falls due on a date that the program gives, or that follows from one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadkit.documents.status.event import Event, Found, Uncounted
from leadkit.model.agreement.authority import Stage
from leadkit.model.agreement.term import EvergreenTerm, FixedTerm
from leadkit.model.documents import DocumentStatus
from leadkit.model.measures.evaluation import EvaluationStatus
from leadkit.model.open import Undecided
from leadkit.values.calendar import after, before

if TYPE_CHECKING:
    from leadkit.model.root import Program
    from leadkit.values.dates import PartialDate

_DAY = timedelta(days=1)


def events(program: Program, on: date) -> Iterator[Found]:
    """Every such event of a program, whether it is near or not."""
    yield from _term(program, on)
    yield from _planning(program)
    yield from _papers(program)
    yield from _decisions(program, on)
    yield from _evaluation(program)
    yield from _money(program)
    yield from _joining(program)
    yield from _law(program)


def _event(what: str, written: PartialDate, path: str, *, owner: str = "", asks: bool = True) -> Event:
    return Event(what, written.first, written.last, str(written), path, owner, asks)


def _term(program: Program, on: date) -> Iterator[Found]:
    term = program.agreement.term
    if isinstance(term, FixedTerm):
        end = _end(term)
        yield end
        if isinstance(end, Event) and term.renewals and term.renewals.notice:
            yield _renewal(term, end)
    elif isinstance(term, EvergreenTerm) and term.reviewed_every:
        yield _review(term, on)


def _end(term: FixedTerm) -> Found:
    what = "The term of the agreement ends, unless it was renewed"
    if term.ends is not None:
        return _event(what, term.ends, "agreement.term.ends")
    path = "agreement.term.length"
    if term.starts is None:
        return Uncounted(what, path, "the term starts when the agreement takes effect, and no day is given for that")
    if term.length is None:
        return Uncounted(what, "agreement.term", "neither its length nor its last day is given")
    ends = [after(each, term.length) for each in (term.starts.first, term.starts.last)]
    if ends[0] is None or ends[1] is None:
        return Uncounted(what, path, f"{term.length} cannot be counted on a calendar without holidays")
    first, last = ends[0] - _DAY, ends[1] - _DAY
    return Event(what, first, last, _said(first, last), path, counted=f"{term.length} from {term.starts}")


def _renewal(term: FixedTerm, end: Event) -> Found:
    assert term.renewals is not None and term.renewals.notice is not None
    notice, path = term.renewals.notice, "agreement.term.renewals.notice"
    what = "Last day for the notice by which the agreement is renewed or not"
    first, last = before(end.first, notice), before(end.last, notice)
    if first is None or last is None:
        return Uncounted(what, path, f"{notice} before the end cannot be counted without a calendar of holidays")
    return Event(what, first, last, _said(first, last), path, counted=f"{notice} before {end.date}")


def _review(term: EvergreenTerm, on: date) -> Found:
    """The next review, counted from the start; whether earlier ones were held is not in the program."""
    assert term.reviewed_every is not None
    what, path, every = "The parties review the agreement", "agreement.term.reviewed_every", term.reviewed_every
    if term.starts is None or not term.starts.is_day:
        return Uncounted(what, path, "the day on which the term starts is not given")
    for count in range(1, 10_000 // max(1, every.count)):
        next_ = after(term.starts.first, replace(every, count=every.count * count))
        if next_ is None:
            break
        if next_ >= on:
            return Event(what, next_, next_, str(next_), path, counted=f"every {every} from {term.starts}")
    return Uncounted(what, path, f"every {every} cannot be counted on a calendar without holidays")


def _said(first: date, last: date) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _planning(program: Program) -> Iterator[Event]:
    agreement = program.agreement
    if agreement.stage is Stage.PLANNING and agreement.planning and agreement.planning.done_by:
        yield _event("The planning should be done", agreement.planning.done_by, "agreement.planning.done_by")


def _papers(program: Program) -> Iterator[Event]:
    for id_, setting in program.documents.items():
        if setting.expires and setting.status is not DocumentStatus.SUPERSEDED:
            what = f"Last day of printed copies of {id_}"
            yield _event(what, setting.expires, f"documents.{id_}.expires", owner=setting.adopted_by or "")


def _decisions(program: Program, on: date) -> Iterator[Event]:
    for path, entry in program.open.items():
        if isinstance(entry, Undecided) and entry.due and entry.holds(on):
            yield _event(f"To be decided: {entry.question}", entry.due, f"open.{path}.due", owner=entry.owner)


def _evaluation(program: Program) -> Iterator[Event]:
    evaluation = program.measures.evaluation
    if evaluation and evaluation.report_due and evaluation.status is not EvaluationStatus.DONE:
        yield _event("The report of the evaluation is due", evaluation.report_due, "measures.evaluation.report_due")


def _money(program: Program) -> Iterator[Event]:
    for id_, stream in program.funding.streams.items():
        if stream.ends:
            yield _event(f"Money ends: {stream.funder}", stream.ends, f"funding.streams.{id_}.ends", asks=False)


def _joining(program: Program) -> Iterator[Event]:
    for id_, party in program.agreement.parties.items():
        if party.binds_from:
            path = f"agreement.parties.{id_}.binds_from"
            yield _event(f"The party {id_} is bound", party.binds_from, path, asks=False)


def _law(program: Program) -> Iterator[Event]:
    for id_, limit in program.law.limits.items():
        if limit.limit and limit.limit.by:
            what = f"{limit.citation} asks by then: {limit.requires}"
            yield _event(what, limit.limit.by, f"law.limits.{id_}.limit.by", asks=False)
