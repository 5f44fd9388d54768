"""What moves a referral on: the handoff, the intake, coming back, and its clocks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.audit.reading import asker, may
from lead.program import program
from lead.records.clocks import Clock
from lead.records.models import Assessment, Contact, Enrollment, Person, Referral

from .forms import BRIEF, TRY, Entry, lines

MET, NOT_FOUND, DECLINED = "met", "not_found", "declined"
CLOCK_KINDS = {"pause": _("Pause it"), "resume": _("Resume it"), "extend": _("Extend it")}


class ArriveForm(Entry):
    """Whether the case manager met the person."""

    title, model, names = _("Handoff"), Contact, ("at", "place")
    outcome = forms.ChoiceField(
        label=_("What happened"),
        widget=forms.RadioSelect,
        choices=[
            (MET, _("I met the person")),
            (NOT_FOUND, _("I did not find the person")),
            (DECLINED, _("The person does not want the program")),
        ],
    )
    field_order = ("outcome", "at", "place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(at=timezone.now(), place="")
        self.order_fields(self.field_order)

    def keep(self) -> str:
        """Keep the meeting or the try, and what it means for the referral."""
        outcome, at = self.cleaned_data["outcome"], self.cleaned_data["at"]
        kind = TRY if outcome == NOT_FOUND else "outreach"
        self.new(at=at, place=self.cleaned_data["place"], kind=kind, purpose="handoff")
        change: dict[str, Any] = {"handed_to": asker(self.request).agency}
        if outcome == MET:
            change["status"] = Referral.Status.HANDED_OVER
        elif outcome == DECLINED:
            change.update(status=Referral.Status.DECLINED, accepted=False)
        Referral.objects.filter(pk=self.record.pk).update(**change)
        self.happened({MET: "handoff", NOT_FOUND: "contact_tried", DECLINED: "decline"}[outcome], self.record, at=at)
        return reverse("care:person" if outcome == MET else "care:waiting", args=[self.person.pk] * (outcome == MET))


class StartForm(Entry):
    """The brief intake: what cannot wait."""

    title = _("Begin the intake")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.intro = program().texts.get("intake", {}).get("brief_first") or ""
        self.fields.update({name: lines(label) for name, label in BRIEF.items()})

    def keep(self) -> str:
        """Keep the answers as health information."""
        told = {name: self.cleaned_data[name] for name in BRIEF if self.cleaned_data[name]}
        self.new(Assessment, answers=told)
        self.happened("intake_started", self.record)
        return reverse("care:person", args=[self.person.pk])


class CompleteForm(Entry):
    """The intake is done: the person is taken in, by whoever writes it down."""

    title = _("Finish the intake")
    model, names = Person, ("languages",)
    offered = forms.BooleanField(label=_("The releases were offered; the person knows that signing is a choice"))
    enough = forms.BooleanField(label=_("What counts as an intake was done"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.intro = program().texts.get("intake", {}).get("what_counts") or ""
        asked, category = program().measures.get("elements", {}), program().groups.get("demographics")
        role = asker(self.request).role
        self.asked = {
            name: one
            for name, one in asked.items()
            if category and one.get("category") == category and role in (one.get("recorded_by") or ())
        }
        for name, one in self.asked.items():
            pairs = [("", "–"), *(one.get("values") or {}).items(), ("declined", _("the person does not want to say"))]
            free = forms.CharField(
                label=one["label"], required=False, max_length=80, help_text=_("As the person says it.")
            )
            closed = forms.ChoiceField(label=one["label"], required=False, choices=pairs)
            self.fields[f"about_{name}"] = closed if one.get("values") else free

    def keep(self) -> str:
        """Take the person in, once."""
        agency = asker(self.request).agency
        if not Enrollment.objects.filter(person=self.person, held_by=agency, closed=None).exists():
            self.new(Enrollment, manager=self.request.user)
            self.happened("enrollment", self.record)
        self.happened("intake_completed", self.record)
        Referral.objects.filter(pk=self.record.pk).update(status=Referral.Status.TAKEN_IN, handed_to=agency)
        person = Person.objects.with_facts().get(pk=self.person.pk)
        if self.cleaned_data["languages"] and may(self.request, person, "identity", "correct"):
            person.languages = self.cleaned_data["languages"]
        told = {name: self.cleaned_data[f"about_{name}"] or "unknown" for name in self.asked}
        if told and may(self.request, person, "demographics", "correct"):
            person.demographics = {**person.demographics, **told}
        person.save(update_fields=["languages", "demographics"])
        return reverse("care:person", args=[self.person.pk])


class ClockForm(Entry):
    """What may be done with a clock, by whom the agreement lets."""

    title = _("Deadline")
    what = forms.ChoiceField(label=_("What"), widget=forms.RadioSelect)
    ground = forms.CharField(
        label=_("Ground"), help_text=_("In the agreement's words, and no more."), max_length=200, min_length=5
    )

    def __init__(self, *args: Any, clock: Clock, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clock, self.open = clock, allowed(clock, asker(self.request).role)
        self.fields["what"].choices = [(one, CLOCK_KINDS[one]) for one in self.open]  # type: ignore[attr-defined]

    def keep(self) -> str:
        """Write it down; the clock is counted anew."""
        self.happened(self.cleaned_data["what"], self.record, note=self.cleaned_data["ground"], clock=self.clock.id)
        return reverse("care:person", args=[self.person.pk])


def allowed(clock: Clock, role: str) -> list[str]:
    """What a role may do with a clock that runs."""
    said = program().clocks[clock.id]
    longer = said.get("extension") or {}
    may_extend = role in (longer.get("granted_by") or ()) and clock.extended < int(longer.get("at_most") or 0)
    pauses = ["resume" if clock.paused else "pause"] if said.get("paused_while") else []
    return [*pauses, *(["extend"] if may_extend else [])] if clock.running else []


MOVES: dict[str, type[Entry]] = {
    "arrive": ArriveForm,
    "start": StartForm,
    "complete": CompleteForm,
}
