"""``manage.py restore_drill``: whether the latest backup can be had back. Run it every month."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lead.audit.log import write
from lead.operations.copying import backups, drill, unpack


class Command(BaseCommand):
    """Tries a backup, beside the service."""

    help = "Restore a backup into a scratch database, compare the counts, verify the log. --to FILE only decrypts it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("file", nargs="?", help="the backup; without it, the latest")
        parser.add_argument("--to", metavar="FILE", help="decrypt the database into this file")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        file = Path(options["file"]) if options["file"] else next(iter(backups()), None)
        if file is None or not file.is_file():
            raise CommandError("There is no such backup.")
        if options["to"]:
            if Path(options["to"]).exists():
                raise CommandError("There is a file of this name.")
            said = unpack(file, Path(options["to"]))
            write(None, "backup_decrypted", note=file.name)
            self.stdout.write(f"{said['vendor']}, log up to {said['head'].partition(':')[0]}")
            return
        counts = drill(file)
        write(None, "restore_drill", note=file.name)
        self.stdout.write(f"{file.name}: {sum(counts.values()):,} rows in {len(counts)} tables, the log is whole.")
