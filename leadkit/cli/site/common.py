"""What the commands for a site have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction

language_option = click.option(
    "--language", default="en,es", show_default=True, metavar="LIST", help="The languages of its pages."
)


def languages(written: str) -> tuple[str, ...]:
    """The languages that are asked for, in the order of a site."""
    from leadkit.cli.chosen import chosen
    from leadkit.site.words import LANGUAGES

    asked = chosen(written, LANGUAGES, "language")
    return tuple(each for each in LANGUAGES if each in asked)


def print_findings(found: Sequence[Diagnostic], programs: Mapping[str, Jurisdiction]) -> None:
    """Print findings with their lines."""
    from leadkit.cli.options import shows_colour
    from leadkit.report import text
    from leadkit.report.report import Report

    files = {name: content for one in programs.values() for name, content in one.source.files.items()}
    if found:
        click.echo(text.render(Report(found, files, colour=shows_colour())), nl=False, color=True)
