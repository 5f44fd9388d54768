"""Reads people from a table that another system wrote. A row that is not right is handed back with the reason."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import transaction

from lead.pages.forms import hidden
from lead.program import program
from lead.records.models import Enrollment, Person

FIELDS = ("name", "aliases", "born", "languages", "contact", "safe_contact", "opened", "closed")
MOST = 20_000
ISO = "%Y-%m-%d"
DATES = 'year-month-day, such as 1980-02-03; where the table has another form, say it with "date" in the mapping'


@dataclass(frozen=True)
class Row:
    """A row as it stands, and what it was read as, or why it was not."""

    number: int
    cells: dict[str, str]
    said: dict[str, Any]
    reason: str = ""


def mapping(file: Path) -> dict[str, str]:
    """Which column holds which field: {"name": "Full name", "born": "DOB"}; a date may have a form, "date": "%m/%d/%Y".

    Raises:
        CommandError: It is no such file.
    """
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"The mapping cannot be read: {error}") from error
    if not isinstance(held, dict) or not set(held) <= {*FIELDS, "date"} or "name" not in held:
        raise CommandError(f"The mapping gives each field its column; `name` is needed. Fields: {', '.join(FIELDS)}.")
    return {str(name): str(column) for name, column in held.items()}


def rows(file: Path, columns: dict[str, str], agency: str) -> Iterator[Row]:
    """Every row of a table, each with what is wrong with it.

    Raises:
        CommandError: The table cannot be read, or has not the columns.
    """
    seen = {(one.name.casefold(), one.born) for one in Person.objects.all()}
    form = columns.get("date", ISO)
    wanted = {name: column for name, column in columns.items() if name != "date"}
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            table = csv.DictReader(source, strict=True)
            if missing := set(wanted.values()) - set(table.fieldnames or ()):
                raise CommandError(f"The table has no column {', '.join(sorted(missing))}.")
            for number, cells in enumerate(table, 2):
                if number > MOST + 1:
                    raise CommandError(f"The table has more than {MOST:,} rows. Divide it.")
                yield _row(number, cells, wanted, form, agency, seen)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"The table cannot be read: {error}") from error


def _row(number: int, cells: Any, wanted: dict[str, str], form: str, agency: str, seen: set[Any]) -> Row:
    told = {str(name): str(value or "") for name, value in cells.items() if name is not None}
    if (shown := {name: _seen(value) for name, value in told.items()}) != told:
        return Row(number, shown, {}, "It holds hidden control characters; they are written out here. Take them out.")
    if None in cells or None in cells.values():
        return Row(number, told, {}, "The row has more or fewer cells than the first one.")
    said: dict[str, Any] = {name: told[column].strip() for name, column in wanted.items()}
    try:
        for name in {"born", "opened", "closed"} & set(said):
            said[name] = datetime.strptime(said[name], form).date() if said[name] else None
            if said[name] and not date(1900, 1, 1) <= said[name] <= date.today():
                raise ValidationError(f"{name}: this day cannot be.")
        if not said["name"]:
            raise ValidationError("name: it is missing.")
        if said.get("closed") and (not said.get("opened") or said["closed"] < said["opened"]):
            raise ValidationError("closed: it is before opened, or opened is missing.")
        person = {name: value for name, value in said.items() if name not in ("opened", "closed")}
        Person(**person, held_by=agency).clean_fields(exclude=["created_by"])
    except ValidationError as error:
        return Row(number, told, {}, " ".join(error.messages))
    except ValueError:
        expected = DATES if form == ISO else f'as "date" of the mapping says ({form})'
        return Row(number, told, {}, f"A date is not {expected}.")
    key = (said["name"].casefold(), said.get("born"))
    if key in seen:
        return Row(number, told, {}, "Somebody of this name and date of birth is there.")
    seen.add(key)
    return Row(number, told, said)


def _seen(text: str) -> str:
    """A text with its control characters written out: they hide or turn around what stands there."""
    return text.translate({ord(one): f"\\u{ord(one):04x}" for one in filter(hidden, {*text})})


@transaction.atomic
def enter(found: list[Row], agency: str) -> list[Person]:
    """Enter the rows that are right: the person, and that they were taken in where the row says when."""
    if agency not in program().agencies:
        raise CommandError(f"The agreement has no agency {agency}.")
    made = []
    for row in found:
        opened, closed = row.said.pop("opened", None), row.said.pop("closed", None)
        person = Person.objects.create(**row.said, held_by=agency)
        if opened:
            status = Enrollment.Status.CLOSED if closed else Enrollment.Status.ACTIVE
            person.enrollments.create(held_by=agency, opened=opened, closed=closed, status=status)
        made.append(person)
    return made
