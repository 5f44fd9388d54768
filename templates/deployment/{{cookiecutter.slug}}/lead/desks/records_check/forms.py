"""The forms of the screening desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lead.desks.asking import Asked, QuestionsForm
from lead.desks.overriding import OverrideForm
from lead.pages.forms import LeadForm
from lead.pages.words import said, told
from lead.program import Role, program
from lead.records.models import Referral
from lead.records.models.base import HINT
from lead.screening import Question
from lead.screening.asking import may_see_history


class CheckForm(QuestionsForm):
    """Everything that is still open, with whom to ask; what tells criminal history is used once."""

    def __init__(self, *args: Any, referral: Referral, asked: list[Asked], role: Role, **kwargs: Any) -> None:
        self.role = role
        super().__init__(*args, referral=referral, asked=asked, **kwargs)
        pathway = program().pathways.get(referral.pathway, {})
        offices = supervisors()
        if "supervising_agency" in pathway.get("consent_from", ()) and may_see_history(role) and offices:
            self.fields["supervising_agency"] = forms.ChoiceField(
                label=_("Supervising agency that is to be asked"),
                choices=[("", _("None, or not known")), *offices],
                required=False,
                initial=referral.supervising_agency,
                help_text=_("Kept: that agency finds the question at its desk, once the person's release lets it."),
            )

    def hint(self, question: Question) -> str:
        """Whom to ask, and that the answer is not kept."""
        whom = question.asked_of
        others = whom and not (self.role.names & {*whom})
        names = ", ".join(_title(one) for one in whom)
        return " ".join(filter(None, (_("Ask: %(whom)s.") % {"whom": names} if others else "", super().hint(question))))


class SettleForm(LeadForm):
    """Yes or no, by whoever approves."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Does the program take this referral?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason, if it does not"), max_length=300, required=False, help_text=HINT
    )

    def clean(self) -> dict[str, Any]:
        """A no has a reason."""
        cleaned = super().clean()
        if cleaned.get("answer") == "no" and not cleaned.get("reason"):
            self.add_error("reason", _("Say why, in words that every party may read."))
        return cleaned


class OwnerForm(OverrideForm):
    """What somebody who may override an exclusion said by telephone."""

    office = forms.ChoiceField(label=gettext_lazy("Who decided?"))
    name = forms.CharField(label=gettext_lazy("Name of whoever decided"), max_length=40)
    at = forms.DateTimeField(label=gettext_lazy("When did they say it?"), initial=timezone.localtime)
    field_order = ("office", "name", "at", "answer", "ground")

    def __init__(self, *args: Any, rules: dict[str, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = sorted({one for by in rules.values() for one in by})
        self.offer("office", [(one, told(one, "owner")) for one in offices], gettext_lazy("Choose"))

    def clean_at(self) -> datetime:
        """Refuse a time that is still to come."""
        at: datetime = self.cleaned_data["at"]
        if at > timezone.now():
            raise ValidationError(_("This time is still to come."))
        return at


def supervisors() -> list[tuple[str, str]]:
    """The agencies that supervise."""
    roles = [role for role in program().roles.values() if role.kind == "supervision_agency" and not role.vacant]
    ids = dict.fromkeys(agency for role in roles for agency in role.agencies)
    return [(id_, program().agencies[id_].name) for id_ in ids if id_ in program().agencies]


def _title(whom: str) -> str:
    role = program().roles.get(whom)
    return f"{role.title} ({role.phone})" if role and role.phone else role.title if role else said(whom)
