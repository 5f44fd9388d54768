"""An override file: one change to one clause, with who made it, when, why and from which text."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from leadkit.documents.overrides.codes import BAD_OVERRIDE
from leadkit.documents.template.clause_file import STATUSES, ClauseFile
from leadkit.documents.template.head import Head, with_head
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from leadkit.source.tree import Plain

_HASH = re.compile(r"[0-9a-f]{16}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TEXT = ("title", "when", "needs", "defines", "basis", "status")
_FIELDS = ("override", "target", "parent", "by", "on", "reason", "use", "id", *_TEXT)


class OverrideKind(StrEnum):
    """What becomes of the clause that an override names."""

    REPLACE = "replace"
    INSERT_AFTER = "insert-after"
    REMOVE = "remove"
    ALTERNATE = "alternate"

    @property
    def has_text(self) -> bool:
        """Whether the file holds the text of a clause."""
        return self in (OverrideKind.REPLACE, OverrideKind.INSERT_AFTER)


@dataclass(frozen=True, slots=True)
class Override:
    """A change to one clause as it was written.

    What is None was left out of the head; in a replaced clause it is then the target's.

    Attributes:
        file: Display name of the file.
        kind: What becomes of the target.
        target: Id of the clause; for a new clause, of the one that it follows.
        parent: Hash of the text that the change was made from, as :func:`parent_hash` gives it.
        by: Who made the change.
        on: When.
        reason: Why.
        use: Name of the alternate that stands in the target's place, or that a replaced text began from.
        id: Id of a new clause; empty elsewhere.
        title: Its heading.
        when: The expression that decides whether it is printed.
        needs: Fields without which it is left out of the draft.
        defines: The terms that it defines.
        basis: The law or principle that it rests on.
        status: ``mandatory``, ``default`` or ``optional``.
        body: Its Markdown; empty where the kind has no text.
        first_line: Line of the file on which the body begins.
    """

    file: str
    kind: OverrideKind
    target: str
    parent: str
    by: str
    on: date
    reason: str
    use: str = ""
    id: str = ""
    title: str | None = None
    when: str | None = None
    needs: tuple[str, ...] | None = None
    defines: tuple[str, ...] | None = None
    basis: str | None = None
    status: str | None = None
    body: str = ""
    first_line: int = 1


def read_override(text: str, file: str) -> Override:
    """Read an override file.

    Raises:
        ClauseError: It is not in the form that leadkit reads.
    """
    head = Head(text, file, "override", BAD_OVERRIDE)
    head.check(_FIELDS)
    kind = _kind(head)
    _check_fields(head, kind)
    return Override(
        file=file,
        kind=kind,
        target=head.required("target"),
        parent=_parent(head),
        by=head.required("by"),
        on=_day(head),
        reason=head.required("reason"),
        use=head.required("use") if kind is OverrideKind.ALTERNATE else head.text("use"),
        id=_new_id(head) if kind is OverrideKind.INSERT_AFTER else "",
        title=head.required("title") if _must_have_title(head, kind) else None,
        when=_text(head, "when"),
        needs=_texts(head, "needs"),
        defines=_texts(head, "defines"),
        basis=_text(head, "basis"),
        status=_status(head),
        body=head.body if kind.has_text else "",
        first_line=head.first_line,
    )


def write_override(override: Override) -> str:
    """The text of an override file, as :func:`read_override` reads it back."""
    fields: dict[str, Plain] = {
        "override": override.kind.value,
        "target": override.target,
        "parent": override.parent,
        "by": override.by,
        "on": override.on.isoformat(),
        "reason": override.reason,
    }
    fields |= {name: value for name, value in (("use", override.use), ("id", override.id)) if value}
    for name in _TEXT:
        value = getattr(override, name)
        if value is not None:
            fields[name] = list(value) if isinstance(value, tuple) else value
    return with_head(fields, override.body)


def parent_hash(clause: ClauseFile) -> str:
    """The hash of a clause over the parts that print: 16 hexadecimal digits.

    Its file, its basis and why it is there do not count, nor do empty lines around its text.
    """
    printed = [clause.title, clause.status, clause.when, clause.needs, clause.defines, clause.body.strip()]
    return hashlib.sha256(json.dumps(printed, ensure_ascii=False).encode()).hexdigest()[:16]


def _kind(head: Head) -> OverrideKind:
    word = head.required("override")
    if word not in tuple(OverrideKind):
        raise head.problem(f"{word} is no kind of override.", f"Use {', '.join(OverrideKind)}.")
    return OverrideKind(word)


def _check_fields(head: Head, kind: OverrideKind) -> None:
    """Refuse what the kind of the override has no place for; it would be passed over in silence."""
    unfit = {"use": kind in (OverrideKind.ALTERNATE, OverrideKind.REPLACE), "id": kind is OverrideKind.INSERT_AFTER}
    unfit |= dict.fromkeys(_TEXT, kind.has_text)
    for name, fits in unfit.items():
        if name in head.fields and not fits:
            raise head.problem(f"An override of the kind {kind} has no {name}.", f"Take {name} out.")
    if bool(head.body.strip()) != kind.has_text:
        if kind.has_text:
            raise head.problem("The override has no text yet.", "Write the clause below the head.")
        raise head.problem(f"An override of the kind {kind} has no text.", "Take the text out, or use replace.")


def _parent(head: Head) -> str:
    text = head.required("parent")
    if not _HASH.fullmatch(text):
        remedy = "Copy it from leadkit override DIR --document ID --list, or let leadkit override write the file."
        raise head.problem("parent is not the hash of a clause.", remedy)
    return text


def _day(head: Head) -> date:
    text = head.required("on")
    try:
        day = PartialDate.parse(text)
    except ValueError as error:
        raise head.problem(f"{text} is not a day.", f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    if not day.is_day:
        raise head.problem(f"{text} is not a day.", "Write the day as YYYY-MM-DD.")
    return day.first


def _new_id(head: Head) -> str:
    text = head.required("id")
    if not _ID.fullmatch(text):
        raise head.problem(f"{text} cannot be the id of a clause.", "Use small letters, digits and single hyphens.")
    return text


def _must_have_title(head: Head, kind: OverrideKind) -> bool:
    return kind is OverrideKind.INSERT_AFTER or "title" in head.fields


def _status(head: Head) -> str | None:
    status = _text(head, "status")
    if status is not None and status not in STATUSES:
        raise head.problem(f"{status} is not a status.", f"Use {', '.join(STATUSES)}.")
    return status


def _text(head: Head, name: str) -> str | None:
    return head.text(name) if name in head.fields else None


def _texts(head: Head, name: str) -> tuple[str, ...] | None:
    return head.texts(name) if name in head.fields else None
