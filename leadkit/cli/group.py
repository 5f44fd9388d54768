"""The ``leadkit`` command and its list of commands."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from leadkit.version import VERSION

COMMANDS = {
    "amend": "Write the amendment that turns one version of an agreement into another.",
    "analyze": "Find rules that never matter, and offenses or people that no rule lets in.",
    "build": "Build the documents of a program.",
    "check": "Check a program and list every finding.",
    "deploy": "Make the service of a program, and keep it up to date.",
    "deviations": "Show every clause that differs from the model, word by word, with the reason.",
    "diff": "Compare two versions of a program: every kind of case that they decide differently.",
    "explain": "Explain a code such as LK301, or a field such as agreement.term.",
    "fix": "Repair the slips that have one plain repair.",
    "import": "Add agencies or services from a spreadsheet to a program.",
    "law": "Look up offenses, exclusion sets and legal limits in the catalogues.",
    "migrate": "Bring a program written for an older leadkit up to date.",
    "new": "Begin a program: answer questions, and get a first draft of its folder.",
    "override": "Begin a change to one clause: a file with the model's text, to be edited.",
    "policy": "Write the rules of a program as data that other systems read.",
    "redline": "Show what differs between two versions of a document, as tracked changes.",
    "review": "Take what counsel changed in a document into a program.",
    "schema": "Write the schema that an editor checks a program's files with.",
    "screen": "Decide a case by the rules of a program, and say why.",
    "show": "Show a program as leadkit understands it, with where each value comes from.",
    "site": "Publish programs as a site that everybody reads.",
    "status": "Tell who has signed, what is due, and which papers are out of date.",
    "test": "Decide the scenarios of a program, and tell which are not decided as expected.",
}
"""Each command and its help: a command's module is imported only when the command is run."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is used."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of a name; its module has the same name, as far as Python allows, and calls it ``command``."""
        if name not in COMMANDS:
            return None
        module = f"{name}_" if iskeyword(name) else name
        command = import_module(f"leadkit.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest one."""
        name = arguments[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(context, arguments)
        from leadkit.diagnostic import nearest

        meant = nearest(name, COMMANDS)
        return context.fail(f"There is no command {name!r}." + (f" Did you mean {meant!r}?" if meant else ""))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="leadkit")
def command() -> None:
    """Describe a diversion program in YAML; get its agreement and the annexes to it."""
