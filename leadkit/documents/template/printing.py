"""From a field of the program to the node that prints it."""

from __future__ import annotations

from collections.abc import Callable

from leadkit.documents.absence import Absent, Why
from leadkit.documents.codes import MISSING, UNPRINTABLE
from leadkit.documents.template import words
from leadkit.documents.template.about import about
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment, Recorder
from leadkit.documents.template.view import View, is_missing, path_of, raw_of, recorder_of
from leadkit.documents.text import printable
from leadkit.documents.tree.blocks import BOX_OF, Box
from leadkit.documents.tree.inline import Gap, Inline, Inlines, Open, Text

Format = Callable[[object], str | None]


def printed(view: View, form: Format = words.plain) -> Inline:
    """The node that prints a field: its value, or the gap that says why there is none.

    Raises:
        ClauseError: The field is a list or a section, or ``form`` cannot express its value.
    """
    recorder, path, raw = recorder_of(view), path_of(view), raw_of(view)
    if is_missing(raw):
        return _missing(path, recorder)
    text = form(raw)
    if text is None:
        raise ClauseError(
            UNPRINTABLE, f"The field {path} cannot be printed here in that form.",
            "Print one of its fields, or use a filter such as series for a list.",
        )  # fmt: skip
    return recorder.value(words.typographic(text), path)


def _missing(path: str, recorder: Recorder) -> Inline:
    found = open_at(path, recorder)
    if found is not None:
        return Gap(path, found)
    recorder.report(
        MISSING, f"The field {path} has no value, and nothing says why.",
        f"Give {path} a value, or say under open why it has none.", path=path,
    )  # fmt: skip
    return Text(f"[{path}]")


def open_at(path: str, recorder: Recorder) -> Open | None:
    """What the program says about the absent field at ``path``."""
    found = recorder.absences.absence(path)
    return None if found is None else _open(path, found, recorder)


def _open(path: str, absent: Absent, recorder: Recorder) -> Open:
    said_at = getattr(absent, "path", None)
    place = said_at if isinstance(said_at, str) and said_at else path
    return Open(
        path=place,
        why=Why(str(absent.why)),
        question=printable(words.typographic(absent.question or "")),
        owner=_owner(absent.owner),
        due=_due(absent.due),
        looked_in=tuple(printable(str(each)) for each in absent.looked_in or ()),
        adopted=printable(str(absent.adopted or "")),
        remark=printable(words.typographic(str(getattr(absent, "remark", None) or ""))),
        about=printable(about(place, recorder.program)),
    )


def _owner(owner: str | None) -> str:
    text = printable(str(owner or ""))
    return text if " " in text else words.label(text)


def _due(due: object) -> str:
    if due is None:
        return ""
    text = words.date_text(due) if isinstance(due, str) else words.plain(due)
    return printable(text or "")


def box(open_: Open) -> Box:
    """The box that tells the reader of a draft what is open, who decides it and by when."""
    lines: list[Inlines] = [(Text(_SENTENCE[open_.why](open_)),), *decider(open_)]
    if open_.remark:
        lines.append((Text(open_.remark),))
    lines.append((Text(f"Field: {open_.path}"),))
    return Box(BOX_OF[open_.why], tuple(lines), open_, open_.causes)


def decider(open_: Open) -> tuple[Inlines, ...]:
    """The line that says who decides and by when; none where there is nothing to decide, or neither is said."""
    if open_.why is not Why.UNDECIDED:
        return ()
    owner = f"Owner: {open_.owner}." if open_.owner else ""
    due = f"Due: {open_.due}." if open_.due else ""
    who = " ".join(part for part in (owner, due) if part)
    return ((Text(who),),) if who else ()


def _undecided(open_: Open) -> str:
    return open_.question or "The parties have not yet decided this."


def _undocumented(open_: Open) -> str:
    asked = open_.question or f"{open_.about}."
    looked = f" Searched: {', '.join(open_.looked_in)}." if open_.looked_in else ""
    return f"{asked} The sources searched do not say.{looked}"


def _not_in_force(open_: Open) -> str:
    return f"{open_.about}. What the program says of it holds on other days only."


def _none(open_: Open) -> str:
    by = f" (decision {open_.adopted})" if open_.adopted else ""
    asked = f"{open_.question} " if open_.question else ""
    return f"{asked}There is none, and that is a decision{by}, not an omission."


def _not_known(open_: Open) -> str:
    asked = f"{open_.question} " if open_.question else ""
    return f"{asked}What is known does not settle what held on the date of this document."


_SENTENCE: dict[Why, Callable[[Open], str]] = {
    Why.UNDECIDED: _undecided,
    Why.UNDOCUMENTED: _undocumented,
    Why.NONE: _none,
    Why.NOT_KNOWN_ON_DATE: _not_known,
    Why.NOT_IN_FORCE: _not_in_force,
}


def fragment_of(value: object, recorder: Recorder) -> Fragment:
    """What ``{{ value }}`` prints.

    Raises:
        ClauseError: It prints nothing.
    """
    if isinstance(value, Fragment):
        return value
    if isinstance(value, View):
        return Fragment((printed(value),))
    text = words.plain(value)
    if text is None:
        raise ClauseError(UNPRINTABLE, "An expression prints nothing.", "Print a field of the program.")
    return Fragment((recorder.value(text, ""),))
