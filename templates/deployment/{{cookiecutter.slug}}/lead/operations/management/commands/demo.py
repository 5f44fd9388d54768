"""``manage.py demo``: invented people and an account for every role, on a machine of one's own."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from lead.accounts.models import User
from lead.audit.log import write
from lead.operations.inventing import Inventor, accounts
from lead.program import program
from lead.records.models import Person


class Command(BaseCommand):
    """Makes a demonstration; never where the service is in use."""

    help = "Make invented people and an account for every role. --codes prints the codes that sign in now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("--codes", action="store_true", help="only print the six digits of each account now")
        parser.add_argument("--address", default="http://127.0.0.1:8000/")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        if settings.PRODUCTION:
            raise CommandError("This is the production profile. Nothing invented is made here.")
        if Person._meta.db_table not in connection.introspection.table_names():
            raise CommandError("The database has no tables yet. First run: python manage.py migrate")
        if Person.objects.filter(is_demo=False).exists():
            raise CommandError("There are people in this database who were not invented. Nothing was made.")
        if not options["codes"]:
            self._make()
        self._list()
        self.stdout.write("\nA code is good for a minute. For new ones, in a second terminal, in this folder:")
        self.stdout.write("    .venv/bin/python manage.py demo --codes")
        self.stdout.write(f"Nobody here is real. Open {options['address']}")

    def _list(self) -> None:
        factors = Authenticator.objects.filter(user__email__endswith="@demo.invalid").order_by("user__username")
        wide = max((len(factor.user.username) for factor in factors), default=0) + 1
        self.stdout.write(f"\n{'account':{wide}} {'code now':9} secret for an authenticator app")
        for factor in factors:
            self.stdout.write(f"{factor.user.username:{wide}} {_code(factor.data['secret']):9} {factor.data['secret']}")

    @transaction.atomic
    def _make(self) -> None:
        password = f"demo-{secrets.token_hex(6)}"
        made: dict[str, User] = {}
        hashed = make_password(password)  # once: a slow hash for each of thirty accounts would take half a minute
        for name, role, agency in accounts():
            user, _new = User.objects.get_or_create(username=name, role=role, agency=agency)
            user.email, user.is_active = f"{role}@demo.invalid", True
            user.password = hashed
            user.save()
            if not Authenticator.objects.filter(user=user).exists():
                totp.TOTP.activate(user, totp.generate_totp_secret())
            made.setdefault(agency, user)
        if not Person.objects.exists():
            found = Inventor(made).all()
            write(None, "demo", note=f"{len(found)} people invented")
        self.stdout.write(f"{program().name}: {Person.objects.count()} invented people.")
        self.stdout.write(f"Password of every account: {password}")


def _code(secret: str) -> str:
    before_now_after = [*totp.yield_hotp_counters_from_time()]
    return str(totp.format_hotp_value(totp.hotp_value(secret, before_now_after[len(before_now_after) // 2])))
