"""``manage.py audit verify`` and ``audit head``."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lead.audit.log import faults
from lead.audit.models import AuditEvent
from lead.operations.copying import noted_head


class Command(BaseCommand):
    """Tells whether the log is as it was written."""

    help = (
        "verify: whether the log is as it was written. head: what to note elsewhere, so that its end cannot be cut off."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("what", choices=["verify", "head"])
        said = "what `audit head` printed at an earlier time; without it, what was noted with the last backup"
        parser.add_argument("--head", metavar="NUMBER:DIGEST", help=said)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        if options["what"] == "head":
            last = AuditEvent.objects.order_by("-number").first()
            self.stdout.write(f"{last.number}:{last.digest}" if last else "0:")
            return
        head = _noted(options["head"]) or noted_head()
        found = list(faults(head))
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError("The log was tampered with.")
        self.stdout.write(f"{AuditEvent.objects.count()} entries, each as it was written.")
        if head is None:
            self.stdout.write(
                "No end was noted with a backup: nobody can tell whether entries after the last are gone."
            )


def _noted(text: str | None) -> tuple[int, str] | None:
    number, _colon, digest = (text or "").partition(":")
    if not text or not digest:
        return None
    if not number.isdecimal():
        raise CommandError("--head is a number, a colon and a digest, as `audit head` prints them.")
    return int(number), digest
