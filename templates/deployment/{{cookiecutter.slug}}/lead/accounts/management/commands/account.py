"""``manage.py account``: how the system's administrator, who sees no record, makes and closes accounts."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from axes.utils import reset
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.log import write


class Command(BaseCommand):
    """Makes, closes and helps accounts; every use is in the log."""

    help = (
        "add NAME --agency AGENCY --role ROLE [--role ROLE]; roles NAME --role ROLE [--role ROLE];"
        " close, open, reset-factor or reset-password NAME; idle"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("what", choices=["add", "roles", "close", "open", "reset-factor", "reset-password", "idle"])
        parser.add_argument("name", nargs="?", default="")
        parser.add_argument("--role", action="append", default=[], metavar="ROLE")
        parser.add_argument("--agency", default="")
        parser.add_argument("--email", default="", help="the address by which the county's sign-in knows them")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        what, name = options["what"], options["name"]
        if what == "add":
            self._add(name, options["role"], options["agency"], options["email"])
        elif what == "idle":
            for user in User.objects.dormant():
                self._close(user, "not used")
        else:
            found = User.objects.filter(username=name).first()
            if found is None:
                raise CommandError(f"There is no account {name}.")
            helps: dict[str, Callable[[User], None]] = {
                "roles": lambda user: self._roles(user, options["role"]),
                "close": self._close,
                "open": self._open,
                "reset-factor": self._factor,
                "reset-password": self._password,
            }
            helps[what](found)

    def _add(self, name: str, roles: list[str], agency: str, email: str) -> None:
        user = User(username=name, agency=agency, email=email)
        password = _password()
        user.set_password(password)
        self._given(user, roles)
        write(None, "account_added", note=name[:150])
        self.stdout.write(f"{name}: first password {password}. Hand it over by word of mouth.")

    def _roles(self, user: User, roles: list[str]) -> None:
        self._given(user, roles)
        _end_sessions(user)
        write(None, "roles_changed", note=f"{user.username}: {', '.join(roles)}"[:200])

    def _given(self, user: User, roles: list[str]) -> None:
        """Keep an account with its roles, the first of which its records name."""
        user.role, *user.also = roles or [""]
        try:
            user.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user.save()

    def _close(self, user: User, why: str = "closed") -> None:
        user.is_active = False
        user.save(update_fields=["is_active"])
        _end_sessions(user)
        write(None, "account_closed", note=f"{user.username[:150]}: {why}")

    def _open(self, user: User) -> None:
        user.is_active, user.last_seen = True, timezone.now()
        user.save(update_fields=["is_active", "last_seen"])
        reset(username=user.username)
        write(None, "account_opened", note=user.username[:150])

    def _factor(self, user: User) -> None:
        Authenticator.objects.filter(user=user).delete()
        _end_sessions(user)
        write(None, "factor_reset", note=user.username[:150])

    def _password(self, user: User) -> None:
        password = _password()
        user.set_password(password)
        user.save(update_fields=["password"])
        reset(username=user.username)
        _end_sessions(user)
        write(None, "password_reset", note=user.username[:150])
        self.stdout.write(f"{user.username}: new password {password}. Hand it over by word of mouth.")


def _password() -> str:
    return secrets.token_urlsafe(15)


def _end_sessions(user: User) -> None:
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
