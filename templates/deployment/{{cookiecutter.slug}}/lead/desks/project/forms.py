"""The forms of the project manager's desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.pages.forms import LeadForm
from lead.program import program
from lead.records.models.base import HINT, LONG

GROUND = 200
"""How long the reason of an event may be."""


def _care() -> list[tuple[str, str]]:
    """The agencies that have a care desk, by name."""
    care = (role for role in program().roles.values() if "care" in role.desks and not role.vacant)
    return [(one, program().agencies[one].name) for one in dict.fromkeys(one for role in care for one in role.agencies)]


class ApproveForm(LeadForm):
    """Whether a referral is accepted, and who takes it over."""

    answer = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[("accept", _("Accept the referral")), ("refuse", _("Do not accept it"))],
    )
    agency = forms.ChoiceField(label=_("Who takes it over"), choices=_care)
    ground = forms.CharField(
        label=_("Reason"),
        max_length=GROUND,
        required=False,
        widget=forms.Textarea,
        help_text=_("Needed where it is not accepted. No criminal history, no health information here."),
    )

    def clean(self) -> dict[str, Any]:
        """A refusal has a reason."""
        cleaned = super().clean()
        if cleaned.get("answer") == "refuse" and not cleaned.get("ground", "").strip():
            self.add_error("ground", _("Say why it is not accepted."))
        return cleaned


class MoveForm(LeadForm):
    """Somebody goes up the waiting list."""

    places = forms.IntegerField(label=_("How many places up"), min_value=1, max_value=99, initial=1)
    reason = forms.CharField(label=_("Reason"), max_length=GROUND, widget=forms.Textarea, help_text=HINT)


class ProposeForm(LeadForm):
    """A person on the agenda of the work group."""

    conference = forms.DateField(label=_("Date of the work group"))
    question = forms.CharField(label=_("Question"), max_length=LONG, widget=forms.Textarea, help_text=HINT)

    def clean_conference(self) -> Any:
        """A date that is still to come."""
        day = self.cleaned_data["conference"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose the next date of the work group."))
        return day


class ItemForm(LeadForm):
    """What the work group found."""

    action = forms.CharField(label=_("Who does what"), max_length=LONG, widget=forms.Textarea, help_text=HINT)
    closed = forms.BooleanField(label=_("This is settled: take it off the agenda"), required=False)


class MergeForm(LeadForm):
    """Whether two records are one person."""

    answer = forms.ChoiceField(label=_("What are they?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, codes: tuple[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [  # type: ignore[attr-defined]
            ("one", _("One person: go on with %(code)s") % {"code": codes[0]}),
            ("other", _("One person: go on with %(code)s") % {"code": codes[1]}),
            ("two", _("Two different people")),
        ]
