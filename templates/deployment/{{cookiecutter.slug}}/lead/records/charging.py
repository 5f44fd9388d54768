"""The states of a charge that is held back, and who may move it on. A move that the agreement has not is refused."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.gate import Actor
from lead.program import program

from .models import Charge, Referral

HELD, FILED, ENDED = "held", "filed", "ended"
"""Held back; filed after all; ended as the agreement says: never filed, declined or dismissed."""

MOVES = {HELD: {FILED, ENDED}, FILED: {ENDED}}


class IllegalMoveError(ValidationError):
    """A charge cannot go from its state to the one that was asked for, or not by whoever asked."""


def handling(pathway: str, level: str, offence: str, area: str = "") -> dict[str, Any] | None:
    """How the agreement handles a charge: the entry that names most of what it is."""
    asked = {"pathways": pathway, "levels": level, "offences": offence, "areas": area}

    def fits(said: dict[str, Any]) -> bool:
        return all(not said.get(key) or value in said[key] for key, value in asked.items())

    fitting = [said for said in program().charges if fits(said)]
    return max(fitting, key=lambda said: sum(bool(said.get(key)) for key in asked), default=None)


def hold(referral: Referral, *, office: str, offence: str, level: str, **entered: Any) -> Charge:
    """Hold a charge back for a referral."""
    said = handling(referral.pathway, level, offence, referral.area)
    state = FILED if said and said.get("filing") == "filed_and_continued" else HELD
    about = {"person": referral.person, "referral": referral, "office": office, "offence": offence, "level": level}
    return Charge.objects.create(**about, handling=str(said["id"]) if said else "", state=state, **entered)


def move(charge: Charge, actor: Actor, state: str, note: str = "") -> Charge:
    """Move a charge on.

    Raises:
        IllegalMoveError: The agreement has no such move, or it is not this actor's to make.
    """
    if state not in MOVES.get(charge.state, ()):
        raise IllegalMoveError(
            _("A charge that is %(old)s cannot become %(new)s.") % {"old": charge.state, "new": state}
        )
    said = next((one for one in program().charges if one.get("id") == charge.handling), {})
    named = said.get("decided_by") or [charge.office]
    of_office = actor.standing and charge.office in {*actor.roles, actor.agency}
    if not (of_office and actor.is_named(named)):
        raise IllegalMoveError(_("Only the office that holds the charge decides about it."))
    if state == FILED and not note.strip():
        raise IllegalMoveError(_("Say on what ground the charge is filed after all."))
    charge.state, charge.note = state, note.strip()
    charge.decided_at, charge.decided_by = timezone.now(), actor.acting(named)
    charge.save(update_fields=["state", "note", "decided_at", "decided_by"])
    return charge
