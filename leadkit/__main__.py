"""Start leadkit: an unchanged program is answered from the cache before anything heavy is imported."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code.

    0: no errors. 1: errors, or warnings under ``--strict``. 2: the command was not used as its help says.
    3: a fault of leadkit's own.
    """
    from leadkit.cli.cache import answer

    known = answer(sys.argv[1:])
    if known is not None:
        sys.exit(known)
    from leadkit.cli.guard import run

    sys.exit(run())


if __name__ == "__main__":
    main()
