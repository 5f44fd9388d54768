"""The forms of the desk. What is written in them names nobody; a person is given by the code."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.gate.basis import rule_of
from lead.pages.forms import LeadForm
from lead.pages.words import said
from lead.program import program
from lead.records.models import Authority, Person

from .models import Entry

CODES = _("Name nobody here: use the code of a person. No health information.")


def _text(label: Any, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=CODES, max_length=500, widget=forms.Textarea, **said)


class CodeField(forms.CharField):
    """The code of a person, however it was typed; it is cleaned to the person."""

    def __init__(self, **said: Any) -> None:
        said = {"label": _("Code of the person"), "help_text": _("Such as 2B4D-6F8H."), "max_length": 12, **said}
        super().__init__(**said)

    def clean(self, value: Any) -> Person | None:
        """Find the person."""
        code = super().clean(value).upper().replace(" ", "")
        found = Person.objects.filter(code=code).first() if code else None
        if code and found is None:
            raise ValidationError(_("No record has this code."))
        return found


class LogFilter(forms.Form):
    """What of the log is looked for."""

    code = CodeField(required=False)
    user = forms.ModelChoiceField(
        User.objects.order_by("username"), label=_("Account"), required=False, empty_label=_("every account")
    )
    day = forms.DateField(label=_("Day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    denied = forms.BooleanField(label=_("Only what was denied"), required=False)

    def entries(self) -> QuerySet[AuditEvent]:
        """The entries that are asked for, the newest first: all where nothing is, none where it is wrong."""
        every = AuditEvent.objects.order_by("-number")
        if not self.is_valid():
            return every.none() if self.is_bound else every
        said = self.cleaned_data
        asked = {"person": said["code"], "user": said["user"], "at__date": said["day"]}
        told = {name: getattr(value, "pk", value) for name, value in asked.items() if value}
        return every.filter(**told, **({"allowed": False} if said["denied"] else {}))


class FindForm(forms.Form):
    """Whose account of disclosures is asked for."""

    code = CodeField()


class FindingForm(LeadForm):
    """What a review found."""

    finding = _text(_("What you found"), min_length=20)


def _authorities() -> list[tuple[str, Any]]:
    """What may be entered: each kind, once for each duty or rule on which a flow of the agreement rests."""
    rules = sorted({(str(one.basis.get("kind")), rule_of(one)) for one in program().cells if rule_of(one)})
    labels = dict(Authority.Kind.choices)
    ruled = [(f"{kind}|{rule}", f"{labels[kind]}: {said(rule.replace('-', ' '))}") for kind, rule in rules]
    return [*ruled, *Authority.Kind.choices]


class AuthorityForm(LeadForm):
    """An order or an approval."""

    kind = forms.ChoiceField(label=_("Kind"), choices=_authorities)
    person = CodeField(required=False, help_text=_("Leave it empty where it is about everybody."))
    citation = forms.CharField(
        label=_("Citation"), max_length=200, help_text=_("Court and number of the order, section of the law, approval.")
    )
    begins = forms.DateField(label=_("From"))
    ends = forms.DateField(label=_("Until"), required=False)
    note = _text(_("Note"), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what ends before it begins, and an order of a court that is about everybody."""
        cleaned = super().clean()
        cleaned["kind"], _bar, cleaned["rule"] = cleaned.get("kind", "").partition("|")
        if cleaned.get("begins") and cleaned.get("ends") and cleaned["ends"] < cleaned["begins"]:
            self.add_error("ends", _("This is before it begins."))
        if cleaned.get("kind") == Authority.Kind.COURT_ORDER and "person" in cleaned and not cleaned["person"]:
            self.add_error("person", _("An order of a court is about a person: give the code."))
        return cleaned


class DisclosureForm(LeadForm):
    """What was told outside the service: to a court, a state's line, a medic, a neighbor."""

    person = CodeField()
    at = forms.DateTimeField(label=_("When"), validators=[MaxValueValidator(timezone.now)])
    category = forms.ChoiceField(label=_("What"), choices=lambda: _listed(program().categories))
    recipient = forms.ChoiceField(label=_("To"), choices=lambda: _listed(program().recipients))
    whom = forms.CharField(label=_("By name and office"), max_length=200)
    purpose = forms.ChoiceField(label=_("For"), choices=lambda: _words("purpose"))
    basis = forms.ChoiceField(label=_("Basis"), choices=lambda: _words("basis"))


def _listed(known: dict[str, Any]) -> list[tuple[str, Any]]:
    return [("", "–"), *sorted(((id_, one.label) for id_, one in known.items()), key=lambda pair: str(pair[1]))]


def _words(name: str) -> list[tuple[str, Any]]:
    """The purposes, or the bases, that the agreement's flows name; a medical emergency is one of both."""
    every = {str(one.purpose if name == "purpose" else one.basis.get("kind")) for one in program().cells}
    return [("", "–"), *((one, said(one)) for one in sorted(every | {"medical_emergency"}))]


class EntryForm(LeadForm):
    """A complaint or an incident."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Entry.Kind.choices)
    known_on = forms.DateField(
        label=_("Known since"),
        initial=timezone.localdate,
        validators=[MaxValueValidator(timezone.localdate, _("This day is still to come."))],
    )
    person = CodeField(required=False)
    text = _text(_("What it is about"), min_length=10)


class HoldForm(LeadForm):
    """A legal hold."""

    person = CodeField()
    reason = _text(_("Reason"), min_length=10)


class LiftForm(LeadForm):
    """Why a hold is lifted."""

    why = _text(_("Why it is lifted"), min_length=10)


class PurgeForm(LeadForm):
    """The second step of a purge: the code is typed once more."""

    code = forms.CharField(
        label=_("Type the code of the record"), max_length=12, help_text=_("What is destroyed cannot be recovered.")
    )


def _places() -> list[tuple[str, str]]:
    """The roles that somebody fills, at each of their agencies."""
    found = [
        (f"{role.id}|{agency}", f"{role.title} – {program().agencies[agency].name}")
        for role in program().roles.values()
        for agency in role.agencies
        if not role.vacant and agency in program().agencies
    ]
    return [("", "–"), *sorted(found, key=lambda one: one[1])]


class AccountForm(LeadForm):
    """A new account: its role and agency are those of the agreement, and never a role that nobody fills."""

    name = forms.CharField(
        label=_("Name to sign in with"), max_length=150, help_text=_("Such as the work address. Nobody else has it.")
    )
    place = forms.ChoiceField(label=_("Role and agency"), choices=_places)
