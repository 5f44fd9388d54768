"""What is written down about a person: contacts, assessments, steps of the plan, services, emergencies."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lead.desks import asks
from lead.program import program
from lead.records.emergency import LEAST, break_glass
from lead.records.finding import person_or_404
from lead.records.models import Assessment, Contact, PlanStep, ServiceReferral
from lead.records.models.base import LONG, SHORT

from .entry import Entry, of, page
from .finding import TRY, at_work

KINDS = ("visit", "outreach", "call", "message", "ride or company", TRY)
ABOUT = ("housing", "health", "benefits and papers", "work", "court", "family", "safety", "staying in touch", "other")
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


class ContactForm(Entry):
    """A contact, or a try, which is no contact for a clock."""

    title, model = _("Write down a contact"), Contact
    intro = _("The note is for your agency alone, unless a release that the person signed lets others read it.")
    names = ("at", "kind", "minutes", "purpose", "place", "note")
    choices: ClassVar = {"kind": KINDS, "purpose": ABOUT}
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=0, max_value=24 * 60)

    def work(self) -> None:
        """Keep it with its time."""
        made = self.new(**self.answers)
        self.happened("contact_tried" if made.kind == TRY else "care_contact", at=made.at, of=of(made))


class AssessmentForm(Entry):
    """What the person and the case manager found."""

    title, model, names, texts = _("Assessment"), Assessment, ("substance_use",), DOMAINS
    intro = _("Only what the person wants to tell. A field may stay empty, and this may be done again.")
    event = "assessment_completed"

    def clean(self) -> dict[str, Any]:
        """Refuse an empty one."""
        cleaned = super().clean()
        if not (self.told() or cleaned.get("substance_use")):
            self.add_error(None, _("Nothing is written in any field."))
        return cleaned

    def new(self, model: Any = None, **said: Any) -> Any:
        """Keep the domains that were answered."""
        return super().new(answers=self.told(), **said)


class StepForm(Entry):
    """A step of the plan, in the person's own words."""

    title, model, names, event = _("Add a step to the plan"), PlanStep, ("goal", "step", "due"), "plan_step"
    intro = _("The goal in the person's own words; then the next step, and who takes it.")
    agreed = forms.BooleanField(label=_("The person agrees to the plan as it now stands"), required=False)

    def work(self) -> str | None:
        """Keep it, and that the plan is agreed where it is."""
        if self.cleaned_data["agreed"]:
            self.happened("plan_agreed")
        return super().work()


class ServiceForm(Entry):
    """A person sent to a service: one of the program's list, or another."""

    title, model, names = _("Send to a service"), ServiceReferral, ("reason", "sent")
    intro = _("The reason stays with your agency, unless a release lets the provider know it.")
    place = forms.ChoiceField(label=_("Service"), required=False)
    other = forms.CharField(label=_("A provider that is not in the list"), required=False, max_length=SHORT)
    field_order = ("place", "other", "reason", "sent")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.providers = program().services.get("providers", {})
        listed: list[Any] = [("", _("choose one"))]
        for id_, one in self.providers.items():
            named = [(f"{id_}|{each['id']}", f"{each['name']} – {one['name']}") for each in one["services"]]
            listed.append((one["name"], named))
        self.fields["place"].choices = listed  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for one provider, not for none or two."""
        cleaned = super().clean()
        if bool(cleaned.get("place")) == bool(cleaned.get("other")):
            self.add_error("place", _("Choose a service, or name a provider that is not in the list."))
        return cleaned

    def work(self) -> str:
        """Keep it, and lead to the sheet that the person takes along."""
        id_, _bar, service = self.cleaned_data["place"].partition("|")
        provider = self.providers.get(id_, {}).get("agency") or id_ or self.cleaned_data["other"]
        sent = self.new(provider=provider, service=service, **self.answers)
        self.happened("service_referral", of=of(sent))
        return reverse("care:sheet", args=[sent.pk])


class EmergencyForm(Entry):
    """A medical emergency, which opens the record for an hour."""

    title = _("Medical emergency")
    intro = _(
        "For medical personnel who treat the person now, where there is no time to ask for consent. It opens health and"
        " treatment records, and how to reach the person, for one hour, for you alone."
        " The privacy desk looks at every use."
    )
    reason = forms.CharField(
        label=_("What the emergency is, in a sentence"), widget=forms.Textarea, min_length=LEAST, max_length=LONG
    )

    medic = forms.CharField(label=_("Medical personnel who are told, by name and office"), max_length=200)

    def work(self) -> None:
        """Open it."""
        break_glass(self.request, self.person, self.cleaned_data["reason"], self.cleaned_data["medic"])


ADDED: dict[str, type[Entry]] = {
    "contact": ContactForm,
    "assessment": AssessmentForm,
    "step": StepForm,
    "service": ServiceForm,
    "emergency": EmergencyForm,
}


@asks(desk="care", purpose="coordination")
def add(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """Write something down about a person."""
    if what not in ADDED:
        raise Http404
    found = person_or_404(request, number) if what == "emergency" else at_work(request, number)
    return page(request, ADDED[what](request, found))
