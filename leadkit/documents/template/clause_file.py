"""A clause file: its head in YAML, its body in Markdown."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.codes import LIBRARY
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.yaml_fields import yaml_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadkit.source.tree import Plain

_FENCE = "---"
STATUSES = ("mandatory", "default", "optional")
_FIELDS = ("id", "title", "status", "when", "needs", "defines", "basis", "why")


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """A clause as it was written.

    Attributes:
        file: Display name of the file.
        id: Id of the clause, the same in every program.
        title: Its heading; may hold ``{{ … }}``.
        status: ``mandatory`` (always printed), ``default`` (printed unless ``when`` is false) or ``optional``
            (printed only where ``when`` is true).
        when: The expression that decides whether it is printed; empty where nothing does.
        needs: Fields without which the clause is left out of the draft, with a box that says why.
        defines: The terms that it defines.
        basis: The law or principle that it rests on.
        why: Why an agreement has it, in plain words.
        body: Its Markdown.
        first_line: Line of the file on which the body begins.
    """

    file: str
    id: str
    title: str
    status: str
    when: str
    needs: tuple[str, ...]
    defines: tuple[str, ...]
    basis: str
    why: str
    body: str
    first_line: int


def read_clause(text: str, file: str) -> ClauseFile:
    """Read a clause file.

    Raises:
        ClauseError: The head is not in the form that leadkit reads.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise ClauseError(LIBRARY, "The clause has no head.", "Begin with --- and end the head with ---.", 1)
    end = lines.index(_FENCE, 1)
    head = yaml_fields("\n".join(lines[1:end]) + "\n", file, line=2)
    _check_names(head)
    status = _text(head, "status") or "default"
    when = _text(head, "when")
    _check_status(status, when)
    return ClauseFile(
        file=file,
        id=_required(head, "id"),
        title=_required(head, "title"),
        status=status,
        when=when,
        needs=_texts(head, "needs"),
        defines=_texts(head, "defines"),
        basis=_text(head, "basis"),
        why=_text(head, "why"),
        body="\n".join(lines[end + 1 :]),
        first_line=end + 2,
    )


def _check_names(head: Mapping[str, Plain]) -> None:
    for name in head:
        if name not in _FIELDS:
            near = difflib.get_close_matches(name, _FIELDS, 1)
            remedy = f"Write {near[0]}." if near else f"Use {', '.join(_FIELDS)}."
            raise ClauseError(LIBRARY, f"The head of a clause has no field {name}.", remedy, 1)


def _check_status(status: str, when: str) -> None:
    if status not in STATUSES:
        raise ClauseError(LIBRARY, f"{status} is not a status.", f"Use {', '.join(STATUSES)}.", 1)
    if status == "mandatory" and when:
        raise ClauseError(LIBRARY, "A mandatory clause has a when.", "Take it out, or make the status default.", 1)
    if status == "optional" and not when:
        raise ClauseError(LIBRARY, "An optional clause has no when.", "Say when it is printed.", 1)


def _required(head: Mapping[str, Plain], name: str) -> str:
    text = _text(head, name)
    if not text:
        raise ClauseError(LIBRARY, f"The head of the clause lacks {name}.", f"Add {name}.", 1)
    return text


def _text(head: Mapping[str, Plain], name: str) -> str:
    value = head.get(name)
    if value is None or isinstance(value, str):
        return (value or "").strip()
    raise ClauseError(LIBRARY, f"{name} is not a text.", f"Write {name} on one line.", 1)


def _texts(head: Mapping[str, Plain], name: str) -> tuple[str, ...]:
    value = head.get(name)
    if isinstance(value, str):
        return (value,)
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(str(each) for each in value)
    raise ClauseError(LIBRARY, f"{name} is not a list of texts.", f"Write {name} as [one, two].", 1)
