"""How allauth behaves here: nobody signs up, and no message names a person."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.program import program

from .managing import close
from .models import User

_JUST_NOW = 300
"""For how many seconds after signing in the password is not asked again."""


def tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Which account somebody tries to sign in to: tries are counted for it, from wherever they come."""
    return str((credentials or {}).get("username") or request.POST.get("login") or "").strip().lower()


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the program's administrator (``manage.py account``)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponseBase | None:
        """Close an account that was not used for long; somebody at the program opens it again."""
        if user.is_dormant:
            close(user, "not used", request)
        answer: HttpResponseBase | None = super().pre_login(request, user, **kwargs)
        return answer

    def clean_password(self, password: str, user: User | None = None) -> str:
        """Refuse the password that the account has: somebody else may know it."""
        if user and user.pk and user.check_password(password):
            raise ValidationError(_("Choose another password than the one that you have."))
        return str(super().clean_password(password, user=user))

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask for the password again before sign-in is changed, but not right after it was given."""
        began = int(self.request.session.get("began", 0))
        long_ago = int(timezone.now().timestamp()) - began > _JUST_NOW
        return long_ago and bool(super().is_reauthentication_required(app=app))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send no mail about a sign-in: it would tell an address book who works with the program."""


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor."""

    def get_totp_issuer(self) -> str:
        """What an authenticator app calls the account."""
        return program().service_name

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send no mail, as above."""
