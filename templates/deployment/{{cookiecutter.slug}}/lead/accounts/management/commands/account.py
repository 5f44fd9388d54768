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
        what, name = options["what"], options["name"]
        if what == "idle":
            for user in User.objects.dormant():
                managing.close(user, "not used")
        elif what == "add":
            try:
                _user, password = managing.add(name, options["role"], options["agency"], email=options["email"])
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error
            self.stdout.write(f"{name}: first password {password}. Hand it over by word of mouth.")
        else:
            found = User.objects.filter(username=name).first()
            if found is None:
                raise CommandError(f"There is no account {name}.")
            if what == "roles":
                try:
                    managing.give(found, options["role"])
                except ValidationError as error:
                    raise CommandError(" ".join(error.messages)) from error
            elif what in _HELPS:
                _HELPS[what](found)
            else:
                password = managing.reset_password(found)
                self.stdout.write(f"{name}: new password {password}. Hand it over by word of mouth.")
