"""Finds a person by number for whoever may know of them; for everybody else there is nobody there."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest

from lead.audit.log import write
from lead.audit.reading import actor

from .models import Person

_MOST = 2**63 - 1
"""The greatest number that the log keeps."""


def record_or_404(request: HttpRequest, asked: Any, number: int, action: str = "record_denied") -> Any:
    """A record of some, if whoever asks may see anything of it; a no is in the log.

    Raises:
        Http404: There is none, or none of which they may know; the answer is the same.
    """
    found = asked.filter(pk=number).for_actor(actor(request)).first()
    if found is None:
        write(request, action, allowed=False, thing=f"{asked.model._meta.model_name} {number}"[:80])
        raise Http404
    return found


def person_or_404(request: HttpRequest, number: int) -> Person:
    """The person, if whoever asks may see anything of them.

    Raises:
        Http404: There is nobody, or nobody whom they may know of; the answer is the same.
    """
    found: Person | None = Person.objects.filter(pk=number).for_actor(actor(request)).first()
    if found is None:
        write(request, "person_denied", allowed=False, person=min(number, _MOST))
        raise Http404
    return found
