"""A release is signed: its words, one part for each group of recipients, and what 42 CFR 2.31 asks of a consent."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import asks
from lead.pages.forms import answer
from lead.pages.words import said as worded
from lead.program import program
from lead.records import consents
from lead.records.clocks import add
from lead.records.models import Person

from .entry import Entry
from .finding import at_work

NOT_CLEAR = "not_clear"
"""The event that a person had no clear head when they were to sign; its note is the release."""
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
SIGNED = ("signed_name", "capacity", "signed_on", "witness", "interpreter", "interpreter_signed", "kept_at")
"""What a consent keeps of the signing, in the order of its copy."""
KEPT = (*SIGNED, "read_aloud", "copy_given", "case", "named")
"""What a consent keeps of the answers as they are."""


class ReleaseForm(Entry):
    """A release, signed on the screen or on paper."""

    how = forms.ChoiceField(
        label=_("How it is signed"),
        widget=forms.RadioSelect,
        choices=[("screen", _("here, by a typed name")), ("paper", _("on paper, in these very words"))],
    )
    version = forms.CharField(widget=forms.HiddenInput)
    kept_at = forms.CharField(label=_("Where the paper is kept"), required=False, max_length=150)
    signed_on = forms.DateField(label=_("Date of the signature"), initial=timezone.localdate)
    read_aloud = forms.BooleanField(label=_("It was read aloud to the person"), required=False)
    interpreted = forms.ChoiceField(
        label=_("Was there an interpreter?"), widget=forms.RadioSelect, choices=[("no", _("no")), ("yes", _("yes"))]
    )
    interpreter = forms.CharField(label=_("Name of the interpreter, and the language"), required=False, max_length=200)
    signed_name = forms.CharField(label=_("Name of whoever signs, typed by them or as on the paper"), max_length=200)
    capacity = forms.CharField(
        label=_("If somebody signs for the person: by what right"), required=False, max_length=200
    )
    copy_given = forms.BooleanField(
        label=_("The person gets a copy"), help_text=_("Of the paper, or printed from the page that comes next.")
    )

    def __init__(self, *args: Any, release: str, language: str) -> None:
        super().__init__(*args)
        self.release, self.language, self.form = release, language, program().consents[release]
        self.parts = {f"part_{id_}": id_ for id_ in self.form.get("block_order") or self.form["blocks"]}
        self.fields = {**self._first(), **{name: self._part(id_) for name, id_ in self.parts.items()}, **self.fields}
        self.fields["version"].initial = self.form["version"]
        who = signers(self.person, self.form)
        self.fields["capacity"].required = not any(one.startswith("participant") for one in who)
        if (self.form.get("interpretation") or {}).get("interpreter_signs"):
            label = _("Signature of the interpreter, who read this form to the person in the language named")
            self.fields["interpreter_signed"] = forms.CharField(label=label, required=False, max_length=200)
        others = [worded(one) for one in who if one != "participant"]
        if others:
            label = _("Who else signs, and by what right")
            self.fields["witness"] = forms.CharField(label=label, help_text=", ".join(others), max_length=200)

    def _first(self) -> dict[str, forms.Field]:
        """What is asked before the parts: a clear head, the one case of a consent for proceedings, who is named."""
        asked: dict[str, forms.Field] = {}
        if self.form.get("sign_when") == "not_impaired":
            pairs = [("yes", _("yes, the person may sign")), ("no", _("no: high, drunk or too ill to decide"))]
            label = _("Is the person clear-headed now?")
            asked["clear"] = forms.ChoiceField(label=label, widget=forms.RadioSelect, choices=pairs)
        if self.form.get("covers") == consents.PROCEEDINGS:
            hint = _("This consent is for one case and nothing else (42 CFR 2.31(d)).")
            label = _("The case, with its number if it has one")
            asked["case"] = forms.CharField(label=label, help_text=hint, max_length=200)
            asked["named"] = forms.CharField(label=_("The lawyer, by name"), max_length=200)
        elif any(one in program().outside for block in self.form["blocks"].values() for one in block["recipients"]):
            asked["named"] = forms.CharField(label=_("Which person or office is told, by name"), max_length=200)
        return asked

    def _part(self, id_: str) -> forms.Field:
        label, *lines = self.form["languages"][self.language]["blocks"][id_].splitlines()
        text = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))
        if not self.form["blocks"][id_].get("may_be_struck"):
            return forms.BooleanField(label=_("I agree to the part “%(part)s”") % {"part": label}, help_text=text)
        pairs = [("initialed", _("I agree")), ("struck", _("struck out"))]
        return forms.ChoiceField(label=label, help_text=text, widget=forms.RadioSelect, choices=pairs)

    def clean(self) -> dict[str, Any]:
        """Ask for what belongs together, and name what 42 CFR 2.31 asks and the text has not."""
        cleaned = super().clean()
        if cleaned.get("clear") == "no":
            for name in [one for one in self.errors if one != "token"]:
                del self.errors[name]  # nothing else matters: nothing is signed now
            return cleaned
        for number, element in enumerate(ELEMENTS, 1):
            if not (self.form.get("elements") or {}).get(str(number)):
                missing = _("The text of this release has no word on: %(name)s (42 CFR 2.31).")
                self.add_error(None, missing % {"name": element})
        if cleaned.get("version") != self.form["version"]:
            self.add_error(None, _("The release has other words than the page that you sent. Read it again."))
        if cleaned.get("how") == "paper" and not cleaned.get("kept_at"):
            self.add_error("kept_at", _("Say where the signed paper is kept."))
        if cleaned.get("how") == "screen" and cleaned.get("signed_on") not in (None, timezone.localdate()):
            self.add_error("signed_on", _("Who signs here signs today."))
        if cleaned.get("interpreted") == "yes" and not cleaned.get("interpreter"):
            self.add_error("interpreter", _("Name the interpreter."))
        unsigned = "interpreter_signed" in self.fields and not cleaned.get("interpreter_signed")
        if cleaned.get("interpreted") == "yes" and unsigned:
            self.add_error("interpreter_signed", _("The interpreter signs, too."))
        return cleaned

    def work(self) -> str | None:
        """Keep what was signed, and lead to the copy of it; or keep that the person could not sign now."""
        answers = self.cleaned_data
        if answers.get("clear") == "no":
            self.happened(NOT_CLEAR, note=self.release)
            return None
        signed = consents.sign(
            self.person,
            self.release,
            language=self.language,
            blocks={id_: "initialed" if answers[name] is True else answers[name] for name, id_ in self.parts.items()},
            paper=answers["how"] == "paper",
            held_by=asker(self.request).agency,
            created_by=self.request.user,
            **{name: answers.get(name, "") for name in KEPT},
        )
        write(self.request, "changed", person=self.person.pk, thing="release")
        return reverse("care:signed", args=[signed.pk])


def signers(person: Person, form: dict[str, Any]) -> list[str]:
    """Who signs a release: of somebody who may be under the age that it names, whom it names for that."""
    young, age = form.get("youth") or {}, person.age(timezone.localdate())
    may_be = bool(young.get("under")) and (age is None or age < int(young["under"]))
    return list((young if may_be else form).get("signers") or [])


def asked_again(person: Person, release: str) -> datetime | None:
    """Until when nobody asks a person for a release, because they had no clear head."""
    wait = program().consents[release].get("recheck_after")
    times = [one.at for one in person.events.all() if one.kind == NOT_CLEAR and one.note == release]
    until = add(max(times), wait) if times and wait else None
    return until if until and until > timezone.now() else None


def spoken(language: str) -> str:
    """The language of the controls about a text: its own, where the service speaks that, or the one of the page."""
    return language if language in dict(settings.LANGUAGES) else translation.get_language() or settings.LANGUAGE_CODE


@asks(desk="care", purpose="coordination")
def release(request: HttpRequest, number: int, release: str, language: str) -> HttpResponse:
    """The words of a release, and its signature; a draft, or one that is not to be asked for now, is read only."""
    person, said = at_work(request, number), program().consents.get(release)
    words = (said or {}).get("languages", {}).get(language)
    if said is None or words is None:
        raise Http404
    wait = asked_again(person, release)
    told = {"person": person, "said": said, "words": words, "wait": wait, "language": language, "release": release}
    if words.get("draft") or (said.get("draft") and not person.is_demo) or wait:
        texts = [words["blocks"][id_] for id_ in said.get("block_order") or said["blocks"]]
        told["texts"] = texts
        return render(request, "care/release.html", told, status=422 if request.method == "POST" else 200)
    with translation.override(spoken(language)):
        form = ReleaseForm(request, person, release=release, language=language)
    told["spoken"] = spoken(language)
    return answer(request, "care/release.html", form, form.keep, **told)
