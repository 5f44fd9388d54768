"""Start leadkit: an unchanged program is answered from the cache before anything heavy is imported."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code.

    0: no errors. 1: errors, or warnings under ``--strict``. 2: the command was not used as its help says.
    3: a fault of leadkit's own.
    """
    try:
        sys.exit(_answered())
    except KeyboardInterrupt:  # while leadkit is still being imported
        sys.stderr.write("Stopped.\n")
        from leadkit.cli.exits import INTERRUPTED

        sys.exit(INTERRUPTED)


def _answered() -> int:
    from leadkit.cli.cache import answer

    known = answer(sys.argv[1:])
    if known is not None:
        return known
    from leadkit.cli.guard import run

    return run()


if __name__ == "__main__":
    main()
