"""An override laid over a text that may have changed since it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from leadkit.documents.overrides.file import Override, OverrideKind, parent_hash
from leadkit.documents.overrides.layer import parent_name
from leadkit.documents.overrides.merge import merge
from leadkit.documents.template.clause_file import ClauseFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 400
"""How many letters of a text a finding shows; leadkit deviations shows all of it."""
_UNKEPT = "The text that it was made from is not kept beside it."
_HEAD = ("title", "when", "needs", "defines", "basis", "status")


@dataclass(frozen=True, slots=True)
class Rebased:
    """What an override makes of a clause as it is now.

    Attributes:
        clause: The clause that prints; None where it is taken out.
        hash: The hash of the clause as it is now.
        accepted: The override made from the clause as it is now; None where it is up to date or in conflict.
        conflict: What cannot be merged, with both texts; empty where everything can.
    """

    clause: ClauseFile | None
    hash: str
    accepted: Override | None = None
    conflict: str = ""


def rebase(
    override: Override, now: ClauseFile, alternate: ClauseFile | None, parents: Mapping[str, ClauseFile]
) -> Rebased:
    """Lay an override over the clause that it was made from.

    Args:
        override: An override that replaces, removes or exchanges a clause.
        now: The clause that it was made from, as it is now.
        alternate: The alternate that it chooses.
        parents: The kept texts that overrides were made from, by ``TARGET-HASH``.
    """
    hash_ = parent_hash(now)
    clause = _plainly(override, now, alternate)
    if hash_ == override.parent:
        return Rebased(clause, hash_)
    if override.kind is OverrideKind.ALTERNATE:  # what was not chosen may change as it likes
        return Rebased(clause, hash_, replace(override, parent=hash_))
    before = parents.get(parent_name(override.target, override.parent))
    if before is not None and parent_hash(before) != override.parent:
        before = None  # somebody has changed the file that leadkit keeps
    if override.kind is OverrideKind.REMOVE:
        return Rebased(clause, hash_, conflict=_told("", now.body))
    if before is None:
        return Rebased(clause, hash_, conflict=f"{_UNKEPT} {_told(override.body, now.body)}")
    return _merged(override, before, now, hash_)


def resolved(override: Override, target: ClauseFile | None) -> ClauseFile:
    """The clause of an override; what its head leaves out is the target's."""
    head: dict[str, Any] = {name: value for name in _HEAD if (value := getattr(override, name)) is not None}
    place: dict[str, Any] = {"file": override.file, "body": override.body, "first_line": override.first_line}
    if target is not None:
        return replace(target, **place, **head)
    new = ClauseFile(override.file, override.id, "", "default", "", (), (), "", override.reason, "", 1)
    return replace(new, **place, **head)


def _plainly(override: Override, now: ClauseFile, alternate: ClauseFile | None) -> ClauseFile | None:
    if override.kind is OverrideKind.REMOVE:
        return None
    return alternate if override.kind is OverrideKind.ALTERNATE else resolved(override, now)


def _merged(override: Override, before: ClauseFile, now: ClauseFile, hash_: str) -> Rebased:
    both = merge(before.body.strip("\n"), override.body.strip("\n"), now.body.strip("\n"))
    apart = [*_heads_apart(override, before, now), *(_told(*each) for each in both.conflicts)]
    if apart:
        return Rebased(resolved(override, now), hash_, conflict=" ".join(apart))
    accepted = replace(_head_kept(override, before), parent=hash_, body=both.text)
    return Rebased(resolved(accepted, now), hash_, accepted)


def _heads_apart(override: Override, before: ClauseFile, now: ClauseFile) -> Iterator[str]:
    """Each field of the head that the override and the library have both changed, and not alike."""
    for name in _HEAD:
        ours, old, new = getattr(override, name), getattr(before, name), getattr(now, name)
        if ours not in (None, old, new) and new != old and name != "basis":
            yield f"{name}: {_told(_line(ours), _line(new))}"


def _head_kept(override: Override, before: ClauseFile) -> Override:
    """The override without the fields of its head that only repeat what it was made from."""
    same: dict[str, Any] = {name: None for name in _HEAD if getattr(override, name) == getattr(before, name)}
    return replace(override, **same)


def _line(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _told(ours: str, theirs: str) -> str:
    """Both texts, in one sentence."""
    return f"The text that it changes now {_says(theirs)}; this override {_says(ours)}."


def _says(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        return "takes it out"
    return f"says “{words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"
