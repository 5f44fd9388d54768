"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from lead.audit.reading import actor
from lead.desks import tiles_of
from lead.program import program


def page(request: HttpRequest) -> dict[str, Any]:
    """The program, who asks, the desks that they answer, and what the county's own sign-in is called, if it is on."""
    who = actor(request) if hasattr(request, "user") else None
    desks = list(tiles_of(who)) if who else []
    return {"program": program(), "actor": who, "desks": desks, "county": settings.OIDC_NAME}
