"""``leadkit build``: the documents of one or several programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import click

from leadkit.cli.options import json_option, on_option, out_option, places_argument, shows_colour


@click.command(short_help="Build the documents of a program.")
@places_argument
@click.option(
    "--document",
    default="",
    metavar="LIST",
    help="The documents to build, by kind or as the program calls them; without it, all that it can have.",
)
@click.option(
    "--format",
    "form",
    default="docx,pdf,html,md",
    show_default=True,
    metavar="LIST",
    help="Some of docx, pdf, html, md.",
)
@out_option("Where the documents are written.")
@click.option("--overwrite", is_flag=True, help="Overwrite files that were changed after they were built.")
@on_option
@click.option("--verbose", is_flag=True, help="Name every file that is written, and every part that is left out.")
@json_option
def command(
    places: tuple[str, ...], document: str, form: str, out: Path, overwrite: bool, on: date | None, verbose: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Build the documents of each program in DIR, and tell what was written and what was left out.

    The files of a program are written to OUT/NAME, where NAME is the name of its folder, with a list of them in
    build.json and of the places to sign in signing.json. A program with errors is not built. What is open prints as a
    box that says so; what cannot be printed without it is left out, with the reason. A file that somebody has changed
    is left as it is.
    """
    from leadkit.cli.building import Wanted, build_programs
    from leadkit.cli.cache import remember
    from leadkit.cli.chosen import formats_of
    from leadkit.cli.out import folders_of, refuse_links, refuse_sources
    from leadkit.report.built import render_json, render_text

    formats = formats_of(form)
    folders = folders_of(places or (".",))
    documents = _documents(document, folders)
    refuse_links(out, folders.values())
    refuse_sources(out, folders)
    wanted = Wanted(tuple(documents), tuple(formats), on, overwrite)
    built = build_programs([(place, out / name) for place, name in folders.items()], wanted)
    outcomes = [each.outcome for each in built]
    told = render_json(outcomes) if as_json else render_text(outcomes, colour=shows_colour(), verbose=verbose)
    code = 1 if any(outcome.failed for outcome in outcomes) else 0
    if code == 0:
        remember([line for each in built for line in each.read], told, code)
    click.echo(told, nl=False, color=True)
    return code


def _documents(document: str, places: Iterable[str]) -> list[str]:
    """The documents that are asked for: by kind, or by what a program calls them."""
    from leadkit.cli.chosen import chosen
    from leadkit.documents.library import default_root, document_ids

    return chosen(document, chain(document_ids(default_root()), _listed(places)), "document")


def _listed(places: Iterable[str]) -> Iterator[str]:
    """What the programs call their documents; they are read only where a name is no kind."""
    from leadkit.model.load import load

    for place in places:
        program = load(place).resolve().program
        yield from program.documents if program else ()
