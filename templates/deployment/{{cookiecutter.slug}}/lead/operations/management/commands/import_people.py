"""``manage.py import_people``: people whom the program knew before; a dry run unless ``--enter`` is said."""

from __future__ import annotations

import csv
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lead.audit.log import write
from lead.operations.importing import enter, mapping, rows
from lead.operations.sealing import private
from lead.pages.tables import cell
from lead.program import program


class Command(BaseCommand):
    """Imports people."""

    help = (
        "Read people from a CSV file, by a mapping of fields to columns. Rows that are not right go to a rejects file."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("file")
        parser.add_argument("--mapping", required=True, help='a JSON file: {"name": "Full name", "born": "DOB"}')
        parser.add_argument("--agency", required=True, help="the agency that keeps these records, by its id")
        parser.add_argument("--rejects", required=True, help="where rows go that are not right")
        parser.add_argument("--enter", action="store_true", help="enter them; without it nothing is kept")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        agency = options["agency"]
        if agency not in program().agencies:
            raise CommandError(f"The agreement has no agency {agency}.")
        found = list(rows(Path(options["file"]), mapping(Path(options["mapping"])), agency))
        right, wrong = [one for one in found if not one.reason], [one for one in found if one.reason]
        with private(Path(options["rejects"])) as out:
            writer = csv.writer(out)
            writer.writerow(["row", "reason", *(found[0].cells if found else ())])
            for one in wrong:
                writer.writerow([one.number, one.reason, *(cell(value) for value in one.cells.values())])
        if options["enter"]:
            for person in enter(right, agency):
                write(None, "changed", person=person.pk, thing="imported")
        done = "entered" if options["enter"] else "right; nothing was kept, as --enter was not said"
        self.stdout.write(f"{len(right)} rows {done}. {len(wrong)} rejected: {options['rejects']}")
