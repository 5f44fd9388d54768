"""Signing a release and taking it back. What 42 CFR 2.31 asks of a consent is asked here, and again on every use."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.program import program

from .clocks import add
from .models import Consent, Event, Person, Revocation

PROCEEDINGS = "part2_proceedings"
"""What a consent covers that is for one case and combined with nothing (42 CFR 2.31(d))."""

TOLD = "recipients_told"
"""The event that those whom a consent named were told that it was taken back; its note is the revocation."""


def sign(person: Person, release: str, **said: Any) -> Consent:
    """Keep a release that a person signed.

    Args:
        person: The person.
        release: The release, by its id.
        said: The fields of a consent; held_by and created_by among them.

    Raises:
        ValidationError: Something that a consent must have is missing; each message names what.
    """
    form = program().consents.get(release)
    if form is None:
        raise ValidationError(_("The program has no such release."))
    missing = list(_missing(person, form, said))
    if missing:
        raise ValidationError(missing)
    said |= {"version": form.get("version") or "", "signed": snapshot(form, said["language"])}
    said.setdefault("expires_on", _expires_on(form, said["signed_on"]))
    said.setdefault("expires_event", _expires_event(form))
    consent = Consent.objects.create(person=person, release=release, **said)
    _happened(consent, "release_signed", said.get("created_by"))
    return consent


def snapshot(form: dict[str, Any], language: str) -> dict[str, Any]:
    """A release as it is signed now: its words in the language in which they are shown, and whom each name means.

    The paper names the agencies that a role or a body stands for; another agency that takes it over was not named.
    """
    named = {one for block in form["blocks"].values() for one in (*block["disclosers"], *block["recipients"])}
    held = {one: sorted(program().held_by(one)) for one in sorted(named)}
    return {**form, "languages": {language: form["languages"].get(language)}, "held": held}


def _missing(person: Person, form: dict[str, Any], said: dict[str, Any]) -> list[str]:
    words = form.get("languages", {}).get(said["language"])
    today, under = timezone.localdate(), (form.get("youth") or {}).get("under")
    found = [
        (not person.name.strip(), _("The person's name is missing.")),
        (bool(under) and person.age(today) is None, _("Who signs depends on the age. Enter the date of birth first.")),
        (words is None, _("The release has no text in this language.")),
        (bool(words and words.get("draft")), _("The text in this language is a draft. Nobody signs a draft.")),
        (
            bool(form.get("draft")) and not person.is_demo,
            _("The program has not adopted this release. Nobody signs a draft."),
        ),
        (not str(said.get("signed_name", "")).strip(), _("The signature is missing.")),
        (said.get("signed_on") is None, _("The date of the signature is missing.")),
        (bool(said.get("signed_on") and said["signed_on"] > today), _("The date of the signature is still to come.")),
        (not said.get("copy_given"), _("Give the person a copy, and say that you did.")),
        (form.get("covers") == PROCEEDINGS and not said.get("case", "").strip(), _("The case is missing.")),
        (not _agreed(form, said.get("blocks") or {}), _("Every part is struck: nothing is left to sign.")),
    ]
    return [text for wrong, text in found if wrong]


def _agreed(form: dict[str, Any], marks: dict[str, str]) -> bool:
    """Whether any part stands."""
    return any(marks.get(id_) == "initialed" for id_ in form.get("blocks", {}))


def _expires_on(form: dict[str, Any], signed_on: date) -> date | None:
    expiry = form.get("expiry") or {}
    if expiry.get("on"):
        return date.fromisoformat(expiry["on"])
    length = expiry.get("length")
    if not isinstance(length, dict):
        return None
    noon = timezone.make_aware(datetime.combine(signed_on, time(12)))
    return timezone.localdate(add(noon, length))


def _expires_event(form: dict[str, Any]) -> str:
    return str((form.get("expiry") or {}).get("event") or "")


def revoke(consent: Consent, *, user: Any = None, **said: Any) -> Revocation:
    """Take a consent back: for one recipient, one part, or as a whole. It holds from this moment on."""
    taken = Revocation.objects.create(consent=consent, **said)
    _happened(consent, "release_revoked", user)
    return taken


def tells(block: dict[str, Any]) -> list[str]:
    """Whom a part tells; where it goes both ways, all that it names."""
    return [*block["recipients"], *(block["disclosers"] if block.get("both_ways") else ())]


def to_tell(taken: Revocation) -> tuple[list[str], datetime | None]:
    """Whom to tell that a release was taken back, and by when, where the agreement says so.

    Whoever was told by what is taken back, and whom the agreement names; a part that was struck told nobody.
    """
    form = program().consents.get(taken.consent.release) or {}
    said, parts = form.get("revocation") or {}, taken.consent.signed.get("blocks", {}).items()
    stood = [one for id_, one in parts if taken.block in ("", id_) and not taken.consent.is_struck(id_)]
    told = {taken.recipient} if taken.recipient else {one for block in stood for one in tells(block)}
    within = said.get("recipients_told_within")
    return sorted(told.union(said.get("told_to") or ())), add(taken.at, within) if within else None


def _happened(consent: Consent, kind: str, user: Any) -> None:
    entered = {"held_by": consent.held_by, "by": user, "created_by": user}
    Event.objects.create(person=consent.person, referral=consent.person.referral(), kind=kind, **entered)
