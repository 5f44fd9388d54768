"""From a field of the program to the node that prints it."""

from __future__ import annotations

from leadkit.documents.absence import Absent, Why
from leadkit.documents.codes import MISSING, UNPRINTABLE
from leadkit.documents.template import words
from leadkit.documents.template.about import about
from leadkit.documents.template.language import Format, said
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment, Recorder
from leadkit.documents.template.view import View, is_missing, path_of, raw_of, recorder_of
from leadkit.documents.text import printable
from leadkit.documents.tree.blocks import BOX_OF, Box
from leadkit.documents.tree.inline import Gap, Inline, Inlines, Open, Text
from leadkit.documents.words import FIRST, words_of


def printed(view: View, form: Format = words.plain) -> Inline:
    """The node that prints a field: its value, or the gap that says why there is none.

    Raises:
        ClauseError: The field is a list or a section, or ``form`` cannot express its value.
    """
    recorder, path, raw = recorder_of(view), path_of(view), raw_of(view)
    if is_missing(raw):
        return _missing(path, recorder)
    text, language = said(raw, form, recorder.language)
    if text is None:
        raise ClauseError(
            UNPRINTABLE, f"The field {path} cannot be printed here in that form.",
            "Print one of its fields, or use a filter such as series for a list.",
        )  # fmt: skip
    if language and (own := translated(text, recorder)):
        return recorder.value(words.typographic(own), path)
    return recorder.value(words.typographic(text), path, language=language)


def translated(text: str, recorder: Recorder) -> str:
    """What a text of the program is in the language of the document; a filter may have taken its period away."""
    key = printable(words.typographic(text))
    return recorder.texts.get(key, "") or recorder.texts.get(f"{key}.", "").removesuffix(".")


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
        due=_due(absent.due, recorder.language),
        looked_in=tuple(printable(str(each)) for each in absent.looked_in or ()),
        adopted=printable(str(absent.adopted or "")),
        remark=printable(words.typographic(str(getattr(absent, "remark", None) or ""))),
        about=printable(about(place, recorder.program)) if recorder.language == FIRST else "",
        language=recorder.language,
    )


def _owner(owner: str | None) -> str:
    text = printable(str(owner or ""))
    return text if " " in text else words.label(text)


def _due(due: object, language: str) -> str:
    if due is None:
        return ""
    text, _ = said(due, words.dated, language)
    return printable(text or "")


def box(open_: Open) -> Box:
    """The box that tells the reader of a draft what is open, who decides it and by when."""
    lines: list[Inlines] = [_sentence(open_), *decider(open_)]
    if open_.remark:
        lines.append((_quoted(open_.remark, open_),))
    lines.append((Text(words_of(open_.language).field.format(open_.path)),))
    return Box(BOX_OF[open_.why], tuple(lines), open_, open_.causes)


def decider(open_: Open) -> tuple[Inlines, ...]:
    """The line that says who decides and by when; none where there is nothing to decide, or neither is said."""
    if open_.why is not Why.UNDECIDED:
        return ()
    own = words_of(open_.language)
    owner = own.owner.format(open_.owner) if open_.owner else ""
    due = own.due.format(open_.due) if open_.due else ""
    who = " ".join(part for part in (owner, due) if part)
    return ((Text(who),),) if who else ()


def _quoted(text: str, open_: Open) -> Text:
    """What the program says of an absence, in the language in which it is written."""
    return Text(text, "" if open_.language == FIRST else FIRST)


def _sentence(open_: Open) -> Inlines:
    """What is open, and what that means."""
    own, asked = words_of(open_.language), open_.question
    if open_.why is Why.UNDECIDED:
        return (_quoted(asked, open_) if asked else Text(own.not_decided),)
    if open_.why is Why.UNDOCUMENTED:
        looked = f" {own.searched.format(', '.join(open_.looked_in))}" if open_.looked_in else ""
        return _after(asked or _about(open_), f"{own.sources_silent}{looked}", open_)
    if open_.why is Why.NOT_IN_FORCE:
        return _after(_about(open_), own.not_in_force, open_)
    if open_.why is Why.NONE:
        by = own.by_decision.format(open_.adopted) if open_.adopted else ""
        return _after(asked, own.decided_none.format(by), open_)
    return _after(asked, own.not_known, open_)


def _about(open_: Open) -> str:
    return f"{open_.about}." if open_.about else ""


def _after(asked: str, told: str, open_: Open) -> Inlines:
    """A sentence after the question that it answers, which is in the language of the program."""
    if not asked or open_.language == FIRST:
        return (Text(" ".join(part for part in (asked, told) if part)),)
    return (_quoted(asked, open_), Text(f" {told}"))


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
