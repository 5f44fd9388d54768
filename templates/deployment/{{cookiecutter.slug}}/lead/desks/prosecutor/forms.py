"""The forms of the prosecutor's desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lead.pages.forms import LeadForm
from lead.pages.words import said
from lead.program import program
from lead.records import charging
from lead.records.models.base import HINT, LONG

EVENT_NOTE = 200
"""How long the ground of an event may be."""


def _offences() -> list[tuple[str, Any]]:
    pathways = (one for one in program().pathways.values() if one.get("needs_charge"))
    named = {one["id"]: one["label"] for pathway in pathways for one in pathway.get("offences", ())}
    return [("", _("Choose")), *sorted(named.items(), key=lambda one: one[1])]


def _levels() -> list[tuple[str, Any]]:
    levels = dict.fromkeys(level for entry in program().charges for level in entry.get("levels", ()))
    return [("", _("Choose")), *((one, said(one)) for one in levels)]


class EnterForm(LeadForm):
    """A charge that came to the office on paper."""

    code = forms.CharField(label=_("Code of the person"), max_length=12, help_text=_("It is on the officer's paper."))
    offence = forms.ChoiceField(label=_("Offense"), choices=_offences)
    level = forms.ChoiceField(label=_("Level"), choices=_levels)

    def clean_code(self) -> str:
        """The code as it is kept, however it was typed."""
        return str(self.cleaned_data["code"]).strip().upper()


class DecideForm(LeadForm):
    """What the office decides about a charge."""

    state = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Ground"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_("Needed where the charge is filed. No health information here."),
    )

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {charging.FILED: _("File the charge"), charging.ENDED: _("Do not file it, or end it")}
        # A form that was sent may name any move: the state machine refuses an illegal one, and says why.
        offered = words if self.is_bound else charging.MOVES.get(state, ())
        self.fields["state"].choices = [(one, text) for one, text in words.items() if one in offered]  # type: ignore[attr-defined]


class GroundForm(LeadForm):
    """The ground on which a clock is extended."""

    ground = forms.CharField(label=_("Ground"), max_length=EVENT_NOTE, widget=forms.Textarea, help_text=HINT)
