"""Shows a field of a record, if the gate lets it, and remembers what was shown until the log has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from lead.accounts.middleware import actor_of
from lead.gate import Actor, Decision, see
from lead.gate.fields import within
from lead.pages.words import IDS, english, named, told

from .log import write_decision


@dataclass(frozen=True)
class Shown:
    """A field as somebody may see it: its value, or nothing and the reason."""

    value: Any
    allowed: bool
    decision: Decision
    label: str
    person: int
    group: str
    field: str

    @property
    def text(self) -> Any:
        """The value as a page says it; in the program's own words, marked as English."""
        ids = [one for one in (self.value if isinstance(self.value, list) else [self.value]) if isinstance(one, str)]
        said, of = told(self.value, self.field), IDS.get(self.field, ())
        ours = self.field == "public_reason" or any(named(one, *of) for one in ids)
        return english(said) if ours and self.value else said


def actor(request: HttpRequest) -> Actor | None:
    """Who asks; made once for a request."""
    if not hasattr(request, "actor"):
        request.actor = actor_of(request)  # type: ignore[attr-defined]
    return request.actor  # type: ignore[attr-defined, no-any-return]


def asker(request: HttpRequest) -> Actor:
    """Who asks, on a page that opens for nobody without a role.

    Raises:
        PermissionDenied: Nobody with a role does.
    """
    asks = actor(request)
    if asks is None:
        raise PermissionDenied
    return asks


def shown(request: HttpRequest, record: Any, name: str) -> Shown:
    """A field of a record as whoever asks may see it. Every page, file and message takes its values from here."""
    group, detail = record.telling[name]
    decision = _decision(request, record, group)
    allowed = decision.allowed and within(detail, decision.detail)
    value = getattr(record, f"get_{name}_display", lambda: getattr(record, name))() if allowed else None
    if allowed:
        _note(request, "view", decision, record)
    label = str(record._meta.get_field(name).verbose_name)
    return Shown(value, allowed, decision, label, record.about.pk, group, name)


def may(request: HttpRequest, person: Any, group: str, action: str, *, holder: str | None = None) -> Decision:
    """Whether whoever asks may do something with a group of a person's fields; a no goes into the log at once."""
    decision = see(actor(request), person, group, action, holder=holder)
    if not decision:
        write_decision(request, action, decision, person.pk)
    return decision


def disclose(request: HttpRequest, decision: Decision, person: Any, action: str = "view", thing: str = "") -> None:
    """Log one sharing that the gate allowed, and enter it in the account of disclosures where that is asked for."""
    write_decision(request, action, decision, person.pk, thing)
    if decision.logged:
        _account(request, [(person.pk, decision)])


def log_shown(request: HttpRequest) -> None:
    """Log what a request was shown: one entry for each person, category and cell."""
    noted: dict[Any, tuple[str, Decision, int]] = getattr(request, "_shown", {})
    for action, decision, person in noted.values():
        write_decision(
            request, action, decision, person, request.resolver_match.view_name if request.resolver_match else ""
        )
    _account(request, [(person, decision) for _action, decision, person in noted.values() if decision.logged])
    noted.clear()


def _decision(request: HttpRequest, record: Any, group: str) -> Decision:
    """The gate's answer, asked once for a request, a person, a group and a holder."""
    about = record.about
    holder = None if about is record else record.held_by
    known: dict[Any, Decision] = request.__dict__.setdefault("_decisions", {})
    key = (about.pk, group, holder, record.of_referral)
    if key not in known:
        known[key] = see(actor(request), about, group, holder=holder, referral=record.of_referral)
    return known[key]


def _note(request: HttpRequest, action: str, decision: Decision, record: Any) -> None:
    cell = decision.cell.id if decision.cell else decision.basis
    key = (action, record.about.pk, decision.category, cell)
    request.__dict__.setdefault("_shown", {})[key] = (action, decision, record.about.pk)


def _account(request: HttpRequest, told: Iterable[tuple[int, Decision]]) -> None:
    from lead.records.models import Disclosure

    who = actor(request)
    Disclosure.objects.bulk_create(
        Disclosure(
            person_id=person,
            at=timezone.now(),
            category=decision.category or "",
            recipient=decision.cell.recipient if decision.cell else (who.role if who else ""),
            agency=who.agency if who else "",
            purpose=decision.purpose or "",
            basis=decision.basis,
            cell=decision.cell.id if decision.cell else "",
            by_id=who.user if who else None,
        )
        for person, decision in told
    )
