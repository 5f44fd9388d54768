"""``manage.py account``: how the system's administrator, who sees no record, makes and closes accounts."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from lead.accounts import managing
from lead.accounts.models import User

_HELPS: dict[str, tuple[Callable[[User], None], str]] = {
    "close": (managing.close, "closed, and signed out everywhere."),
    "open": (managing.reopen, "open again."),
    "reset-factor": (managing.reset_factor, "no second factor any more; the next sign-in sets up another."),
}


class Command(BaseCommand):
    """Makes, closes and helps accounts; every use is in the log."""

    help = (
        "add NAME --agency AGENCY --role ROLE [--role ROLE]; roles NAME --role ROLE [--role ROLE];"
        " close, open, reset-factor or reset-password NAME; list"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("what", choices=["add", "roles", "reset-password", "list", *_HELPS])
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
        if what == "list":
            for user in User.objects.order_by("username"):
                state = "open" if user.is_active else "closed"
                self.stdout.write(f"{user.username}: {', '.join(user.roles)} at {user.agency}, {state}")
            return
        if what == "add":
            self._hand_over(name, managing.add(name, role, agency, email=email)[1])
            return
        found = User.objects.filter(username=name).first()
        if found is None:
            raise CommandError(f"There is no account {name}.")
        if what == "roles":
            managing.give(found, role)
            self.stdout.write(f"{name}: {', '.join(role)}, and signed out everywhere.")
        elif what == "reset-password":
            self._hand_over(name, managing.reset_password(found))
        else:
            help_, done = _HELPS[what]
            help_(found)
            self.stdout.write(f"{name}: {done}")

    def _hand_over(self, name: str, password: str) -> None:
        self.stdout.write(f"{name}: new password {password}. Hand it over by word of mouth.")
