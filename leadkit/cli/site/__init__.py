"""``leadkit site``: the public site of programs."""

from __future__ import annotations

import click

from leadkit.cli.site.build import build
from leadkit.cli.site.serve import serve


@click.group(short_help="Publish programs as a site that everybody reads.")
def command() -> None:
    """Publish programs as a site that everybody reads.

    The site shows what a program lets the public read, and nothing else. mkdocs builds it, also without leadkit.
    """


for each in (build, serve):
    command.add_command(each)
