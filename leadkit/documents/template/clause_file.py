"""A clause file: its head in YAML, its body in Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.documents.codes import LIBRARY
from leadkit.documents.template.head import Head, with_head
from leadkit.documents.template.problem import ClauseError

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
    head = Head(text, file)
    head.check(_FIELDS)
    status = head.text("status") or "default"
    when = head.text("when")
    check_status(status, when)
    return ClauseFile(
        file=file,
        id=head.required("id"),
        title=head.required("title"),
        status=status,
        when=when,
        needs=head.texts("needs"),
        defines=head.texts("defines"),
        basis=head.text("basis"),
        why=head.text("why"),
        body=head.body,
        first_line=head.first_line,
    )


def write_clause(clause: ClauseFile) -> str:
    """The text of a clause file, as :func:`read_clause` reads it back."""
    values = {name: getattr(clause, name) for name in _FIELDS}
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}
    return with_head(fields, clause.body)


def check_status(status: str, when: str) -> None:
    """Refuse a status that is none, or that its ``when`` contradicts.

    Raises:
        ClauseError: It is so.
    """
    if status not in STATUSES:
        raise ClauseError(LIBRARY, f"{status} is not a status.", f"Use {', '.join(STATUSES)}.", 1)
    if status == "mandatory" and when:
        raise ClauseError(LIBRARY, "A mandatory clause has a when.", "Take it out, or make the status default.", 1)
    if status == "optional" and not when:
        raise ClauseError(LIBRARY, "An optional clause has no when.", "Say when it is printed.", 1)
