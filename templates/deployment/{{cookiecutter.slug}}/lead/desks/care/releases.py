"""The releases that a person signed: what stands of them, taking one back, and who is to be told of that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from lead.audit.log import write
from lead.desks import asks, does
from lead.gate.basis import standing
from lead.pages import words
from lead.pages.forms import answer
from lead.program import program
from lead.records import consents
from lead.records.models import Consent, Person, Revocation

from .entry import Entry
from .finding import happened, own

ALL, PART = "*", "part:"


def learns(consent: Consent) -> list[tuple[str, str, list[str], list[str]]]:
    """What a release lets whom learn now: each part that stands, by its id and name, who is told, and what."""
    form = program().consents.get(consent.release) or {}
    return [
        (id_, consent.title(id_), consents.tells(block), list(block["categories"]))
        for id_, block in standing(consent, form).items()
    ]


def ends(consent: Consent) -> str:
    """With what a release ends, where that is no date."""
    expiry = (program().consents.get(consent.release) or {}).get("expiry") or {}
    return str(expiry.get("words") or words.said(consent.expires_event)) if consent.expires_event else ""


def duties(person: Person) -> Iterator[tuple[Revocation, list[str], datetime | None]]:
    """Who is still to be told that a release was taken back, and by when."""
    done = {one.note for one in person.events.all() if one.kind == consents.TOLD}
    for taken in (one for consent in person.consents.all() for one in consent.revocations.all()):
        if str(taken.pk) not in done:
            yield taken, *consents.to_tell(taken)


class TakeBackForm(Entry):
    """A release taken back: whole, for one part, or for one recipient."""

    recipient = forms.ChoiceField(label=_("For whom"), widget=forms.RadioSelect)
    means = forms.ChoiceField(label=_("How the person said so"), widget=forms.RadioSelect)
    by = forms.CharField(label=_("Who said so, if not the person"), required=False, max_length=200)

    def __init__(self, *args: Any, said: dict[str, Any]) -> None:
        super().__init__(*args)
        ways = (said.get("revocation") or {}).get("means") or ["in_writing", "in_person"]
        self.fields["means"].choices = [(one, words.said(one)) for one in ways]  # type: ignore[attr-defined]
        told = learns(self.record) if said.get("per_recipient") else []
        parts = [(f"{PART}{id_}", _part(name, what)) for id_, name, _told, what in told if len(told) > 1]
        whom = sorted({one for part in told for one in part[2]})
        each = [(one, words.named(one, "recipients") or one) for one in whom]
        self.fields["recipient"].choices = [(ALL, _("for all: the whole release")), *parts, *each]  # type: ignore[attr-defined]

    def _one(self) -> dict[str, str]:
        """The part or the recipient; empty for the whole release."""
        whom = self.cleaned_data["recipient"]
        part = {"block": whom.removeprefix(PART)} if whom.startswith(PART) else {"recipient": whom}
        return {} if whom == ALL else part

    def stands(self, record: Any) -> bool:
        """Whether neither this nor the whole was taken back yet."""
        one = {"block": "", "recipient": "", **self._one()}
        return not record.revocations.filter(**{f"{name}__in": ("", value) for name, value in one.items()}).exists()

    def work(self) -> None:
        """Take it back, at once."""
        answers = self.cleaned_data
        said = {"by": answers["by"] or "the person", "means": answers["means"], **self._one()}
        consents.revoke(self.record, user=self.request.user, **said)
        write(self.request, "changed", person=self.person.pk, thing="revocation")


def _part(name: str, what: list[str]) -> Any:
    """What a part is called: whom it tells, and what."""
    told = "; ".join(words.named(one, "categories") or one for one in what)
    return _("the part “%(part)s”: %(what)s") % {"part": name, "what": told}


@asks(desk="care", purpose="coordination")
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a release back; the page says what that changes."""
    record = own(request, Consent, number)
    said = program().consents.get(record.release) or {}
    form = TakeBackForm(request, record, said=said)
    told = {"person": record.person, "consent": record, "said": said.get("revocation") or {}, "parts": learns(record)}
    _whom, by = consents.to_tell(Revocation(consent=record))
    return answer(request, "care/take_back.html", form, form.keep, by=by, **told)


@does(desk="care", purpose="coordination")
def told(request: HttpRequest, number: int) -> HttpResponse:
    """Those who may learn no more were told so."""
    taken = Revocation.objects.filter(pk=number).first()
    record = own(request, Consent, taken.consent_id if taken else 0)
    if not record.person.events.filter(kind=consents.TOLD, note=str(number)).exists():
        happened(request, record.person, consents.TOLD, note=str(number))
    return redirect("care:person", record.person_id)
