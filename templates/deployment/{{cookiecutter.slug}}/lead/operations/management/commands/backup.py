"""``manage.py backup``: an encrypted copy of the database, every night."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lead.audit.log import write
from lead.operations.copying import back_up
from lead.operations.sealing import new_key


class Command(BaseCommand):
    """Backs the service up."""

    help = "Copy the database, encrypted, to where LEAD_BACKUP_TO says. Keep the key elsewhere than the backups."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("--keep", type=int, default=30, help="how many backups are kept")
        parser.add_argument("--new-key", metavar="FILE", help="make a key, and do nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        if options["new_key"]:
            try:
                new_key(Path(options["new_key"]))
            except OSError as error:
                raise CommandError(f"No key was made: {error.strerror}.") from error
            self.stdout.write("Note the key on paper, and lock it away: without it no backup can be had back.")
            return
        made = back_up(options["keep"])
        write(None, "backup", note=made.name)
        self.stdout.write(f"{made} ({made.stat().st_size:,} bytes)")
