"""What moves a referral on: the handoff, the brief intake, the intake that takes the person in, and its deadlines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lead.audit.reading import asker, may
from lead.desks import asks
from lead.desks.project.waiting import has_room
from lead.gate import Actor
from lead.program import program
from lead.records.clocks import Clock, clocks
from lead.records.models import Assessment, Contact, Enrollment, Person, Referral

from .entry import Entry, page
from .finding import TRY, handed, own_referral, too_late

WORDS = {"pause": _("Pause it"), "resume": _("Resume it"), "extend": _("Extend it")}
MET, NOT_FOUND, DECLINED = "met", "not_found", "declined"
BRIEF = {
    "tonight": _("Is the person safe tonight?"),
    "medical": _("What medical help is needed now?"),
    "medication": _("Which medication does the person need?"),
    "found": _("How can the person be found, and how is it safe to reach them?"),
}


class Move(Entry):
    """What is done to a referral that was handed to the agency and moved on by nobody since."""

    def stands(self, record: Any) -> bool:
        """Whether it still waits for the agency."""
        return handed(asker(self.request).agency).filter(pk=record.pk).exists()


class ArriveForm(Move):
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

    def work(self) -> str | None:
        """Keep the meeting or the try, and what it means for the referral."""
        outcome = self.cleaned_data["outcome"]
        made = self.new(kind=TRY if outcome == NOT_FOUND else "outreach", purpose="handoff", **self.answers)
        change: dict[str, Any] = {"handed_to": made.held_by}
        if outcome == MET:
            change["status"] = status(self.record)
        elif outcome == DECLINED:
            change.update(status=Referral.Status.DECLINED, accepted=False)
        Referral.objects.filter(pk=self.record.pk).update(**change)
        kind = {MET: "handoff", NOT_FOUND: "contact_tried", DECLINED: "decline"}[outcome]
        if outcome != MET or not self.record.events.filter(kind=kind).exists():  # two may have met the person
            self.happened(kind, at=made.at)
        return None if outcome == MET else reverse("care:waiting")


def status(referral: Any) -> str:
    """How far a referral comes by a meeting: it takes a place where its pathway needs one, or waits for one."""
    holds = referral.status == Referral.Status.HANDED_OVER
    return Referral.Status.HANDED_OVER if holds or has_room(referral, taking=True) else Referral.Status.WAITING


class StartForm(Move):
    """The brief intake: what cannot wait."""

    title, texts = _("Begin the intake"), BRIEF

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.intro = program().texts.get("intake", {}).get("brief_first") or ""

    def work(self) -> None:
        """Keep the answers as health information."""
        self.new(Assessment, answers=self.told())
        self.happened("intake_started")


class CompleteForm(Move):
    """The intake is done: the person is taken in, by whoever writes it down."""

    title, model, names = _("Finish the intake"), Person, ("languages",)
    offered = forms.BooleanField(label=_("The releases were offered; the person knows that signing is a choice"))
    enough = forms.BooleanField(label=_("What counts as an intake was done"))

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.intro = program().texts.get("intake", {}).get("what_counts") or ""
        category, who = program().groups.get("demographics"), asker(self.request)
        self.elements = {
            f"about_{name}": (name, one)
            for name, one in program().measures.get("elements", {}).items()
            if category and one.get("category") == category and who.is_named(one.get("recorded_by") or ())
        }
        self.fields.update({field: _element(one) for field, (_name, one) in self.elements.items()})

    def work(self) -> None:
        """Take the person in, once, with what they said of themselves."""
        agency, answers = asker(self.request).agency, self.cleaned_data
        if status(self.record) == Referral.Status.WAITING:
            raise ValidationError(_("No place is free. The project's desk puts the person on the waiting list."))
        if not Enrollment.objects.filter(person=self.person, held_by=agency, closed=None).exists():
            self.new(Enrollment, manager=self.request.user)
            self.happened("enrollment")
        self.happened("intake_completed")
        Referral.objects.filter(pk=self.record.pk).update(status=Referral.Status.TAKEN_IN, handed_to=agency)
        person = Person.objects.with_facts().get(pk=self.person.pk)
        if answers["languages"] and may(self.request, person, "identity", "correct"):
            person.languages = answers["languages"]
        told = {name: answers[field] or "unknown" for field, (name, _one) in self.elements.items()}
        if told and may(self.request, person, "demographics", "correct"):
            person.demographics = {**person.demographics, **told}
        person.save(update_fields=["languages", "demographics"])


def _element(said: dict[str, Any]) -> forms.Field:
    """What a person is asked of themselves: one of the program's answers, or their own word."""
    if not said.get("values"):
        return forms.CharField(
            label=said["label"], required=False, max_length=80, help_text=_("As the person says it.")
        )
    pairs = [("", "–"), *said["values"].items(), ("declined", _("the person does not want to say"))]
    return forms.ChoiceField(label=said["label"], required=False, choices=pairs)


MOVES: dict[str, type[Move]] = {"arrive": ArriveForm, "start": StartForm, "complete": CompleteForm}


@asks(desk="care", purpose="coordination")
def move(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """The handoff, the brief intake, the intake."""
    record = own_referral(request, number)
    form = MOVES[what](request, record) if what in MOVES else None
    if form is None or not form.stands(record):
        return too_late(request, record)
    rule = program().texts.get("intake", {}) if what == "arrive" else None
    tries = record.events.filter(kind="contact_tried").count()
    return page(request, form, rule=rule, tries=tries)


class ClockForm(Entry):
    """What may be done with a clock, by whom the agreement lets."""

    title = _("Deadline")
    what = forms.ChoiceField(label=_("What"), widget=forms.RadioSelect)
    ground = forms.CharField(
        label=_("Ground"), help_text=_("In the agreement's words, and no more."), max_length=200, min_length=5
    )

    def __init__(self, *args: Any, clock: Clock) -> None:
        super().__init__(*args)
        self.clock = clock
        self.fields["what"].choices = [(one, WORDS[one]) for one in allowed(clock, asker(self.request))]  # type: ignore[attr-defined]

    def work(self) -> None:
        """Write it down; the clock is counted anew."""
        self.happened(self.cleaned_data["what"], note=self.cleaned_data["ground"], clock=self.clock.id)


def allowed(clock: Clock, who: Actor) -> list[str]:
    """What somebody may do with a clock that runs."""
    said = program().clocks[clock.id]
    longer = said.get("extension") or {}
    may_extend = who.is_named(longer.get("granted_by") or ()) and clock.extended < int(longer.get("at_most") or 0)
    pauses = ["resume" if clock.paused else "pause"] if said.get("paused_while") else []
    return [*pauses, *(["extend"] if may_extend else [])] if clock.running else []


@asks(desk="care", purpose="coordination")
def clock(request: HttpRequest, number: int, clock: str) -> HttpResponse:
    """Extend a deadline or let it stand still, where the agreement lets this role."""
    record = own_referral(request, number)
    found = next((one for one in clocks(record) if one.id == clock), None)
    if found is None or not allowed(found, asker(request)):
        raise Http404
    return page(request, ClockForm(request, record, clock=found), clock=found, clock_said=program().clocks[clock])
