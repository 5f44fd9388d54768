"""A session ends after thirty minutes of nothing and after twelve hours, and does nothing without a second factor."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from lead.gate import Actor

from .models import User

Next = Callable[[HttpRequest], HttpResponse]

# Where somebody without a second factor may go: to set it up, and out.
_OPEN = (
    "account_logout",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "set_language",
    "theme",
    "health",
    "locked",
)
CHANGE = "change_password"
"""The key of a session under which it is kept that somebody else knows the password."""
COUNTY_FACTOR = "county_factor"
"""The key of a session under which it is kept that the county's own sign-in asked for a second factor."""


def actor_of(request: HttpRequest) -> Actor | None:
    """Who asks, as the gate knows them."""
    user = request.user
    return user.actor(second_factor=has_factor(request)) if isinstance(user, User) else None


def has_factor(request: HttpRequest) -> bool:
    """Whether the account has a second factor, or the county asked for one.

    Allauth lets no account that has one sign in without giving it, by whichever way it came.
    """
    if not hasattr(request, "_has_factor"):
        kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        found = Authenticator.objects.filter(user_id=request.user.pk, type__in=kinds).exists()
        given = getattr(request, "session", {}).get(COUNTY_FACTOR, False)
        request._has_factor = found or given  # type: ignore[attr-defined]
    return bool(request._has_factor)  # type: ignore[attr-defined]


class IdleLock:
    """Ends a session that was idle, or that is old; the browser is told to leave the page then, too."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """End a session that is over, before anything is done in it."""
        if not request.user.is_authenticated:
            return self.get_response(request)
        now = int(timezone.now().timestamp())
        began, seen = (request.session.get(key, 0) for key in ("began", "seen"))
        if now - seen >= settings.SESSION_COOKIE_AGE or now - began >= settings.SESSION_AT_MOST.total_seconds():
            logout(request)
            return HttpResponseRedirect(reverse("locked"))
        request.session["seen"] = now
        response = self.get_response(request)
        response.headers.setdefault("Refresh", f"{settings.SESSION_COOKIE_AGE}; url={reverse('locked')}")
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class SecondFactor:
    """Leads whoever has no second factor to where it is set up, and then who was given a password to choose another."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let nobody in who has something to set up first."""
        first = _first(request) if request.user.is_authenticated else ()
        open_ = {reverse(name) for name in (*_OPEN, *first)}
        if not first or request.path in open_ or request.path.startswith(settings.STATIC_URL):
            return self.get_response(request)
        return HttpResponseRedirect(reverse(first[0]))


def _first(request: HttpRequest) -> tuple[str, ...]:
    """The page that comes before all others, and what else is open meanwhile."""
    if not has_factor(request):
        return ("mfa_activate_totp",)
    return ("account_change_password", "mfa_view_recovery_codes") if request.session.get(CHANGE) else ()
