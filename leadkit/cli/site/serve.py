"""``leadkit site serve``: the site of programs on this machine, made anew on every save."""

from __future__ import annotations

import threading
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import on_option, places_argument, refuse_git
from leadkit.cli.site.common import language_option, languages, print_findings

if TYPE_CHECKING:
    from leadkit.site.serving.workshop import Workshop

_PAUSE = 0.1
"""Seconds between two looks at the files."""


@click.command(short_help="Show the site on this machine, and again on every save.")
@places_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8347, show_default=True, help="Where it listens.")
@on_option
@language_option
def serve(places: tuple[str, ...], port: int, on: date | None, language: str) -> int:
    """Show the site of each program in DIR to this machine, and show it anew whenever a file is saved.

    Where a program has errors, they stand at the top of the page, above the last good site. Nobody else can reach it,
    and nothing is kept. It has no search. Stop it with Ctrl+C.
    """
    import tempfile

    from leadkit.cli.out import folders_of
    from leadkit.site.serving.server import LOOPBACK, SiteServer
    from leadkit.site.serving.workshop import Workshop
    from leadkit.site.wanted import Wanted

    refuse_git(places)
    folders = {name: place for place, name in folders_of(places or (".",)).items()}
    with tempfile.TemporaryDirectory(prefix="leadkit-site-") as folder:
        workshop = Workshop(folders, Path(folder) / "site", Wanted(on, languages(language), search=False))
        try:
            server = SiteServer(workshop, port)
        except OSError as trouble:
            what = "may not be used by you" if isinstance(trouble, PermissionError) else "is taken"
            raise click.ClickException(f"Port {port} {what}: choose another with --port.") from None
        with server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            click.echo(
                f"The site is at http://{LOOPBACK}:{server.server_port}/ for this machine alone. Stop with Ctrl+C."
            )
            try:
                _watch(workshop)
            except KeyboardInterrupt:
                click.echo("Stopped.")
            finally:
                server.shutdown()
    return 0


def _watch(workshop: Workshop) -> None:
    """Make the site, and again after every change."""
    import gc

    from leadkit.cli.watch import state, watched

    gc.disable()  # what one making leaves behind is looked for when the page has been seen

    places = [*workshop.folders.values()]
    while True:
        folders, beside = watched(places, workshop.parsed)
        before = state(folders, beside)  # before they are read: a change while the site is made is a change
        begun = time.monotonic()
        programs = workshop.make()
        print_findings(workshop.errors, programs)
        if not workshop.errors:
            click.echo(f"Made in {time.monotonic() - begun:.1f} s.")
        gc.collect()
        while state(folders, beside) == before:
            time.sleep(_PAUSE)
