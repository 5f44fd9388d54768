"""Codes about lines that YAML cannot read, or reads otherwise than they look."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

UNREADABLE_LINE = Code(
    "LK120",
    "unreadable-line",
    Severity.ERROR,
    "The line cannot be read as YAML.",
    "Nothing in the file can be relied on until the line is put right.",
    "agencies: [police, , sheriff]",
    "agencies: [police, sheriff]",
)
MISSING_SPACE = Code(
    "LK121",
    "missing-space",
    Severity.ERROR,
    "There is no space after the colon of a field, or after the dash of a list item.",
    "Without the space YAML takes the whole line for one piece of text.",
    "agencies:\n  police:\n    name:City Police\n    kind: police",
    "agencies:\n  police:\n    name: City Police\n    kind: police",
)
MISSING_COLON = Code(
    "LK122",
    "missing-colon",
    Severity.ERROR,
    "A line among fields has no colon.",
    "A field is its name, a colon, a space and its value.",
    "program:\n  name Albany LEAD\n  launched: 2016",
    "program:\n  name: Albany LEAD\n  launched: 2016",
)
COLON_IN_TEXT = Code(
    "LK123",
    "colon-in-text",
    Severity.ERROR,
    "A value contains a colon followed by a space.",
    "YAML takes what stands before such a colon for the name of a field.",
    "program:\n  name: LEAD: Albany",
    'program:\n  name: "LEAD: Albany"',
)
UNCLOSED_QUOTE = Code(
    "LK124",
    "unclosed-quote",
    Severity.ERROR,
    "A quotation mark is opened and never closed.",
    "Everything after it is taken for text, to the end of the file.",
    'program:\n  name: "Albany LEAD\n  launched: 2016',
    'program:\n  name: "Albany LEAD"\n  launched: 2016',
)
TEXT_AFTER_QUOTE = Code(
    "LK125",
    "text-after-quote",
    Severity.ERROR,
    "Text follows the closing quotation mark or bracket of a value.",
    "A value that begins with a quotation mark or a bracket ends at its counterpart; an apostrophe "
    "inside single "
    "quotes ends it too early.",
    "program:\n  motto: 'Let's begin'",
    'program:\n  motto: "Let\'s begin"',
)
UNCLOSED_BRACKET = Code(
    "LK126",
    "unclosed-bracket",
    Severity.ERROR,
    "A bracket or brace is opened and not closed, or closed by the wrong one.",
    "YAML takes the lines that follow for items of the same list.",
    "program:\n  law: [us-ny, us-wa\n  launched: 2016",
    "program:\n  law: [us-ny, us-wa]\n  launched: 2016",
)
TEMPLATE = Code(
    "LK127",
    "template",
    Severity.ERROR,
    "A value begins with {{, a placeholder of a template.",
    "leadkit fills nothing into the YAML: the YAML is what everything else is filled from.",
    "program:\n  name: {{ name }}",
    "program:\n  name: Albany LEAD",
)
RESERVED_START = Code(
    "LK128",
    "reserved-start",
    Severity.ERROR,
    "A value begins with a character that means something else in YAML.",
    "The characters @ ` % * & ! | > ? , ] } have a meaning of their own at the beginning of a value.",
    "measures:\n  target: >5 g",
    'measures:\n  target: ">5 g"',
)
INDENTATION = Code(
    "LK129",
    "indentation",
    Severity.ERROR,
    "A line is indented so that it belongs to nothing above it.",
    "YAML shows what belongs to what by how far a line is indented; fields of the same thing begin in the same column.",
    "program:\n  name: Albany LEAD\n   launched: 2016",
    "program:\n  name: Albany LEAD\n  launched: 2016",
)
BAD_ESCAPE = Code(
    "LK130",
    "bad-escape",
    Severity.ERROR,
    "A backslash in double quotes is followed by something that is no escape.",
    "Inside double quotes a backslash begins an escape such as \\n; inside single quotes it is just a backslash.",
    'documents:\n  letterhead: "C:\\letters"',
    "documents:\n  letterhead: 'C:\\letters'",
)
CUT_BY_COMMENT = Code(
    "LK131",
    "cut-by-comment",
    Severity.WARNING,
    "A value ends where a # begins, and what follows does not look like a comment.",
    "After a space # begins a comment, so the rest of an address such as “Apt #4” is lost in silence.",
    "agencies:\n  clinic:\n    address: 12 Main Street Apt #4",
    'agencies:\n  clinic:\n    address: "12 Main Street Apt #4"',
)
TYPOGRAPHIC_QUOTES = Code(
    "LK132",
    "typographic-quotes",
    Severity.WARNING,
    "A value stands in typographic quotation marks.",
    "For YAML they are letters like any other, so the agreement would print them. Word processors put them in.",
    "program:\n  name: “Albany LEAD”",
    'program:\n  name: "Albany LEAD"',
)
