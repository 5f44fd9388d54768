"""Codes about the structure of a file: fields, and those parts of YAML that leadkit does without."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

NOT_SECTIONS = Code(
    "LK140",
    "not-sections",
    Severity.ERROR,
    "The file holds a list or one piece of text, where there should be sections.",
    "Every file of a program is made of sections such as agencies or sharing, each with its fields.",
    "- police\n- sheriff",
    "agencies:\n  police: {name: City Police}\n  sheriff: {name: County Sheriff}",
)
TOO_DEEP = Code(
    "LK141",
    "too-deep",
    Severity.ERROR,
    "Fields and lists stand more than 64 levels inside each other.",
    "No program needs a tenth of that; such a file is damaged or was made to do harm.",
    "(a file that begins with a hundred opening brackets)",
    "(the same file as it was before it was damaged)",
)
DUPLICATE_FIELD = Code(
    "LK142",
    "duplicate-field",
    Severity.ERROR,
    "The same field stands twice in one place.",
    "One of the two would be lost, and readers would not know which.",
    "agencies:\n  police:\n    name: City Police\n    name: Police Department",
    "agencies:\n  police:\n    name: City Police",
)
ANCHOR = Code(
    "LK143",
    "anchor",
    Severity.ERROR,
    "A value is marked for reuse with & (an anchor).",
    "A reader of the agreement must find each value where it is used. What several programs share stands "
    "in a base "
    "folder that they extend.",
    "agencies:\n  police: &police {kind: police}",
    "agencies:\n  police: {kind: police}",
)
ALIAS = Code(
    "LK144",
    "alias",
    Severity.ERROR,
    "A value is taken from another place with * (an alias).",
    "A reader of the agreement must find each value where it is used. A text that begins with a star needs quotes.",
    "agencies:\n  sheriff: *police",
    "agencies:\n  sheriff: {kind: police}",
)
TAG = Code(
    "LK145",
    "tag",
    Severity.ERROR,
    "A value begins with ! (a tag).",
    "leadkit takes the meaning of a value from its field, never from a tag. A text that begins with ! needs quotes.",
    "program:\n  launched: !!str 2016",
    "program:\n  launched: 2016",
)
MERGE_KEY = Code(
    "LK146",
    "merge-key",
    Severity.ERROR,
    "Fields are copied from another place with << (a merge key).",
    "Which of two values wins is not to be seen. A base folder named by extends says it openly.",
    "agencies:\n  sheriff:\n    <<: {kind: police}\n    name: County Sheriff",
    "agencies:\n  sheriff:\n    kind: police\n    name: County Sheriff",
)
SEVERAL_DOCUMENTS = Code(
    "LK147",
    "several-documents",
    Severity.ERROR,
    "A line --- or ... begins a second document in the file.",
    "leadkit reads one document in each file, so everything after that line would be lost.",
    "program:\n  name: Albany LEAD\n---\nagencies: {}",
    "program:\n  name: Albany LEAD\nagencies: {}",
)
COMPLEX_NAME = Code(
    "LK148",
    "complex-name",
    Severity.ERROR,
    "A list or a group of fields stands in the place of a field's name.",
    "The name of a field is one short text.",
    "agencies:\n  ? [police, sheriff]\n  : {kind: police}",
    "agencies:\n  police: {kind: police}\n  sheriff: {kind: police}",
)
EMPTY_NAME = Code(
    "LK149",
    "empty-name",
    Severity.ERROR,
    "A field has no name.",
    "Nothing can refer to a field without a name.",
    'agencies:\n  "": {kind: police}',
    "agencies:\n  police: {kind: police}",
)
TWICE_A_SECTION = Code(
    "LK150",
    "section-in-two-files",
    Severity.ERROR,
    "The same section stands in two files.",
    "A section stands in exactly one file, so that nobody has to look for the rest of it.",
    "(agencies: in both agencies.yaml and program.yaml)",
    "(agencies: in agencies.yaml alone)",
)
