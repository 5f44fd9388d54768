"""The codes of shape: a field, a word or a form that the model does not know."""

from __future__ import annotations

from leadkit.diagnostic import Code, Diagnostic, Severity, Span

UNKNOWN_FIELD = Code(
    "LK201",
    "unknown-field",
    Severity.ERROR,
    "A field that this kind of object does not have.",
    "A misspelled field would be ignored by many tools, and the agreement would be printed without it. leadkit knows "
    "every field, so an unknown one is a mistake. Remarks of your own go into a field named notes, or one that begins "
    "with x-.",
    "agencies:\n  sampleton-police:\n    leagl_name: Sampleton Police Department\n",
    "agencies:\n  sampleton-police:\n    legal_name: Sampleton Police Department\n",
)
MISSING_FIELD = Code(
    "LK202",
    "missing-field",
    Severity.ERROR,
    "An object lacks a field without which it makes no sense.",
    "Some objects say nothing without one of their fields: an agency without its legal name cannot sign or be named. "
    "Such a field cannot be left open either.",
    "agencies:\n  harbor-clinic:\n    type: treatment_provider\n",
    "agencies:\n  harbor-clinic:\n    legal_name: Harbor Clinic\n    type: treatment_provider\n",
)
UNKNOWN_WORD = Code(
    "LK203",
    "unknown-word",
    Severity.ERROR,
    "A word that is not one of the choices of its field.",
    "Documents, rules and the service are chosen by these words, so each must be one that leadkit knows.",
    "agencies:\n  sampleton-police:\n    type: polise\n",
    "agencies:\n  sampleton-police:\n    type: police\n",
)
WRONG_FORM = Code(
    "LK204",
    "wrong-form",
    Severity.ERROR,
    "A value that cannot be read as what its field holds.",
    "Amounts, dates, times and yes-or-no answers end up in an agreement about people's liberty. leadkit reads them in "
    "one form only and never guesses.",
    "program:\n  as_of: 11/24/2026\n",
    "program:\n  as_of: 2026-11-24\n",
)
EMPTY_VALUE = Code(
    "LK205",
    "empty-value",
    Severity.ERROR,
    "A field with nothing after it.",
    "An empty value may mean not decided, not known or none. These are different statements, and the documents print "
    "them differently, so say which under open.",
    "agencies:\n  sampleton-police:\n    legal_name:\n",
    "agencies:\n  sampleton-police:\n    legal_name: Sampleton Police Department\n",
)
WRONG_KIND = Code(
    "LK206",
    "wrong-kind",
    Severity.ERROR,
    "A single value where fields or a list are wanted, or the other way round.",
    "Usually a line is indented one level too little or too much, so that it belongs to something else.",
    "agencies:\n- sampleton-police\n",
    "agencies:\n  sampleton-police:\n    legal_name: Sampleton Police Department\n",
)
UNKNOWN_SECTION = Code(
    "LK207",
    "unknown-section",
    Severity.ERROR,
    "A section that a program does not have.",
    "Every field at the left margin names a section of the program. A section under another name would be lost.",
    "agencys:\n  sampleton-police:\n    legal_name: Sampleton Police Department\n",
    "agencies:\n  sampleton-police:\n    legal_name: Sampleton Police Department\n",
)
BAD_ID = Code(
    "LK208",
    "bad-id",
    Severity.ERROR,
    "An id with characters that an id cannot have.",
    "An id is for life: it names bookmarks in the agreement and records in the service, so it is kept to letters, "
    "digits, and single hyphens, underscores or dots between them.",
    "agencies:\n  Sampleton Police:\n    legal_name: Sampleton Police Department\n",
    "agencies:\n  sampleton-police:\n    legal_name: Sampleton Police Department\n",
)
TOO_LONG = Code(
    "LK209",
    "too-long",
    Severity.ERROR,
    "A text that is longer than its field can hold.",
    "Names and titles are printed in headings, tables and signature blocks. What needs more room has a field of its "
    "own for a sentence or more.",
    "agencies:\n  sampleton-police:\n    legal_name: " + "A very long name " * 30 + "\n",
    "agencies:\n  sampleton-police:\n    legal_name: Sampleton Police Department\n",
)
INCOMPLETE = Code(
    "LK210",
    "fields-do-not-fit",
    Severity.ERROR,
    "Fields of one object that do not fit together.",
    "Some fields make sense only beside another: a value other needs the words for what it is, and a range needs its "
    "smaller number first.",
    "agencies:\n  downtown-association:\n    legal_name: Downtown Association\n    type: other\n",
    "agencies:\n  downtown-association:\n    legal_name: Downtown Association\n    type: bid\n",
)

CODES = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    UNKNOWN_WORD,
    WRONG_FORM,
    EMPTY_VALUE,
    WRONG_KIND,
    UNKNOWN_SECTION,
    BAD_ID,
    TOO_LONG,
    INCOMPLETE,
)


def named(path: tuple[str | int, ...]) -> str:
    """A place as a sentence begins with it: the field, or what stands in the list, which has no name of its own."""
    *around, last = path
    if isinstance(last, str):
        return f'"{last}"'
    owner = next((step for step in reversed(around) if isinstance(step, str)), "the list")
    return f'An entry of "{owner}"'


def empty_value(span: Span, path: tuple[str | int, ...]) -> Diagnostic:
    """The finding about a name with nothing after it."""
    dotted = ".".join(str(step) for step in path)
    return EMPTY_VALUE.at(
        span,
        message=f"{named(path)} has nothing after it." if isinstance(path[-1], str) else f"{named(path)} is empty.",
        remedy=f'Give a value, or take the line out and say under open why "{dotted}" is absent.',
        path=dotted,
    )
