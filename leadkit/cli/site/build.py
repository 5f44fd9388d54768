"""``leadkit site build``: programs as a site."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import json_option, on_option, places_argument
from leadkit.cli.site.common import language_option, languages, print_findings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.site.publishing import Published


@click.command(short_help="Build the site of one or several programs.")
@places_argument
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="OUT", help="The folder of the site.")
@on_option
@language_option
@click.option("--site-url", default="", metavar="URL", help="The address at which it will stand.")
@click.option("--search/--no-search", default=True, help="Whether it gets a search, for which Pagefind is needed.")
@click.option(
    "--workflow", type=click.Choice(["github", "gitlab"]), default=None, help="Whose pages publish it, from OUT."
)
@click.option("--papers/--no-papers", default=True, help="Whether the public papers stand on it; they take time.")
@click.option("--overwrite", is_flag=True, help="Overwrite files that were changed after they were written.")
@json_option
def build(
    places: tuple[str, ...], out: Path, on: date | None, language: str, site_url: str, search: bool,
    workflow: str | None, papers: bool, overwrite: bool, as_json: bool,
) -> int:  # fmt: skip
    """Build the site of each program in DIR, and put it into OUT.

    The pages are Markdown under OUT/docs, their HTML is under OUT/site. Several programs make one site, with a list and
    a comparison. A program with errors is not published, and OUT stays as it was. Files in OUT that leadkit did not
    write stay, and so does a file that somebody has changed.
    """
    from leadkit.cli.out import folders_of, refuse_sources
    from leadkit.model.load import load
    from leadkit.site.codes import EDITED
    from leadkit.site.publishing import publish
    from leadkit.site.wanted import Wanted

    folders = folders_of(places or (".",))
    refuse_sources(out.parent, dict.fromkeys(folders, out.name))
    wanted = Wanted(on, languages(language), _address(site_url), search, workflow or "", papers, overwrite)
    programs = {name: load(place) for place, name in folders.items()}
    published = publish(programs, out, wanted)
    _tell(published, programs, out, as_json)
    if not published.failed and not any(one.code == EDITED.code for one in published.findings):
        _remember(programs, out, as_json)
    return _code(published)


def _remember(programs: Mapping[str, Jurisdiction], out: Path, as_json: bool) -> None:
    """Keep what the command says once nothing has changed."""
    from leadkit.cli.cache import as_read, remember
    from leadkit.cli.looked_at import as_standing, as_trees
    from leadkit.resources import templates
    from leadkit.site.manifest import NAME

    read = [as_read(one.source) for one in programs.values()]
    there = [as_trees("", [str(out), str(templates())]), as_standing([str(out / NAME)])]
    remember([*read, *there], _unchanged(out, as_json), 0)


def _address(site_url: str) -> str:
    if site_url and not site_url.startswith(("https://", "http://")):
        raise click.BadParameter("An address begins with https://.", param_hint="--site-url")
    return site_url if not site_url or site_url.endswith("/") else f"{site_url}/"


def _code(published: Published) -> int:
    from leadkit.cli.exits import OWN_FAULT as FAULT
    from leadkit.diagnostic.own import OWN_FAULT

    if any(each.code == OWN_FAULT.code for each in published.findings):
        return FAULT
    return 1 if published.failed else 0


def _tell(published: Published, programs: Mapping[str, Jurisdiction], out: Path, as_json: bool) -> None:
    from leadkit.report.terminal import clean

    if published.unchanged:
        click.echo(_unchanged(out, as_json), nl=False)
    elif as_json:
        pages = [page.address.html for page in published.pages]
        told: dict[str, object] = {"unchanged": False, "pages": pages, "files": published.written}
        click.echo(_json(out, told, published.findings), nl=False)
    else:
        print_findings(published.findings, programs)
        if published.failed:
            click.echo(f"Nothing was published, because of what stands above: {clean(out.as_posix())} is as it was.")
        else:
            click.echo(f"Wrote {clean(out.as_posix())}: {len(published.pages)} pages, {published.written} files.")
            click.echo(f"Open {clean((out / 'site' / 'index.html').as_posix())} in a browser.")


def _unchanged(out: Path, as_json: bool) -> str:
    from leadkit.report.terminal import clean

    if as_json:
        return _json(out, {"unchanged": True, "pages": [], "files": 0}, ())
    return f"Nothing changed: {clean(out.as_posix())} is as it would be written.\n"


def _json(out: Path, told: dict[str, object], found: Sequence[Diagnostic]) -> str:
    import json

    from leadkit.report.json import JSON_VERSION, finding

    whole = {"version": JSON_VERSION, "out": out.as_posix(), **told, "findings": [finding(one) for one in found]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
