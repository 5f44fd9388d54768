"""The versions of the format: the one that this leadkit reads, and the steps that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from leadkit.diagnostic import Code, Diagnostic
from leadkit.migrate.codes import NEWER_FORMAT, OLD_FORMAT
from leadkit.migrate.migration import Migration
from leadkit.source.overlay import VERSION
from leadkit.source.tree import Mapping, Text, find

CURRENT = 1
"""The version of the format that this leadkit reads."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The step from each older version to the next. There has been no other version yet."""

_NUMBER = re.compile(r"[0-9]{1,6}")


def version_text(root: Mapping) -> Text | None:
    """Where a folder, or a file, says its version; None where it does not, or says no number."""
    written = find(root, (VERSION,))
    return written if isinstance(written, Text) and _NUMBER.fullmatch(written.value or "") else None


def version_of(written: Text) -> int:
    """The version as a number."""
    return int(written.value or "")


def other_version(root: Mapping, place: str) -> Diagnostic | None:
    """The one finding about a folder written in another version than this leadkit reads; None for this version."""
    written = version_text(root)
    if written is None or version_of(written) == CURRENT:
        return None
    refusal = no_way(written, MIGRATIONS)
    return refusal or _found(OLD_FORMAT, written, f"Run: leadkit migrate {place}")


def no_way(written: Text, migrations: Iterable[Migration]) -> Diagnostic | None:
    """Why a version cannot be brought to this one; None where it can, or is this one.

    Args:
        written: The version.
        migrations: The steps that are known.
    """
    version, steps = version_of(written), {step.before for step in migrations}
    if version > CURRENT:
        return _found(NEWER_FORMAT, written, "Install a newer leadkit.")
    if not steps.issuperset(range(version, CURRENT)):
        return _found(OLD_FORMAT, written, f"No way leads from it to version {CURRENT}. Check the number.")
    return None


def _found(code: Code, written: Text, remedy: str) -> Diagnostic:
    number = version_of(written)
    message = f"This is written in version {number} of the format; this leadkit reads version {CURRENT}."
    return code.at(written.span, message=message, remedy=remedy, path=VERSION)
