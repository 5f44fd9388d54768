"""``manage.py catalogs``: compiles the translations."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from lead.pages.catalogs import compile_all


class Command(BaseCommand):
    """Compiles every catalog of the service and of the county."""

    help = "Compile the translations (locale/*/LC_MESSAGES/django.po)."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        for folder in ("lead", "local"):
            for made in compile_all(settings.BASE_DIR / folder):
                self.stdout.write(str(made.relative_to(settings.BASE_DIR)))
