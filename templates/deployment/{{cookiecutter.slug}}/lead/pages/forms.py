"""What every form is built of: an error summary, labels and hints that belong together, and one sending only."""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from lead.audit.log import working
from lead.records.models import Once


class Renderer(TemplatesSetting):
    """Finds the templates of forms among the service's own."""

    form_template_name = "pages/form.html"
    field_template_name = "pages/field.html"


class LeadForm(forms.Form):
    """A form of the service.

    Its template shows the error summary, then each field with label, hint and error. ``token`` is drawn with the page:
    a form that is sent twice does its work once.

    Attributes:
        marks_optional: Whether a field that may be left empty says so.
    """

    marks_optional = True

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = secrets.token_urlsafe(24)
        for name, field in self.fields.items():
            _fit(field.widget)
            if name == "token":
                field.error_messages["required"] = _("Load the page again, and send the form once more.")

    def offer(self, name: str, choices: Sequence[tuple[str, Any]], empty: Any = "") -> None:
        """Let a field choose among these, or none of them where ``empty`` says what that is; without any, drop it."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*([("", empty)] if empty else []), *choices]
        if not choices:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse characters that hide or turn around what stands in a text, and days of no living memory or plan."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, date) and value.year not in KNOWN:
                self.add_error(name, ValidationError(_("This year cannot be. Give one from 1900 to 2100.")))
            if isinstance(value, str) and any(map(hidden, value)):
                self.add_error(name, ValidationError(_("Take out the hidden control characters.")))
        return cleaned


class InEnglish(forms.Select):
    """A choice among the program's own words."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """An option, marked as English; the empty one is the service's."""
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "attrs": {**option["attrs"], "lang": "en"}} if value else option


def _fit(widget: forms.Widget) -> None:
    """Make a widget what a phone shows best."""
    if isinstance(widget, forms.Textarea):
        widget.attrs = {**{key: value for key, value in widget.attrs.items() if key != "cols"}, "rows": "4"}
    for kind, type_, format_ in _DATES:
        if type(widget) is kind:
            widget.input_type, widget.format = type_, format_


_DATES = (
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.TimeInput, "time", "%H:%M"),
)
_SHOWN = frozenset("\t\n\r\u200c\u200d")
"""Controls that may stand in a text: lines, tabs, and the joiners without which Persian or Hindi is misspelled."""


def hidden(one: str) -> bool:
    """Whether a sign hides or turns around what stands in a text."""
    return unicodedata.category(one) in ("Cc", "Cf") and one not in _SHOWN


KNOWN = range(1900, 2101)
"""The years in which somebody was born, or something may fall due; any other is a slip, or hostile."""


def sent_as(request: HttpRequest) -> str:
    """What one sending of a form is known by: who sent it where, its token, and all that it says.

    Whoever goes back to a page and writes something else there says something else, which is not lost. Nobody guesses
    from it what was said: the token, which is drawn by chance, is kept nowhere else.
    """
    said = sorted((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    return hashlib.sha256(json.dumps([request.user.pk, request.path, said]).encode()).hexdigest()


def sent_before(request: HttpRequest) -> HttpResponse | None:
    """Where the same form led when it was sent before; None for one that was not."""
    before = Once.objects.filter(token=sent_as(request)).first() if request.method == "POST" else None
    return HttpResponseRedirect(before.done or "/") if before else None


def once(form: LeadForm, request: HttpRequest, work: Callable[[], str]) -> HttpResponse:
    """Do the work of a form that is valid, once, and lead to where it says.

    Args:
        form: The form.
        request: The request that brought it.
        work: Does it, in one transaction, and gives the address to go to. Where it fails, its denials stay in the log.
    """
    try:
        with working(request):
            sent = Once.objects.create(token=sent_as(request))
            sent.done = work()
            sent.save(update_fields=["done"])
    except IntegrityError:
        if before := sent_before(request):
            return before
        raise
    return HttpResponseRedirect(sent.done or "/")


def hold(record: Any, stands: Callable[[Any], bool] = bool) -> Any:
    """A record as it is now, which nobody else changes until the work of a form is done.

    Args:
        record: The record as the page of the form looked at it.
        stands: Whether what the form says may still be done to it.

    Raises:
        ValidationError: Somebody else was faster.
    """
    fresh = record._meta.base_manager.select_for_update(no_key=True).get(pk=record.pk)
    if not stands(fresh):
        raise ValidationError(_("Somebody else did this in the meantime. Nothing was kept; look at the record again."))
    return fresh


def answer(
    request: HttpRequest, page: str, form: Any, work: Callable[[], str] | None = None, /, **told: Any
) -> HttpResponse:
    """The page of a form; where the form was sent and is right, its work is done, once, and leads on.

    Args:
        request: The request.
        page: The template of the page, such as ``care/entry.html``.
        form: The form, bound where it was sent.
        work: Does what the form asks, and gives the address to go to. What it finds wrong it raises as a
            ``ValidationError``; nothing is kept then, and the page says so.
        **told: What else the page shows.
    """
    if request.method == "POST" and work and form.is_valid():
        try:
            return once(form, request, work)
        except ValidationError as error:
            form.add_error(None, error)
    return render(request, page, {"form": form, **told}, status=422 if form.errors else 200)
