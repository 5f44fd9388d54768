"""The public form, and what the inbox does with a request."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lead.pages.forms import LeadForm
from lead.pages.words import said as word

HINT = _("What helps to find the person. Nothing about health, and nothing about crimes.")


class RequestForm(LeadForm):
    """What somebody asks for. ``website`` is shown to nobody: only a machine fills it."""

    source = forms.ChoiceField(label=_("You are"))
    about_whom = forms.CharField(label=_("Who needs help?"), max_length=500, widget=forms.Textarea, help_text=HINT)
    where = forms.CharField(label=_("Where can somebody meet the person?"), max_length=500)
    area = forms.ChoiceField(label=_("In which area is that?"), required=False)
    asker = forms.CharField(label=_("Your name"), max_length=200, required=False)
    contact = forms.CharField(
        label=_("Your telephone number or e-mail"),
        max_length=200,
        required=False,
        help_text=_("So that you hear what came of it. No account is made."),
    )
    website = forms.CharField(required=False, max_length=200)

    def __init__(self, *args: Any, said: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["website"].template_name = "community/trap.html"  # type: ignore[attr-defined] # of Django 5
        self.offer("source", [(one, word(one).capitalize()) for one in said.get("sources", ())], _("Choose"))
        self.offer("area", [(one["id"], one["label"]) for one in said.get("areas_named", ())], _("Choose"))
        if not said.get("anonymous"):
            self.fields["asker"].required = self.fields["contact"].required = True

    def clean(self) -> dict[str, Any]:
        """Refuse a machine."""
        cleaned = super().clean()
        if cleaned.get("website"):
            raise ValidationError(_("This looked as if a machine had filled it in. Please call instead."))
        return cleaned


class AnswerForm(LeadForm):
    """What becomes of a request."""

    answer = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=[("refer", _("Make a referral of it")), ("close", _("Close it"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason, if it is closed"), max_length=200, required=False, help_text=_("No health information here.")
    )

    def clean(self) -> dict[str, Any]:
        """What is closed has a reason."""
        cleaned = super().clean()
        if cleaned.get("answer") == "close" and not cleaned.get("reason"):
            self.add_error("reason", _("Say why it is closed."))
        return cleaned
