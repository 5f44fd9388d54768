"""Signing a release at the desk, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from lead.audit.reading import asker
from lead.desks import policy
from lead.gate.basis import standing
from lead.pages.forms import once
from lead.pages.words import said as worded
from lead.program import program
from lead.records import consents
from lead.records.clocks import add
from lead.records.models import Consent, Person, Revocation

from .finding import at_work, happened, own
from .forms import Entry

NOT_CLEAR, ALL, PART = "not_clear", "*", "part:"
ELEMENTS = (
    _("the name of the person"),
    _("who may tell"),
    _("what may be told"),
    _("who may know"),
    _("what it is for"),
    _("the right to take it back, and how"),
    _("when it ends"),
    _("the place for the signature"),
    _("the place for the date"),
    _("what others may do with it, and what saying no means"),
)
"""What 42 CFR 2.31(a) asks of a consent, in its order."""


class ReleaseForm(Entry):
    """A release, signed on the screen or on paper."""

    how = forms.ChoiceField(
        label=_("How it is signed"),
        widget=forms.RadioSelect,
        choices=[("screen", _("here, by a typed name")), ("paper", _("on paper"))],
    )
    kept_at = forms.CharField(label=_("Where the paper is kept"), required=False, max_length=150)
    signed_on = forms.DateField(
        label=_("Date of the signature"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    read_aloud = forms.BooleanField(label=_("It was read aloud to the person"), required=False)
    interpreted = forms.ChoiceField(
        label=_("Was there an interpreter?"), widget=forms.RadioSelect, choices=[("no", _("no")), ("yes", _("yes"))]
    )
    interpreter = forms.CharField(label=_("Name of the interpreter, and the language"), required=False, max_length=200)
    signed_name = forms.CharField(label=_("Name of whoever signs, typed by them or as on the paper"), max_length=200)
    copy_given = forms.BooleanField(label=_("The person got a copy"))

    def __init__(self, *args: Any, release: str, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.release, self.language, self.form = release, language, program().consents[release]
        self.initial["signed_on"] = timezone.localdate()
        self.parts = {f"part_{id_}": id_ for id_ in self.form.get("block_order") or self.form["blocks"]}
        first = {name: self._part(id_) for name, id_ in self.parts.items()}
        if self.form.get("sign_when") == "not_impaired":
            pairs = [("yes", _("yes, the person may sign")), ("no", _("no: high, drunk or too ill to decide"))]
            asked = _("Is the person clear-headed now?")
            first = {"clear": forms.ChoiceField(label=asked, widget=forms.RadioSelect, choices=pairs), **first}
        others = [one for one in signers(self.person, self.form) if one != "participant"]
        if others:
            hint = ", ".join(worded(one) for one in others)
            label = _("Who else signs, and by what right")
            self.fields["witness"] = forms.CharField(label=label, help_text=hint, max_length=200)
        self.fields = {**first, **self.fields}

    def _part(self, id_: str) -> forms.Field:
        block, texts = self.form["blocks"][id_], self.form["languages"][self.language]["blocks"]
        text = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in texts.get(id_, "").splitlines()))
        label: Any = block.get("named_as") or ", ".join(_label(one) for one in block["recipients"])
        if not block.get("may_be_struck"):
            return forms.BooleanField(label=_("I agree to the part “%(part)s”") % {"part": label}, help_text=text)
        pairs = [("initialed", _("I agree")), ("struck", _("struck out"))]
        return forms.ChoiceField(label=label, help_text=text, widget=forms.RadioSelect, choices=pairs)

    def clean(self) -> dict[str, Any]:
        """Ask for what 42 CFR 2.31 asks, and name what is missing."""
        cleaned = super().clean()
        if cleaned.get("clear") == "no":
            for name in [one for one in self.errors if one != "token"]:
                del self.errors[name]  # nothing else matters: nothing is signed now
            return cleaned
        for number, element in enumerate(ELEMENTS, 1):
            if not (self.form.get("elements") or {}).get(str(number)):
                self.add_error(
                    None, _("The text of this release has no word on: %(name)s (42 CFR 2.31).") % {"name": element}
                )
        if cleaned.get("how") == "paper" and not cleaned.get("kept_at"):
            self.add_error("kept_at", _("Say where the signed paper is kept."))
        if cleaned.get("how") == "screen" and cleaned.get("signed_on") not in (None, timezone.localdate()):
            self.add_error("signed_on", _("Who signs here signs today."))
        if cleaned.get("interpreted") == "yes" and not cleaned.get("interpreter"):
            self.add_error("interpreter", _("Name the interpreter."))
        return cleaned

    def keep(self) -> str:
        """Keep what was signed, or that the person could not sign now."""
        back, answers = reverse("care:person", args=[self.person.pk]), self.cleaned_data
        if answers.get("clear") == "no":
            self.happened(NOT_CLEAR, note=self.release)
            return back
        marks = {id_: "initialed" if answers[name] is True else answers[name] for name, id_ in self.parts.items()}
        entered = {"held_by": asker(self.request).agency, "created_by": self.request.user}
        given = {
            name: answers.get(name, "") for name in ("signed_name", "signed_on", "interpreter", "copy_given", "witness")
        }
        paper = answers["how"] == "paper"
        kept = consents.sign(
            self.person, self.release, language=self.language, blocks=marks, paper=paper, **given, **entered
        )
        manner = answers["kept_at"] if paper else ""
        self.happened(
            f"manner:{kept.pk}", note="; ".join([manner, "read aloud" if answers["read_aloud"] else ""]).strip("; ")
        )
        return back


def learns(consent: Consent) -> list[tuple[str, str, list[str], list[str]]]:
    """What a release lets whom learn now: each part that stands, by its id and name, who is told, and what."""
    form = program().consents.get(consent.release) or {}
    return [
        (id_, block.get("named_as") or "", both(block), list(block["categories"]))
        for id_, block in standing(consent, form).items()
    ]


def both(block: dict[str, Any]) -> list[str]:
    """Whom a part tells; where it goes both ways, all that it names."""
    return [*block["recipients"], *(block["disclosers"] if block.get("both_ways") else ())]


def ends(consent: Consent) -> str:
    """With what a release ends, where that is no date."""
    expiry = (program().consents.get(consent.release) or {}).get("expiry") or {}
    return str(expiry.get("words") or worded(consent.expires_event)) if consent.expires_event else ""


def duties(person: Person) -> Iterator[tuple[Revocation, list[str], datetime | None]]:
    """Who is still to be told that a release was taken back, and by when."""
    done = {one.kind for one in person.events.all()}
    for consent in person.consents.all():
        said = program().consents.get(consent.release) or {}
        within = (said.get("revocation") or {}).get("recipients_told_within")
        for taken in consent.revocations.all():
            if f"told:{taken.pk}" not in done:
                parts = said.get("blocks", {})
                named = [parts[taken.block]] if taken.block in parts else parts.values()
                every = sorted({one for block in named for one in both(block)})
                yield taken, [taken.recipient] if taken.recipient else every, within and add(taken.at, within)


def _label(recipient: str) -> str:
    known = program().recipients.get(recipient)
    return known.label if known else recipient


def _part_label(name: str, ids: list[str], what: list[str]) -> str:
    told = "; ".join(program().categories[one].label for one in what if one in program().categories)
    return _("the part “%(part)s”: %(what)s") % {"part": name or ", ".join(map(_label, ids)), "what": told}


def signers(person: Person, form: dict[str, Any]) -> list[str]:
    """Who signs a release: of somebody under the age that it names, whom it names for that."""
    young = form.get("youth") or {}
    today = timezone.localdate()
    if person.born and young.get("under"):
        birthday = (today.month, today.day) < (person.born.month, person.born.day)
        if today.year - person.born.year - birthday < int(young["under"]):
            return list(young.get("signers") or [])
    return list(form.get("signers") or [])


def asked_again(person: Person, release: str) -> datetime | None:
    """Until when nobody asks a person for a release, because they had no clear head."""
    wait = program().consents[release].get("recheck_after")
    times = [one.at for one in person.events.all() if one.kind == NOT_CLEAR and one.note == release]
    until = add(max(times), wait) if times and wait else None
    return until if until and until > timezone.now() else None


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="care", purpose="coordination")
def release(request: HttpRequest, number: int, release: str, language: str) -> HttpResponse:
    """The words of a release, one part for each group of recipients, and its signature."""
    person, said = at_work(request, number), program().consents.get(release)
    words = (said or {}).get("languages", {}).get(language)
    if said is None or words is None:
        raise Http404
    wait = asked_again(person, release)
    form = None
    if not (words.get("draft") or wait):
        form = ReleaseForm(request.POST or None, request=request, record=person, release=release, language=language)
    if request.method == "POST" and form and form.is_valid():
        try:
            return once(form, request, form.keep)
        except ValidationError as error:
            form.add_error(None, error)
    refused = request.method == "POST"
    texts = [] if form else [words["blocks"][id_] for id_ in said.get("block_order") or said["blocks"]]
    told = {
        "person": person,
        "said": said,
        "words": words,
        "texts": texts,
        "asked": words["paragraphs"],
        "form": form,
        "wait": wait,
    }
    told.update(language=language, release=release)
    return render(request, "care/release.html", told, status=422 if refused else 200)


class TakeBackForm(Entry):
    """A release taken back: whole, or for one recipient."""

    title = _("Take a release back")
    recipient = forms.ChoiceField(label=_("For whom"), widget=forms.RadioSelect)
    means = forms.ChoiceField(label=_("How the person said so"), widget=forms.RadioSelect)
    by = forms.CharField(label=_("Who said so, if not the person"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = program().consents.get(self.record.release) or {}
        ways = (said.get("revocation") or {}).get("means") or ["in_writing", "in_person"]
        self.fields["means"].choices = [(one, worded(one)) for one in ways]  # type: ignore[attr-defined]
        told = learns(self.record) if said.get("per_recipient") else []
        parts = [(f"{PART}{id_}", _part_label(name, ids, what)) for id_, name, ids, what in told if len(told) > 1]
        each = sorted({(one, _label(one)) for _id, _name, ids, _what in told for one in ids})
        self.fields["recipient"].choices = [(ALL, _("for all: the whole release")), *parts, *each]  # type: ignore[attr-defined]

    def keep(self) -> str:
        """Take it back, at once."""
        answers = self.cleaned_data
        by = answers["by"] or "the person"
        whom = "" if answers["recipient"] == ALL else answers["recipient"]
        taken = {"block": whom.removeprefix(PART)} if whom.startswith(PART) else {"recipient": whom}
        consents.revoke(self.record, by=by, means=answers["means"], user=self.request.user, **taken)
        happened(self.request, self.person, f"revoked:{self.record.pk}")
        return reverse("care:person", args=[self.person.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="care", purpose="coordination")
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a release back; the page says what that changes."""
    record = own(request, Consent, number)
    form = TakeBackForm(request.POST or None, request=request, record=record)
    if request.method == "POST" and form.is_valid():
        return once(form, request, form.keep)
    said = (program().consents.get(record.release) or {}).get("revocation") or {}
    within = said.get("recipients_told_within")
    by = within and add(timezone.now(), within)
    told = {"person": record.person, "consent": record, "said": said, "parts": learns(record), "form": form, "by": by}
    return render(request, "care/take_back.html", told, status=422 if form.errors else 200)


@require_POST
@policy(desk="care", purpose="coordination")
def told(request: HttpRequest, number: int) -> HttpResponse:
    """Those who may learn no more were told so."""
    taken = Revocation.objects.filter(pk=min(number, 2**63 - 1)).first()
    record = own(request, Consent, taken.consent_id if taken else 0)
    if not record.person.events.filter(kind=f"told:{number}").exists():
        happened(request, record.person, f"told:{number}")
    return redirect("care:person", record.person_id)
