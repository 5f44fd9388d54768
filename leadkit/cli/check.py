"""``leadkit check``: every finding about one or several programs."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import NewFile, json_form_option, on_option, places_argument, shows_colour
from leadkit.cli.writing import add_to_file, write_file
from leadkit.report.forms import FORMS

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Silenced
    from leadkit.documents.overrides.looked_over import LookedOver
    from leadkit.model.load import Jurisdiction
    from leadkit.report.report import Report

_FORMS = f"How to print the findings: {'; '.join(f'{form}, {use}' for form, use in FORMS.items())}."


@click.command(short_help="Check a program and list every finding.")
@places_argument
@on_option
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", metavar="FORM", help=_FORMS)
@json_form_option
@click.option("--out", type=NewFile(), help="Write them to this file.")
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option("--watch", "watched", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
def command(places: tuple[str, ...], on: date | None, form: str, out: Path | None, strict: bool, watched: bool) -> int:
    """Check programs and list every finding, with the line it is on and what to do about it.

    DIR is the folder of a program, or git:REV:FOLDER for a folder as it was at a revision. Without DIR the current
    folder is checked. A program is checked as it stood on every day on which something in it begins.
    """
    if form == "github" and out is not None:
        raise click.UsageError("A workflow reads --format github from the output: leave out --out.")
    if watched:
        from leadkit.cli.watch import watch

        watch(places or (".",), lambda: _check(places, on, form, out, strict))
    return _check(places, on, form, out, strict)


def _check(places: tuple[str, ...], on: date | None, form: str, out: Path | None, strict: bool) -> int:
    from leadkit.check.held_back import holding_back
    from leadkit.check.run import checked
    from leadkit.check.schema_copy import copies
    from leadkit.cli.cache import as_read, remember
    from leadkit.cli.looked_at import as_lying, as_trees
    from leadkit.model.load import load
    from leadkit.report.forms import render
    from leadkit.report.report import Report

    found: list[Diagnostic] = []
    silenced: list[Silenced] = []
    first: list[Diagnostic] = []
    files: dict[str, str] = {}
    read: list[str | None] = []
    for place in places or (".",):  # one program at a time, so that a hundred take no more memory than one
        jurisdiction = load(place)
        read += [as_read(jurisdiction.source), as_lying(copies(jurisdiction.source))]
        here = checked(jurisdiction, on)
        overrides = _overrides(jurisdiction, on)
        if overrides.folders:
            read.append(as_trees("", overrides.folders))
        found.extend((*here.found, *overrides.found))
        silenced.extend(here.silenced)
        first.extend(holding_back(jurisdiction, here.found, on))
        files.update(jurisdiction.source.files if here.found else dict.fromkeys(jurisdiction.source.files, ""))
    report = Report(found, files, silenced, strict=strict, colour=out is None and shows_colour(), mend_first=first)
    code = 1 if report.failed else 0
    printed = render(form, report)
    if out is not None:
        return max(code, write_file(out, printed))
    if form == "github":
        return max(code, _annotated(report, printed))
    remember(read, printed, code)  # never what is written to a file as well: an answer from the cache writes none
    click.echo(printed, nl=False, color=True)
    return code


def _overrides(jurisdiction: Jurisdiction, on: date | None) -> LookedOver:
    """What is wrong with the clauses of a program's own, which is a matter of documents."""
    from leadkit.documents.overrides.looked_over import LookedOver, look_over

    source = jurisdiction.source
    unnamed = not all(map(_is_text, source.folders))
    if source.incomplete or source.base or unnamed:  # what lies in a folder whose name is no text is not found by it
        return LookedOver()
    return look_over(jurisdiction.resolve(on))


def _is_text(name: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _annotated(report: Report, printed: str) -> int:
    """Print the annotations, and add every finding to the summary of the job, where there is one."""
    from leadkit.report.github import summary

    click.echo(printed, nl=False)
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    return add_to_file(Path(file), summary(report)) if file else 0
