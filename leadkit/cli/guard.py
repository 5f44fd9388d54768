"""Run a command so that a fault of leadkit's own ends in a sentence and code 3, never in a traceback."""

from __future__ import annotations

import sys
import traceback

import click

from leadkit.diagnostic.own import OWN_FAULT

EXIT = 3
INTERRUPTED = 130


def run() -> int:
    """Run the command line; return the exit code."""
    from leadkit.cli.group import command

    _use_utf8()
    try:
        code = command.main(standalone_mode=False)
    except click.ClickException as usage:
        usage.show()
        return usage.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as fault:
        return _own_fault(fault)
    return code if isinstance(code, int) else 0


def _own_fault(fault: Exception) -> int:
    """Say that the fault is leadkit's, and where; the planner's text is not repeated, for it may be confidential."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{last.filename.replace(chr(92), '/').rsplit('leadkit/', 1)[-1]}, line {last.lineno}"
    click.echo(f"{OWN_FAULT.code} error: leadkit itself failed ({type(fault).__name__} in {where}).", err=True)
    click.echo("    This is not your mistake. Please report the line above and the command you ran.", err=True)
    return EXIT


def _use_utf8() -> None:
    """Windows gives a pipe the local code page; findings hold any character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
