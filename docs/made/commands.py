"""The page on every option of every command, from the texts that ``--help`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from leadkit.cli.group import command

HEAD = """# Options of the commands

What `leadkit COMMAND --help` prints, for each.
What each command is for, and where it is told, is in the list of [commands](commands.md).
"""


def pages() -> dict[str, str]:
    """The page, by its address."""
    root = click.Context(command, info_name="leadkit")
    return {"reference/options.md": "\n".join([HEAD, *_inside(command, root, "##")])}


def _inside(group: click.Group, context: click.Context, mark: str) -> Iterator[str]:
    for name in group.list_commands(context):
        one = group.get_command(context, name)
        assert one is not None
        inner = click.Context(one, parent=context, info_name=name)
        yield from _command(one, inner, mark)
        if isinstance(one, click.Group):
            yield from _inside(one, inner, f"{mark}#")


def _command(one: click.Command, context: click.Context, mark: str) -> Iterator[str]:
    yield f"{mark} `{context.command_path}`\n"
    yield f"```text\n{context.command_path} {' '.join(one.collect_usage_pieces(context))}\n```\n"
    yield f"{cleandoc(one.help or '')}\n"
    records = [record for each in one.get_params(context) if (record := each.get_help_record(context))]
    told = [(names, says) for names, says in records if says and "--help" not in names]
    yield from (f"- `{names}`: {says}" for names, says in told)
    yield ""
