"""What is changed of a record of the agency's own: how far it has come, who is in charge, a mistake."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.accounts.models import User
from lead.audit.reading import asker, may
from lead.desks import asks
from lead.records.clocks import VOID
from lead.records.models import Assessment, Contact, Enrollment, Person, PlanStep, Referral, ServiceReferral
from lead.records.models.base import HINT

from .entry import Entry, of, page
from .finding import at_work, comes_back, own, too_late

REACH = ("contact", "safe_contact")
ANSWERS = ("", "accepted", "waiting list", "refused by the provider", "declined by the person", "no answer")


class PersonChange(Entry):
    """Who the person is, where the agency keeps that; how to reach them, where no other agency learned it."""

    title, model, event = _("Who the person is"), Person, "person_changed"
    names: tuple[str, ...] = ("name", "aliases", "born", "languages")

    def __init__(self, request: HttpRequest, record: Person) -> None:
        if record.contact_by in ("", asker(request).agency):
            self.names = (*self.names, *REACH)
        super().__init__(request, record)

    def work(self) -> str | None:
        """Keep it; how to reach the person is then what this agency learned, and no other's."""
        if any(self.cleaned_data.get(name) for name in REACH):
            Person.objects.filter(pk=self.record.pk).update(contact_by=asker(self.request).agency)
        else:
            self.names = tuple(name for name in self.names if name not in REACH or name in self.initial)
        return super().work()


class StepChange(Entry):
    """How far a step has come."""

    title, model, names, event = _("Change a step of the plan"), PlanStep, ("state", "due"), "plan_step_changed"


class ServiceChange(Entry):
    """What the provider answered."""

    title, model, event = _("What came of it"), ServiceReferral, "service_answered"
    names = ("answer", "first_seen", "closed")
    choices: ClassVar = {"answer": ANSWERS}


class StatusChange(Entry):
    """How the person and the program stand, and who their case manager is; closed is the person's exit."""

    title, model, event = _("Status and case manager"), Enrollment, "status_change"
    names = ("status", "manager", "reason")

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        agency, reason = asker(self.request).agency, self.fields["reason"]
        every = User.objects.filter(is_active=True, agency=agency)
        cares = [one.pk for one in every if "care" in one.actor(second_factor=True).desks]
        self.fields["manager"].queryset = every.filter(pk__in=cares)  # type: ignore[attr-defined]
        reason.required, reason.help_text = True, HINT

    def stands(self, record: Any) -> bool:
        """Whether the person did not leave yet."""
        return record.closed is None

    def work(self) -> str | None:
        """Keep it with the date of an exit."""
        if self.cleaned_data["status"] == Enrollment.Status.CLOSED:
            Enrollment.objects.filter(pk=self.record.pk).update(closed=timezone.localdate())
            self.happened("exit")
        return super().work()


class AgainForm(Entry):
    """A person who left comes back."""

    title = _("Take in again")
    intro = _("The person came back. Releases that ended stay ended: offer them again.")

    def stands(self, record: Any) -> bool:
        """Whether the person is still out, and may return."""
        return comes_back(record)

    def work(self) -> None:
        """Open a new enrollment."""
        self.new(Enrollment, manager=self.request.user)
        self.happened("enrollment")


class VoidForm(Entry):
    """A record that was made by mistake: it stays, and says so."""

    title = _("Made by mistake")
    intro = _("Nothing is deleted. The record stays, marked with the reason.")
    reason = forms.CharField(label=_("Reason"), help_text=HINT, widget=forms.Textarea, min_length=5, max_length=200)

    def work(self) -> None:
        """Mark it, by the referral with which it was made."""
        made = self.person.events.filter(of=of(self.record)).first()
        about = {"referral": made.referral} if made else {}
        if isinstance(self.record, Referral):
            Referral.objects.filter(pk=self.record.pk).update(status=Referral.Status.VOID)
        self.happened(VOID, of=of(self.record), note=self.cleaned_data["reason"], **about)


CHANGED: dict[str, tuple[Any, type[Entry]]] = {
    "person": (Person, PersonChange),
    "step": (PlanStep, StepChange),
    "service": (ServiceReferral, ServiceChange),
    "status": (Enrollment, StatusChange),
    "again": (Enrollment, AgainForm),
    **{
        f"void-{one._meta.model_name}": (one, VoidForm)
        for one in (Contact, Assessment, PlanStep, ServiceReferral, Referral)
    },
}


@asks(desk="care", purpose="coordination")
def change(request: HttpRequest, what: str, number: int) -> HttpResponse:
    """Change a record of the agency's own."""
    if what not in CHANGED:
        raise Http404
    model, form = CHANGED[what]
    record: Any = at_work(request, number) if model is Person else own(request, model, number)
    if model is Person and not may(request, record, "identity", "correct"):
        raise PermissionDenied
    asked = form(request, record)
    return page(request, asked) if asked.stands(record) else too_late(request, record)
