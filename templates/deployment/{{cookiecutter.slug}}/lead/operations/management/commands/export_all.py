"""``manage.py export_all``: everything that the service keeps, for the county that owns it, when it moves or ends."""

from __future__ import annotations

import csv
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import translation

from lead.audit.log import write
from lead.operations.sealing import private
from lead.pages.tables import cell
from lead.program import program
from lead.records.models import Person

APPS = ("records", "audit", "privacy")


class Command(BaseCommand):
    """Exports every record, as lines of JSON and as tables; who does it and why stands in the log of each person."""

    help = "Write everything into a new folder, as JSON lines and CSV. Passwords and second factors stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow the command."""
        parser.add_argument("folder")
        parser.add_argument("--reason", required=True, help="why, in a sentence; it stands in the log")
        spoken = program().languages
        parser.add_argument("--language", choices=spoken, default=spoken[0], help="of the headings of the tables")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        folder, reason = Path(options["folder"]), options["reason"].strip()
        if len(reason) < 20:
            raise CommandError("Say in a sentence why everything is exported.")
        try:
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise CommandError(f"The folder cannot be made: {error.strerror}.") from error
        write(None, "export", thing="export_all", basis="oversight", note=reason[:200])
        for number in Person.objects.order_by("pk").values_list("pk", flat=True):
            write(None, "export", person=number, thing="export_all", basis="oversight", note=reason[:200])
        notice = program().texts["notice"]["long"]
        with private(folder / "NOTICE.txt") as out:
            out.write("\n\n".join(notice) + "\n")
        with translation.override(options["language"]):
            counts = {
                model._meta.label_lower: _written(model, folder)
                for model in apps.get_models()
                if model._meta.app_label in APPS and model._meta.model_name != "once"
            }
        with private(folder / "counts.json") as out:
            out.write(json.dumps(counts, indent=1, sort_keys=True) + "\n")
        self.stdout.write(f"{sum(counts.values()):,} records of {len(counts)} kinds in {folder}.")


def _written(model: type[models.Model], folder: Path) -> int:
    """Write the records of a kind: the lines by the names of the fields, the table by what people call them."""
    names = [field.attname for field in model._meta.concrete_fields]
    label, written = model._meta.label_lower, 0
    with private(folder / f"{label}.jsonl") as lines, private(folder / f"{label}.csv") as table:
        writer = csv.writer(table)
        writer.writerow([str(field.verbose_name) for field in model._meta.concrete_fields])
        for row in model._base_manager.order_by("pk").values(*names).iterator():
            lines.write(json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True) + "\n")
            writer.writerow([_cell(row[name]) for name in names])
            written += 1
    return written


def _cell(value: Any) -> str:
    return cell(json.dumps(value, cls=DjangoJSONEncoder) if isinstance(value, dict | list) else value)
