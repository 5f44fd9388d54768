"""What is written down when somebody signs in, fails to, or signs out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.signals import password_changed
from allauth.account.signals import user_logged_in as came_in
from allauth.mfa.signals import authentication_failed
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.audit.log import write
from lead.audit.models import AuditEvent
from lead.pages.words import told

from .county import gave_factor
from .middleware import CHANGE, COUNTY_FACTOR
from .models import User

BEGAN = "began"
"""The key of a session under which it is kept when it began."""

RESETS_TOLD = timedelta(days=30)
"""For how long each sign-in tells of a reset: whoever made it cannot take the word of it away by signing in once."""
_RESETS = {
    "password_reset": _("Your password was reset on %(at)s. If you did not ask for it, tell your supervisor."),
    "factor_reset": _("Your second factor was reset on %(at)s. If you did not ask for it, tell your supervisor."),
}


@receiver(user_logged_in)
def _signed_in(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
    request.session[BEGAN] = request.session["seen"] = int(timezone.now().timestamp())
    User.objects.filter(pk=user.pk).update(last_seen=timezone.now())
    write(request, "sign_in", user=user)


@receiver(came_in)
def _came_in(sender: Any, request: HttpRequest, user: User, sociallogin: Any = None, **more: Any) -> None:
    request.session[COUNTY_FACTOR] = sociallogin is not None and gave_factor(sociallogin)
    request.session[CHANGE] = sociallogin is None and user.must_change
    since = timezone.now() - RESETS_TOLD
    resets = AuditEvent.objects.filter(action__in=_RESETS, note=user.username[:150], at__gte=since)
    for action, at in resets.values_list("action", "at"):
        messages.warning(request, _RESETS[action] % {"at": told(at)})


@receiver(password_changed)
def _changed(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
    User.objects.filter(pk=user.pk).update(must_change=False)
    request.session[CHANGE] = False
    write(request, "password_changed", user=user)


@receiver(user_logged_out)
def _signed_out(sender: Any, request: HttpRequest, user: User | None, **more: Any) -> None:
    if user is not None:
        write(request, "sign_out", user=user)


@receiver(user_login_failed)
def _failed(sender: Any, request: HttpRequest | None = None, **more: Any) -> None:
    write(request, "sign_in_failed", allowed=False)


@receiver(authentication_failed)
def _wrong_code(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
    write(request, "factor_failed", user=user, allowed=False)
