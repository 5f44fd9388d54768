"""``leadkit schema``: the schema that an editor checks a program's files with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from leadkit.cli.options import NewFile
from leadkit.cli.writing import write_file


@click.command(short_help="Write the schema that an editor checks a program's files with.")
@click.option("--out", type=NewFile(), help="Write it to this file.")
def command(out: Path | None) -> int:
    """Print the JSON Schema of a program's files, or write it to a file.

    Put this line at the top of a YAML file, and an editor that knows YAML completes and explains its fields:
    # yaml-language-server: $schema=leadkit.schema.json
    """
    from leadkit.model.schema import schema

    text = json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
    if out is not None:
        return write_file(out, text)
    click.echo(text, nl=False)
    return 0
