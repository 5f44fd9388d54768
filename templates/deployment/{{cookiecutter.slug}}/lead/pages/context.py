"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from lead.audit.reading import actor
from lead.desks import tiles_of
from lead.program import program


def page(request: HttpRequest) -> dict[str, Any]:
    """The program, who asks, and the desks that they answer."""
    who = actor(request) if hasattr(request, "user") else None
    desks = list(tiles_of(who)) if who else []
    return {"program": program(), "actor": who, "desks": desks}
