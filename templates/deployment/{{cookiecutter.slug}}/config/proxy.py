"""Who calls, where a proxy stands before the service and is the only one that reaches it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class Caller:
    """Takes the caller's address from the proxy; without it, all callers together would be one to what counts tries.

    A proxy writes whom it heard at the end of ``X-Forwarded-For``. What stands before that is the caller's own word.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the address where everything else looks for it."""
        if told := request.META.get("HTTP_X_FORWARDED_FOR", ""):
            request.META["REMOTE_ADDR"] = told.rpartition(",")[2].strip()[:45]
        return self.get_response(request)
