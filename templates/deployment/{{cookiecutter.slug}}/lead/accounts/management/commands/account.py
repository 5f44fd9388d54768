"""``manage.py account``: how the system's administrator, who sees no record, makes and closes accounts."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from lead.accounts import managing
from lead.accounts.models import User

_HELPS: dict[str, Callable[[User], None]] = {
    "close": managing.close,
    "open": managing.reopen,
    "reset-factor": managing.reset_factor,
}


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
        try:
            self._run(**options)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def _run(self, what: str, name: str, role: list[str], agency: str, email: str, **_: Any) -> None:
        if what == "idle":
            for user in User.objects.dormant():
                managing.close(user, "not used")
            return
        if what == "add":
            self._hand_over(name, managing.add(name, role, agency, email=email)[1])
            return
        found = User.objects.filter(username=name).first()
        if found is None:
            raise CommandError(f"There is no account {name}.")
        if what == "roles":
            managing.give(found, role)
        elif what == "reset-password":
            self._hand_over(name, managing.reset_password(found))
        else:
            _HELPS[what](found)

    def _hand_over(self, name: str, password: str) -> None:
        self.stdout.write(f"{name}: new password {password}. Hand it over by word of mouth.")
