"""``leadkit policy export``: the compiled rules of a program as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from leadkit.cli.options import folder_name, on_option, place_argument
from leadkit.cli.screen_batch import without_packages
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
@click.option("--tables", is_flag=True, help="Write also what is needed to screen tables of charges elsewhere.")
def export(place: str, out: Path, on: date | None, tables: bool) -> int:
    """Compile the rules of the program in DIR, and write them as data.

    policy.json holds the rules of one day with the facts that they ask, and tells from which day to which they hold.
    policy.schema.json is the JSON Schema of its form. The same program gives the same bytes.

    With --tables come parameters.csv, what each rule does to each offense; screen.sql, a query over a table of charges;
    sample.csv, charges that nobody committed; and expected.csv, what the query must count in them.
    """
    from leadkit.cli.deciding import decidable
    from leadkit.policy.batch import BatchError, exported
    from leadkit.policy.compile import compile_policy
    from leadkit.policy.writing import policy_json, policy_schema

    policy = compile_policy(decidable(place, on), on, name=folder_name(place))
    assert policy is not None
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        return say_unwritten(out, trouble, "Name a folder that you may write to.")
    files = {"policy.json": policy_json(policy), "policy.schema.json": policy_schema()}
    if tables:
        try:
            files |= exported(policy)
        except BatchError as wrong:
            raise click.UsageError(str(wrong)) from None
        except ModuleNotFoundError as lacking:
            raise without_packages(lacking) from None
    return max(write_file(out / name, text) for name, text in files.items())
