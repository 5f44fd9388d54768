"""What every command has in common: what a program may read is printed as JSON, and a day is named by one option."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from leadkit.cli.group import COMMANDS, command

NO_JSON = {
    "new": "a conversation",
    "policy export": "what it writes is JSON",
    "schema": "what it prints is JSON",
    "site serve": "it answers a browser until it is stopped",
}
"""The commands without ``--json``, each with the reason."""

DAYS = {"--on", "--on-old", "--effective"}
"""The options that name a day: of the program or of NEW, of OLD, and the one on which an amendment takes effect."""


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    with click.Context(group) as context:
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            assert found is not None
            if isinstance(found, click.Group):
                yield from _commands(found, f"{before}{name} ")
            else:
                yield f"{before}{name}", found


assert isinstance(command, click.Group)
FOUND = dict(_commands(command))
every = pytest.mark.parametrize("name", FOUND)


def _options(name: str) -> dict[str, click.Parameter]:
    return {option: each for each in FOUND[name].params for option in (*each.opts, *each.secondary_opts)}


def test_every_command_is_looked_at() -> None:
    assert {name.split()[0] for name in FOUND} == set(COMMANDS)
    assert set(NO_JSON) < set(FOUND)


@every
def test_what_a_program_may_read_is_printed_with_json(name: str) -> None:
    options = _options(name)
    assert ("--json" in options) is (name not in NO_JSON)
    forms = getattr(getattr(options.get("--format"), "type", None), "choices", ())
    if "json" in forms:
        assert (options["--json"].name, options["--json"].flag_value) == (options["--format"].name, "json")  # type: ignore[attr-defined]


@every
def test_a_day_is_named_by_one_option(name: str) -> None:
    assert {option for option, each in _options(name).items() if each.type.name == "date"} <= DAYS
