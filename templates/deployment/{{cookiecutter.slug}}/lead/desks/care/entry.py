"""What every form of the desk is: asked about a person, or about a record of theirs, it writes something down."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import fields_for_model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.audit.reading import asker, shown
from lead.pages.forms import LeadForm, answer, hold
from lead.pages.words import said
from lead.records.models import Referral
from lead.records.models.base import LONG, YEARS

from .finding import happened


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
        choices: What may be answered, by field; an empty word lets it stay open.
        texts: What is asked in the person's words, by name.
        event: What happened when it is sent.
    """

    title: ClassVar[Any] = ""
    intro: Any = ""
    model: ClassVar[Any] = None
    names: tuple[str, ...] = ()
    choices: ClassVar[dict[str, tuple[str, ...]]] = {}
    texts: ClassVar[dict[str, Any]] = {}
    event: ClassVar[str] = ""

    def __init__(self, request: HttpRequest, record: Any, **kwargs: Any) -> None:
        self.request, self.record, self.person = request, record, record.about
        self.changes = self.model is not None and isinstance(record, self.model)
        self.base_fields = {**self._asked(), **self.base_fields}  # type: ignore[misc] # of this form alone
        super().__init__(request.POST if request.method == "POST" else None, **kwargs)
        for name in self.names if self.changes else ():
            if shown(request, record, name).allowed:
                self.initial[name] = getattr(record, name)

    def _asked(self) -> dict[str, forms.Field]:
        """The texts, and the fields of the record: a short text is one line, a long one has room."""
        asked: dict[str, Any] = {
            name: forms.CharField(label=label, required=False, widget=forms.Textarea, max_length=LONG)
            for name, label in self.texts.items()
        }
        if self.model is not None:
            known = [self.model._meta.get_field(name) for name in self.names]
            room: Any = {one.name: forms.Textarea for one in known if getattr(one, "max_length", None) == LONG}
            asked |= fields_for_model(self.model, self.names, widgets=room)
        for name, words in self.choices.items():
            pairs = [("", "–"), *((one, said(one)) for one in words if one)]
            asked[name] = forms.ChoiceField(label=asked[name].label, choices=pairs, required="" not in words)
        return asked

    def clean_at(self) -> Any:
        """Refuse a time that is still to come, and one that no program has seen."""
        if self.cleaned_data["at"] > timezone.now():
            raise ValidationError(_("This time is still to come."))
        if self.cleaned_data["at"].year not in YEARS:
            raise ValidationError(_("This time is too long ago."))
        return self.cleaned_data["at"]

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered for the fields of the record."""
        return {name: self.cleaned_data[name] for name in self.names}

    def told(self) -> dict[str, str]:
        """What was written of the texts."""
        return {name: self.cleaned_data[name] for name in self.texts if self.cleaned_data.get(name)}

    def keep(self) -> str:
        """Do what the form says, in one transaction; the address to go to.

        Raises:
            ValidationError: Somebody else did it in the meantime. Whoever writes about a person waits for the others.
        """
        hold(self.person)
        hold(self.record, self.stands)
        return self.work() or reverse("care:person", args=[self.person.pk])

    def stands(self, record: Any) -> bool:
        """Whether the record, as it is now and nobody else changes it, may still have done to it what the form says."""
        return True

    def work(self) -> str | None:
        """Make or change the record, and note what happened; an address leads elsewhere than to the person's page."""
        if self.changes:
            self.model.objects.filter(pk=self.record.pk).update(**self.answers)
        self.happened(self.event, of=of(self.record if self.changes else self.new(**self.answers)))
        return None

    def new(self, model: Any = None, **said: Any) -> Any:
        """Write a record of the agency about the person."""
        entered = {"held_by": asker(self.request).agency, "created_by": self.request.user}
        return (model or self.model).objects.create(person=self.person, **entered, **said)

    def happened(self, kind: str, **said: Any) -> None:
        """Write down that something happened, by the referral that the form is about, where it is about one."""
        about = {"referral": self.record} if isinstance(self.record, Referral) else {}
        happened(self.request, self.person, kind, **{**about, **said})


def page(request: HttpRequest, form: Entry, **told: Any) -> HttpResponse:
    """The page of a form of the desk."""
    return answer(request, "care/entry.html", form, form.keep, person=form.person, **told)
