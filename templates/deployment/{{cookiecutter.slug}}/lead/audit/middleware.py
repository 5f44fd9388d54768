"""No page leaves before the log holds what it shows."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from .reading import log_shown

Next = Callable[[HttpRequest], HttpResponse]


class ReadingLog:
    """Writes what a page showed into the log, before the page is sent; where that fails, the page is not sent."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the page leave once the log has it."""
        response = self.get_response(request)
        if getattr(request, "_shown", None):
            with transaction.atomic():
                log_shown(request)
        return response
