"""``leadkit schema``: the schema that an editor checks a program's files with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from leadkit.cli.options import shows_colour


@click.command(short_help="Write the schema that an editor checks a program's files with.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
def command(out: Path | None) -> int:
    """Print the JSON Schema of a program's files, or write it to a file.

    Put this line at the top of a YAML file, and an editor that knows YAML completes and explains its fields:
    # yaml-language-server: $schema=leadkit.schema.json
    """
    from leadkit.model.schema import schema

    text = json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        return _written(out, text)
    return 0


def _written(out: Path, text: str) -> int:
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as trouble:
        from leadkit.documents.codes import NOT_WRITTEN
        from leadkit.report import text as report

        found = NOT_WRITTEN.at(
            message=f"{out.as_posix()} could not be written: {trouble.strerror or 'the system gives no reason'}.",
            remedy="Name a file in a folder that is there and that you may write to.",
        )
        click.echo(report.render([found], {}, colour=shows_colour()), nl=False, color=True)
        return 1
    from leadkit.report.terminal import clean

    click.echo(f"Wrote {clean(str(out))}")
    return 0
