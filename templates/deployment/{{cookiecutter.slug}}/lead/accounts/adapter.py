"""How allauth behaves here: nobody signs up, and no message names a person."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from lead.program import program


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the program's administrator (``manage.py account``)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send no mail about a sign-in: it would tell an address book who works with the program."""


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor."""

    def get_totp_issuer(self) -> str:
        """What an authenticator app calls the account."""
        return program().service_name

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send no mail, as above."""
