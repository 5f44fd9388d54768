"""Finds a person by number for whoever may know of them; for everybody else there is nobody there."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from lead.audit.log import write
from lead.audit.reading import actor

from .models import Person

_MOST = 2**63 - 1
"""The greatest number that a database keeps."""


def person_or_404(request: HttpRequest, number: int) -> Person:
    """The person, if whoever asks may see anything of them.

    Raises:
        Http404: There is nobody, or nobody whom they may know of; the answer is the same.
    """
    known = Person.objects.filter(pk=number) if number <= _MOST else Person.objects.none()
    found: Person | None = known.for_actor(actor(request)).with_facts().first()
    if found is None:
        write(request, "person_denied", allowed=False, person=min(number, _MOST))
        raise Http404
    return found
