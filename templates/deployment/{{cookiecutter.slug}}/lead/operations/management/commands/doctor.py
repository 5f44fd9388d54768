"""``manage.py doctor``: is all well? It ends with 0 where it is, 1 with warnings, 2 where something fails."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lead.operations.examining import EXAMINATIONS, FAILS, WARNS


class Command(BaseCommand):
    """Examines the service."""

    help = "Examine the service. Ends with 0 where all is well, 1 with warnings, 2 where something fails."
    requires_system_checks: Any = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        worst = set()
        for examine in EXAMINATIONS:
            name = examine.__name__.strip("_").replace("_", " ")
            try:
                found = list(examine())
            except Exception as error:  # an examination that breaks is itself a finding, and the others go on
                found = [(FAILS, f"{type(error).__name__}: {error}")]
            for level, text in found:
                worst.add(level)
                self.stdout.write(f"{level:6} {name}: {text}")
            if not found:
                self.stdout.write(f"well   {name}")
        raise SystemExit(2 if FAILS in worst else 1 if WARNS in worst else 0)
