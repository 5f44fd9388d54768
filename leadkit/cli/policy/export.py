"""``leadkit policy export``: the compiled rules of a program as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from leadkit.cli.options import folder_name, on_option, place_argument
from leadkit.cli.writing import say_unwritten, write_file


@click.command("export", short_help="Write policy.json and its schema.")
@place_argument
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Write the files into this folder; it is made if it is not there.",
)
@on_option
def export(place: str, out: Path, on: date | None) -> int:
    """Compile the rules of the program in DIR, and write them as data.

    policy.json holds the rules of one day with the facts that they ask, and tells from which day to which they hold.
    policy.schema.json is the JSON Schema of its form. The same program gives the same bytes.
    """
    from leadkit.model.load import load
    from leadkit.policy.compile import compile_policy
    from leadkit.policy.writing import policy_json, policy_schema
    from leadkit.report.terminal import clean

    policy = compile_policy(load(place), on, name=folder_name(place))
    if policy is None:
        named = clean(place)
        click.echo(f"The rules of {named} cannot be read whole. Run: leadkit check {named}", err=True)
        return 1
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        return say_unwritten(out, trouble, "Name a folder that you may write to.")
    files = {"policy.json": policy_json(policy), "policy.schema.json": policy_schema()}
    return max(write_file(out / name, text) for name, text in files.items())
