"""What is written down when somebody signs in, fails to, or signs out."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import user_logged_in as came_in
from allauth.mfa.signals import authentication_failed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from lead.audit.log import write

from .county import gave_factor
from .middleware import COUNTY_FACTOR
from .models import User

BEGAN = "began"
"""The key of a session under which it is kept when it began."""


@receiver(user_logged_in)
def _signed_in(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    request.session[BEGAN] = request.session["seen"] = int(timezone.now().timestamp())
    User.objects.filter(pk=user.pk).update(last_seen=timezone.now())
    write(request, "sign_in", user=user)


@receiver(came_in)
def _came_in(sender: Any, request: HttpRequest, sociallogin: Any = None, **_: Any) -> None:
    request.session[COUNTY_FACTOR] = sociallogin is not None and gave_factor(sociallogin)


@receiver(user_logged_out)
def _signed_out(sender: Any, request: HttpRequest, user: User | None, **_: Any) -> None:
    if user is not None:
        write(request, "sign_out", user=user)


@receiver(user_login_failed)
def _failed(sender: Any, request: HttpRequest | None = None, **_: Any) -> None:
    write(request, "sign_in_failed", allowed=False)


@receiver(authentication_failed)
def _wrong_code(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    write(request, "factor_failed", user=user, allowed=False)
