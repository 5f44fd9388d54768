"""The form of a referral: at most twelve fields, and those only that the pathway needs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.desks.cases import level, offences
from lead.pages.forms import LeadForm
from lead.records.models.base import HINT, years
from lead.screening import questions

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class ReferralForm(LeadForm):
    """A referral on a pathway."""

    offences = forms.MultipleChoiceField(label=_("Offense"), widget=forms.CheckboxSelectMultiple)
    area = forms.ChoiceField(label=_("Area"))
    name = forms.CharField(
        label=_("Name"), max_length=200, required=False, help_text=_("Leave it empty if the person gives none.")
    )
    born = forms.DateField(
        label=_("Date of birth"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    age = forms.IntegerField(
        label=_("Age"), required=False, min_value=0, max_value=120, help_text=_("If the date of birth is not known.")
    )
    accepted = forms.ChoiceField(label=_("Does the person accept the offer?"), choices=YES_NO, widget=forms.RadioSelect)
    agreed_at = forms.TimeField(
        label=_("Agreed aloud at"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("If the person accepts."),
    )
    words = forms.CharField(
        label=_("In these words"),
        max_length=300,
        required=False,
        help_text=_("If the person accepts: what they said, as they said it."),
    )
    complainant = forms.ChoiceField(
        label=_("What does the person who was harmed wish?"),
        required=False,
        help_text=_("Only where the offense harms a person."),
    )
    incident = forms.CharField(label=_("Incident number"), max_length=40, required=False)
    place = forms.CharField(label=_("Where the person can be met"), max_length=200, required=False)
    narrative = forms.CharField(
        label=_("What happened"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=HINT,
    )

    def __init__(self, *args: Any, pathway: str, said: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pathway, self.listed = pathway, offences(pathway)
        self.asked = {(one.of, one.fact): one for one in questions(pathway)}
        self.fields["offences"].required = bool(said.get("needs_charge"))
        self.offer("offences", [(id_, _label(one)) for id_, one in self.listed.items()])
        self.offer("area", [(one["id"], one["label"]) for one in said.get("areas_named", ())], _("Choose"))
        wish = self.asked.get(("charges", "prefers-diversion"))
        harmed = wish and any(one.get("victim_type") == "person" for one in self.listed.values())
        self.offer("complainant", [*wish.options.items()] if wish and harmed else [], _("Not asked"))
        self.fields["agreed_at"].initial = timezone.localtime().time()

    def clean(self) -> dict[str, Any]:
        """Ask what belongs together."""
        cleaned = super().clean()
        born = cleaned.get("born")
        if born and born > timezone.localdate():
            self.add_error("born", _("This day is still to come."))
        if cleaned.get("accepted") != "yes":
            return cleaned
        if not born and cleaned.get("age") is None and not self.has_error("born") and not self.has_error("age"):
            self.add_error("age", _("Enter the date of birth or the age."))
        if not cleaned.get("agreed_at") and not self.has_error("agreed_at"):
            self.add_error("agreed_at", _("Enter when the person agreed."))
        if not cleaned.get("words"):
            self.add_error("words", _("Enter what the person said: without it nobody may be told."))
        return cleaned

    @property
    def accepts(self) -> bool:
        """Whether the person accepts the offer."""
        return bool(self.cleaned_data["accepted"] == "yes")

    def facts(self) -> dict[str, Any]:
        """What the form tells the policy, as far as the policy asks it."""
        told = self.cleaned_data
        facts = {"area": told.get("area"), "age": self._age(), "consents": self.accepts}
        known = {name: value for name, value in facts.items() if value not in (None, "") and (None, name) in self.asked}
        if ("charges", "offence") in self.asked and self.listed:
            known["charges"] = [self._charge(id_) for id_ in told["offences"]]
        return known

    def _charge(self, id_: str) -> dict[str, Any]:
        harms = self.listed[id_].get("victim_type") == "person"
        wish = self.cleaned_data.get("complainant") if harms else ""
        told = {"offence": id_, "prefers-diversion": wish, "level": level(self.listed[id_])}
        return {fact: value for fact, value in told.items() if value and ("charges", fact) in self.asked}

    def _age(self) -> int | None:
        born: date | None = self.cleaned_data.get("born")
        return years(born, timezone.localdate()) if born else self.cleaned_data.get("age")


def _label(offence: dict[str, Any]) -> str:
    citation = offence.get("citation")
    return f"{offence['label']} ({citation})" if citation else str(offence["label"])
