"""What an officer's form becomes: a person, a referral, and charges that are held back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from lead.audit.reading import asker
from lead.desks.cases import decide, level, made, offences
from lead.program import program
from lead.records import charging
from lead.records.models import Referral

from .choosing import office
from .forms import ReferralForm


def referred(request: HttpRequest, form: ReferralForm) -> Referral:
    """Keep a referral. Of whoever says no, neither name nor birthday nor age is kept: only that an offer was made."""
    told: dict[str, Any] = form.cleaned_data
    entered: dict[str, Any] = {"held_by": asker(request).agency, "created_by": request.user}
    said: dict[str, Any] = {"status": Referral.Status.DECLINED}
    if form.accepts:
        said = {name: told[name] for name in ("place", "narrative")} | {"facts": form.facts()}
        said |= {"verbal_consent_at": _agreed_at(told["agreed_at"]), "verbal_consent_words": told["words"]}
    referral = made(
        request,
        {**({"name": told["name"], "born": told["born"]} if form.accepts else {}), **entered},
        ("referral", "offer", "acceptance" if form.accepts else "decline"),
        pathway=form.pathway,
        source="officer",
        referring_agency=asker(request).agency,
        area=told.get("area", ""),
        offences=told.get("offences", []),
        accepted=form.accepts,
        incident=told["incident"],
        complainant_wish=told.get("complainant", ""),
        **said,
        **entered,
    )
    if form.accepts:
        _hold(referral, entered)
        decide(request, referral)
    return referral


def _hold(referral: Referral, entered: dict[str, Any]) -> None:
    """Hold the charges back with the office that decides about them."""
    listed = offences(referral.pathway)
    for id_ in referral.offences if program().pathways[referral.pathway].get("needs_charge") else ():
        grade = level(listed[id_])
        decides = office(grade, referral.area)
        if decides:
            held = {**entered, "held_by": decides.agencies[0]}
            charging.hold(referral, office=decides.id, offence=id_, level=grade, **held)


def _agreed_at(told: Any) -> datetime:
    """The moment of a time of day that was not long ago."""
    now = timezone.localtime()
    moment = now.replace(hour=told.hour, minute=told.minute, second=0, microsecond=0)
    return moment if moment <= now + timedelta(minutes=5) else moment - timedelta(days=1)
