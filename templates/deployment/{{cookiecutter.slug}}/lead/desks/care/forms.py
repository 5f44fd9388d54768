"""What is asked at the desk, and what becomes of the answers: new records of a person, and changes of one."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import DateField, DateTimeField, Field, TextField
from django.forms.models import fields_for_model
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.accounts.models import User
from lead.audit.reading import asker, shown
from lead.pages.forms import LeadForm
from lead.pages.words import said
from lead.program import program
from lead.records.clocks import VOID
from lead.records.emergency import LEAST, break_glass
from lead.records.models import Assessment, Contact, Enrollment, Person, PlanStep, Referral, ServiceReferral
from lead.records.models.base import HINT, LONG, SHORT

from .finding import happened

TRY = "try, not reached"
KINDS = ("visit", "outreach", "call", "message", "ride or company", TRY)
ABOUT = ("housing", "health", "benefits and papers", "work", "court", "family", "safety", "staying in touch", "other")
REACH = ("contact", "safe_contact")
ANSWERS = ("", "accepted", "waiting list", "refused by the provider", "declined by the person", "no answer")
BRIEF = {
    "tonight": _("Is the person safe tonight?"),
    "medical": _("What medical help is needed now?"),
    "medication": _("Which medication does the person need?"),
    "found": _("How can the person be found, and how is it safe to reach them?"),
}
DOMAINS = {
    "safety": _("Safety"),
    "housing": _("Housing"),
    "health": _("Health, body and mind"),
    "income": _("Income, benefits, papers, work"),
    "lawyer": _("What the person needs of a lawyer"),
    "people": _("Family, friends, people who help"),
    "strengths": _("What the person is good at"),
    "wishes": _("What the person wants first"),
}
DOMAIN_LABELS = {**BRIEF, **DOMAINS}


def calendar(field: Field[Any, Any], **said: Any) -> forms.Field | None:
    """The form's field for one of a record: dates with the browser's calendar, long texts with room."""
    if isinstance(field, DateTimeField):
        said["widget"] = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        said["validators"] = [_past]
    elif isinstance(field, DateField):
        said["widget"] = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    elif isinstance(field, TextField) or field.max_length == LONG:
        said["widget"] = forms.Textarea(attrs={"rows": "3"})
    return field.formfield(**said)


def _past(at: Any) -> None:
    if at > timezone.now():
        raise ValidationError(_("This time is still to come."))


def lines(label: Any, hint: Any = "", *, required: bool = False, least: int = 0, most: int = LONG) -> forms.CharField:
    """A text of some lines."""
    area = forms.Textarea(attrs={"rows": "3"})
    return forms.CharField(
        label=label, help_text=hint, required=required, widget=area, min_length=least, max_length=most
    )


def of(record: Any) -> str:
    """A record as an event names it."""
    return f"{record._meta.model_name}:{record.pk}"


class Entry(LeadForm):
    """A form about a person, which makes a record, or about a record, which it changes.

    Attributes:
        title: What the page is called.
        intro: What is said above the form.
        model: The records that it makes or changes.
        names: The fields of a record that it asks.
        choices: What may be answered, by field.
        event: What happened when it is sent.
    """

    title: ClassVar[Any] = ""
    intro: Any = ""
    model: ClassVar[Any] = None
    names: tuple[str, ...] = ()
    choices: ClassVar[dict[str, tuple[str, ...]]] = {}
    event: ClassVar[str] = ""

    def __init__(self, *args: Any, request: HttpRequest, record: Any, **kwargs: Any) -> None:
        self.request, self.record, self.person = request, record, record.about
        super().__init__(*args, **kwargs)
        asked = fields_for_model(self.model, self.names, formfield_callback=calendar) if self.model else {}
        for name, options in self.choices.items():
            pairs = [("", "–"), *((one, said(one)) for one in options if one)]
            asked[name] = forms.ChoiceField(label=asked[name].label, choices=pairs, required="" not in options)
        self.fields = {**asked, **self.fields}
        self.changes = self.model is not None and isinstance(record, self.model)
        for name in self.names if self.changes else ():
            if shown(request, record, name).allowed:
                self.initial[name] = getattr(record, name)

    def keep(self) -> str:
        """Do what the form says, in one transaction; the address to go to."""
        answers = {name: self.cleaned_data[name] for name in self.names}
        if self.changes:
            self.model.objects.filter(pk=self.record.pk).update(**answers)
        record = self.record if self.changes else self.new(**answers)
        self.happened(self.event, of=of(record))
        return reverse("care:person", args=[self.person.pk])

    def new(self, model: Any = None, **said: Any) -> Any:
        """Write a record of the agency about the person."""
        entered = {"held_by": asker(self.request).agency, "created_by": self.request.user}
        return (model or self.model).objects.create(person=self.person, **entered, **said)

    def happened(self, kind: str, referral: Any = None, **said: Any) -> None:
        """Write down that something happened."""
        happened(self.request, self.person, kind, referral, **said)


class ContactForm(Entry):
    """A contact, or a try, which is no contact for a clock."""

    title, model = _("Write down a contact"), Contact
    intro = _("The note is for your agency alone, unless a release that the person signed lets others read it.")
    names = ("at", "kind", "minutes", "purpose", "place", "note")
    choices: ClassVar = {"kind": KINDS, "purpose": ABOUT}

    def keep(self) -> str:
        """Keep it with its time."""
        answers = {name: self.cleaned_data[name] for name in self.names}
        kind = "contact_tried" if answers["kind"] == TRY else "care_contact"
        self.happened(kind, at=answers["at"], of=of(self.new(**answers)))
        return reverse("care:person", args=[self.person.pk])


class AssessmentForm(Entry):
    """What the person and the case manager found."""

    title = _("Assessment")
    intro = _("Only what the person wants to tell. A field may stay empty, and this may be done again.")
    model, names, event = Assessment, ("substance_use",), "assessment_completed"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {**{name: lines(label) for name, label in DOMAINS.items()}, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Refuse an empty one."""
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in (*DOMAINS, "substance_use")):
            self.add_error(None, _("Nothing is written in any field."))
        return cleaned

    def new(self, model: Any = None, **said: Any) -> Any:
        """Keep the domains that were answered."""
        told = {name: self.cleaned_data[name] for name in DOMAINS if self.cleaned_data[name]}
        return super().new(answers=told, **said)


class StepForm(Entry):
    """A step of the plan, in the person's own words."""

    title, model, names, event = _("Add a step to the plan"), PlanStep, ("goal", "step", "due"), "plan_step"
    intro = _("The goal in the person's own words; then the next step, and who takes it.")
    agreed = forms.BooleanField(label=_("The person agrees to the plan as it now stands"), required=False)

    def keep(self) -> str:
        """Keep it, and that the plan is agreed where it is."""
        if self.cleaned_data["agreed"]:
            self.happened("plan_agreed")
        return super().keep()


class ServiceForm(Entry):
    """A person sent to a service."""

    title, model, names = _("Send to a service"), ServiceReferral, ("reason", "sent")
    intro = _("The reason stays with your agency, unless a release lets the provider know it.")
    place = forms.ChoiceField(label=_("Service"), required=False)
    other = forms.CharField(label=_("A provider that is not in the list"), required=False, max_length=SHORT)
    field_order = ("place", "other", "reason", "sent")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed: list[Any] = [("", _("choose one"))]
        for id_, one in program().services.get("providers", {}).items():
            named = [(f"{id_}|{each['id']}", f"{each['name']} – {one['name']}") for each in one["services"]]
            listed.append((one["name"], named))
        self.fields["place"].choices = listed  # type: ignore[attr-defined]
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Ask for one provider, not for none or two."""
        cleaned = super().clean()
        if bool(cleaned.get("place")) == bool(cleaned.get("other")):
            self.add_error("place", _("Choose a service, or name a provider that is not in the list."))
        return cleaned

    def keep(self) -> str:
        """Keep it, and lead to the sheet that the person takes along."""
        id_, _bar, service = self.cleaned_data["place"].partition("|")
        answers = {name: self.cleaned_data[name] for name in self.names}
        agency = program().services.get("providers", {}).get(id_, {}).get("agency")
        sent = self.new(provider=agency or id_ or self.cleaned_data["other"], service=service, **answers)
        self.happened("service_referral", of=of(sent))
        return reverse("care:sheet", args=[sent.pk])


class EmergencyForm(Entry):
    """A medical emergency, which opens the record for an hour."""

    title = _("Medical emergency")
    intro = _("Opens health records for one hour, for you alone. The privacy desk looks at every use.")
    reason = lines(_("What the emergency is, in a sentence"), required=True, least=LEAST)

    def keep(self) -> str:
        """Open it."""
        break_glass(self.request, self.person, self.cleaned_data["reason"])
        return reverse("care:person", args=[self.person.pk])


class PersonChange(Entry):
    """Who the person is, where the agency keeps that; how to reach them, where no other agency learned it."""

    title, model, event = _("Who the person is"), Person, "person_changed"
    names: tuple[str, ...] = ("name", "aliases", "born", "languages")

    def __init__(self, *args: Any, record: Person, **kwargs: Any) -> None:
        if record.contact_by in ("", asker(kwargs["request"]).agency):
            self.names = (*self.names, *REACH)
        super().__init__(*args, record=record, **kwargs)

    def keep(self) -> str:
        """Keep it; how to reach the person is then what this agency learned, and no other's."""
        if any(self.cleaned_data.get(name) for name in REACH):
            Person.objects.filter(pk=self.record.pk).update(contact_by=asker(self.request).agency)
        else:
            self.names = tuple(name for name in self.names if name not in REACH or name in self.initial)
        return super().keep()


class StepChange(Entry):
    """How far a step has come."""

    title, model, names, event = _("Change a step of the plan"), PlanStep, ("state", "due"), "plan_step_changed"


class ServiceChange(Entry):
    """What the provider answered."""

    title, model, event = _("What came of it"), ServiceReferral, "service_answered"
    names, choices = ("answer", "first_seen", "closed"), {"answer": ANSWERS}


class StatusChange(Entry):
    """How the person and the program stand, and who their case manager is; closed is the person's exit."""

    title, model, names, event = (
        _("Status and case manager"),
        Enrollment,
        ("status", "manager", "reason"),
        "status_change",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency = asker(self.request).agency
        known = [role.id for role in program().roles_of(agency) if "care" in role.desks]
        self.fields["manager"].queryset = User.objects.filter(is_active=True, agency=agency, role__in=known)  # type: ignore[attr-defined]
        self.fields["reason"].required, self.fields["reason"].help_text = True, HINT

    def keep(self) -> str:
        """Keep it with the date of an exit."""
        if self.cleaned_data["status"] == Enrollment.Status.CLOSED:
            Enrollment.objects.filter(pk=self.record.pk).update(closed=timezone.localdate())
            self.happened("exit")
        return super().keep()


class AgainForm(Entry):
    """A person who left comes back."""

    title, model = _("Take in again"), Enrollment
    intro = _("The person came back. Releases that ended stay ended: offer them again.")

    def keep(self) -> str:
        """Open a new enrollment."""
        self.new(manager=self.request.user)
        self.happened("enrollment")
        return reverse("care:person", args=[self.person.pk])


class VoidForm(Entry):
    """A record that was made by mistake: it stays, and says so."""

    title = _("Made by mistake")
    intro = _("Nothing is deleted. The record stays, marked with the reason.")
    reason = lines(_("Reason"), HINT, required=True, least=5, most=200)

    def keep(self) -> str:
        """Mark it."""
        if isinstance(self.record, Referral):
            Referral.objects.filter(pk=self.record.pk).update(status=Referral.Status.VOID)
        made = self.person.events.filter(of=of(self.record)).first()
        referral = made.referral if made else self.record if isinstance(self.record, Referral) else None
        self.happened(VOID, referral, of=of(self.record), note=self.cleaned_data["reason"])
        return reverse("care:person", args=[self.person.pk])


VOIDED: tuple[Any, ...] = (Contact, Assessment, PlanStep, ServiceReferral, Referral)
ADDED: dict[str, type[Entry]] = {
    "contact": ContactForm,
    "assessment": AssessmentForm,
    "step": StepForm,
    "service": ServiceForm,
    "emergency": EmergencyForm,
}
CHANGED: dict[str, tuple[Any, type[Entry]]] = {
    "person": (Person, PersonChange),
    "step": (PlanStep, StepChange),
    "service": (ServiceReferral, ServiceChange),
    "status": (Enrollment, StatusChange),
    "again": (Enrollment, AgainForm),
    **{f"void-{one._meta.model_name}": (one, VoidForm) for one in VOIDED},
}
