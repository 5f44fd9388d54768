"""``leadkit deploy new``: the repository of a program's service."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from leadkit.cli.deploy.common import errors_of, print_findings, print_json, refused, tell_of_papers
from leadkit.cli.options import folder_name, json_option, on_option, place_argument, refuse_git


@click.command(short_help="Make the repository of a program's service.")
@place_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="OUT",
    help="The folder of the repository: a new one, or an empty one.",
)
@click.option("--papers/--no-papers", default=True, help="Whether the program's papers are built for it.")
@on_option
@json_option
def new(place: str, out: Path, papers: bool, on: date | None, as_json: bool) -> int:
    """Make the repository of the service of the program in DIR, and write it to OUT.

    It holds a Django project, the program's rules and its sharing matrix as data, its papers for the public and the
    partners, and the program itself under program/. What the county adds of its own goes into local/, which leadkit
    never writes again. A program with errors makes no service.

    With git installed, the repository has two branches: leadkit/generated, which leadkit alone writes and from which
    leadkit deploy update merges, and main.
    """
    from leadkit.deploy.compile.digest import digest_of
    from leadkit.deploy.render import render
    from leadkit.deploy.repository import begin
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import load
    from leadkit.report.terminal import clean
    from leadkit.version import VERSION

    refuse_git([place])
    if out.resolve().is_relative_to(Path(place).resolve()):
        raise click.UsageError(
            "The service would lie in the folder of the program, and its records with it: name another."
        )
    jurisdiction, name = load(place), folder_name(place)
    errors = errors_of(jurisdiction, on)
    if errors:
        return refused(errors, as_json, jurisdiction, "No service was made, because the program has errors.")
    tell_of_papers(papers)
    rendered = render(jurisdiction, on, name=name, papers=papers, cores=os.cpu_count() or 1)
    digest = digest_of(jurisdiction.source, name)
    begun = begin(rendered, out, f"leadkit {VERSION}; agreement {digest[:8]}")
    if isinstance(begun, Diagnostic):
        return refused([begun], as_json)
    if as_json:
        files = {"out": out.as_posix(), "files": [*rendered.files], "history": begun, "agreement": digest}
        print_json({**files}, rendered.findings)
        return 0
    print_findings(rendered.findings, jurisdiction)
    click.echo(f"Wrote {clean(out.as_posix())}: {len(rendered.files)} files.")
    if not begun:
        click.echo("git is not installed here: the folder has no history, and updates cannot be merged.")
    click.echo("Next: read its README.md, and run: make demo")
    return 0
