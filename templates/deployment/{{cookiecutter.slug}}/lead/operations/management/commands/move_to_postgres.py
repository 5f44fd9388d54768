"""``manage.py move_to_postgres``: from SQLite, where a service began, to PostgreSQL."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from lead.operations.moving import move


class Command(BaseCommand):
    """Moves the service to another database."""

    help = (
        "Copy everything from SQLite into an empty PostgreSQL database, compare the counts, and verify the log."
        " Stop the service first. A password stands in DATABASE_PASSWORD_FILE, never in the address."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("address", help="the new database, as in DATABASE_URL: postgresql:///lead")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        moved = move(options["address"])
        self.stdout.write(f"{sum(moved.values()):,} rows in {len(moved)} tables came over, and the log is whole.")
        self.stdout.write(
            "Set DATABASE_URL to the new database, start the service, and destroy the old file after a month."
        )
