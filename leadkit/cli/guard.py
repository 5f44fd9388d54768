"""Run a command so that a fault of leadkit's own ends in a sentence and code 3, never in a traceback."""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback
from typing import TextIO

import click

from leadkit.cli import exits
from leadkit.diagnostic.own import OWN_FAULT

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""Why output cannot be written; what is written to a named file has a finding of its own."""


def run() -> int:
    """Run the command line; return the exit code."""
    gc.set_threshold(50_000, 20, 100)  # classes and trees that live to the end would be searched for rubbish in vain
    from leadkit.cli.group import command
    from leadkit.report.terminal import clean

    _open_closed()
    _use_utf8()
    try:
        code = command.main(standalone_mode=False)
    except click.ClickException as usage:
        vars(usage)["message"] = clean(usage.message)  # it may repeat what was typed
        usage.show()
        return usage.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return exits.INTERRUPTED
    except SystemExit:  # click leaves so, and only so, where nobody reads the output any more
        return exits.UNHEARD
    except OSError as trouble:
        return _not_printed(trouble) if trouble.errno in _NO_ROOM else _own_fault(trouble)
    except Exception as fault:
        return _own_fault(fault)
    return code if isinstance(code, int) else 0


def _own_fault(fault: Exception) -> int:
    """Say that the fault is leadkit's, and where; the planner's text is not repeated, for it may be confidential."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{last.filename.replace(chr(92), '/').rsplit('leadkit/', 1)[-1]}, line {last.lineno}"
    click.echo(f"{OWN_FAULT.code} error: leadkit itself failed ({type(fault).__name__} in {where}).", err=True)
    click.echo("    This is not your mistake. Please report the line above and the command you ran.", err=True)
    return exits.OWN_FAULT


def _not_printed(trouble: OSError) -> int:
    """The output has no room: that is neither a finding nor a fault of leadkit's."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left in the buffer must not fail again at the end
    click.echo(f"The output could not be written: {trouble.strerror}.", err=True)
    return 1


def _open_closed() -> None:
    """A command started with its output closed is asked for its exit code alone."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  (it stays open to the end)


def _use_utf8() -> None:
    """Windows gives a pipe the local code page; findings hold any character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
