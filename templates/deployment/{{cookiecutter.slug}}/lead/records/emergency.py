"""A medical emergency opens what is needed, for an hour, and the privacy desk looks at it afterwards (42 CFR 2.51)."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lead.audit.log import write
from lead.audit.reading import actor
from lead.program import program

from .models import BreakGlass, Disclosure, Person

LEAST = 20
"""How many characters a reason has at least."""


def break_glass(request: HttpRequest, person: Person, reason: str, medic: str) -> BreakGlass:
    """Open a record in a medical emergency, and enter in the account who is told (42 CFR 2.51(c)).

    Args:
        request: The request.
        person: Whose record it is.
        reason: What the emergency is.
        medic: The medical personnel who are told, by name and office.

    Raises:
        PermissionDenied: Whoever asks is at no care desk.
        ValidationError: The reason is too short to be one.
    """
    who = actor(request)
    if who is None or "care" not in who.desks or who.user is None:
        write(request, "break_glass", allowed=False, person=person.pk)
        raise PermissionDenied
    if len(reason.strip()) < LEAST:
        raise ValidationError(_("Say in a sentence what the emergency is."))
    opened = BreakGlass.objects.create(person=person, by_id=who.user, reason=reason.strip())
    Disclosure.objects.create(
        person=person,
        category=program().groups.get("clinical") or "",
        recipient="medical-personnel",
        whom=medic,
        basis="medical_emergency",
        by_id=who.user,
    )
    write(request, "break_glass", person=person.pk, basis="medical_emergency")
    return opened
