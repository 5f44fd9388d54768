"""Codes about places and files: what is there, and whether it can be read as text."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

_FOLDER = "(a folder that holds program.yaml, agencies.yaml and so on)"

NO_FOLDER = Code(
    "LK101",
    "no-such-folder",
    Severity.ERROR,
    "There is no such folder.",
    "A program is a folder of YAML files; without it there is nothing to check or build.",
    "(leadkit check jurisdictions/albny-ny, where the folder is jurisdictions/albany-ny)",
    _FOLDER,
)
NOT_A_FOLDER = Code(
    "LK102",
    "not-a-folder",
    Severity.ERROR,
    "A file was named where the program's folder was meant.",
    "The sections of a program refer to each other, so leadkit always reads the whole folder.",
    "(leadkit check jurisdictions/albany-ny/program.yaml)",
    "(leadkit check jurisdictions/albany-ny)",
)
NO_YAML = Code(
    "LK103",
    "no-yaml-files",
    Severity.ERROR,
    "The folder holds no .yaml file that says anything, so it is no program.",
    "leadkit reads the .yaml files directly in the folder and nothing in the folders below it.",
    "(a folder that holds documents and maps only)",
    _FOLDER,
)
UNREADABLE = Code(
    "LK104",
    "unreadable",
    Severity.ERROR,
    "A file or folder cannot be read.",
    "What stands in it would be missing from the agreement without anyone noticing.",
    "(a file that your account may not open)",
    "(the same file with read permission)",
)
WRONG_ENDING = Code(
    "LK105",
    "wrong-ending",
    Severity.ERROR,
    "A file ends in .yml, or in .YAML in capitals; leadkit reads only .yaml.",
    "A file that is passed over in silence looks as if it were part of the program, and is not.",
    "(agencies.yml)",
    "(agencies.yaml)",
)
LINK = Code(
    "LK106",
    "link",
    Severity.ERROR,
    "A link stands in the place of a file or folder.",
    "A link may lead out of the folder, to text that nobody reviewed and that another computer does not have.",
    "(agencies.yaml as a link to ../shared/agencies.yaml)",
    "(agencies.yaml as a file; what several programs share stands in a base folder named by extends)",
)
SPECIAL_FILE = Code(
    "LK107",
    "special-file",
    Severity.ERROR,
    "Something that is no ordinary file has a name ending in .yaml.",
    "A pipe or a device has no text to keep, and reading one may never end.",
    "(agencies.yaml as a named pipe)",
    "(agencies.yaml as a file)",
)
TOO_LARGE = Code(
    "LK108",
    "too-large",
    Severity.ERROR,
    "A file is larger than 5 MB.",
    "A program described by hand is a hundred times smaller; a file this large is something else, such as an export.",
    "(agencies.yaml of 80 MB)",
    "(agencies.yaml of 20 kB)",
)
NOT_IN_GIT = Code(
    "LK109",
    "not-in-git",
    Severity.ERROR,
    "The folder cannot be read from that revision.",
    "A comparison with an earlier version is worth something only if that very version was read.",
    "(leadkit diff git:v1:jurisdictions/albany-ny …, where no revision is called v1)",
    "(leadkit diff git:v1.0:jurisdictions/albany-ny …)",
)
NOT_UTF8 = Code(
    "LK110",
    "not-utf-8",
    Severity.ERROR,
    "The file is not UTF-8 text.",
    "Read as anything else, names such as Peña or a section sign would be printed wrong in the agreement.",
    "(a file saved as “ANSI” or Windows-1252)",
    "(the same file saved as UTF-8)",
)
UTF16 = Code(
    "LK111",
    "utf-16",
    Severity.ERROR,
    "The file is UTF-16 text, which some Windows programs call “Unicode”.",
    "leadkit reads UTF-8, as every tool around YAML does.",
    "(a file saved as “Unicode”)",
    "(the same file saved as UTF-8)",
)
BYTE_ORDER_MARK = Code(
    "LK112",
    "byte-order-mark",
    Severity.NOTE,
    "The file begins with an invisible byte order mark.",
    "leadkit passes over it, but other tools may take it for part of the first field's name.",
    "(a file saved as “UTF-8 with BOM”)",
    "(the same file saved as UTF-8)",
)
CONTROL_CHARACTER = Code(
    "LK113",
    "control-character",
    Severity.ERROR,
    "The text contains a control character.",
    "It cannot be seen in an editor and cannot be printed in a document.",
    '(a NUL or a bell inside a name; or "\\0" in double quotes)',
    "(the same name without it)",
)
INVISIBLE_CHARACTER = Code(
    "LK114",
    "invisible-character",
    Severity.ERROR,
    "The text contains an invisible character, or one that changes the direction of writing.",
    "With it a line can read differently from what it says, and two names that look the same can differ. "
    "It usually "
    "comes along when text is copied from a web page.",
    "(a right-to-left override inside a name)",
    'agencies:\n  clinic: {name: "\\u05de\\u05e8\\u05e4\\u05d0\\u05d4\\u200f"}',
    "Unicode Technical Standard 55, Unicode Source Code Handling",
)
UNUSUAL_LINE_BREAK = Code(
    "LK115",
    "unusual-line-break",
    Severity.ERROR,
    "The text contains a line break that editors do not show as one (U+0085, U+2028 or U+2029).",
    "YAML begins a new line there and your editor does not, so the file says something else than what you see.",
    "(two paragraphs pasted from a web page or a design program)",
    "(the same paragraphs with ordinary line breaks)",
    "YAML 1.1 §5.4",
)
TAB = Code(
    "LK116",
    "tab",
    Severity.ERROR,
    "A line is indented with a tab.",
    "YAML shows what belongs to what by spaces; a tab has no agreed width.",
    "agencies:\n\tpolice: {name: City Police}",
    "agencies:\n  police: {name: City Police}",
    "YAML 1.1 §5.1",
)
EXOTIC_SPACE = Code(
    "LK117",
    "exotic-space",
    Severity.ERROR,
    "A line is indented with a no-break or other special space, or one stands after a colon.",
    "It looks like a space and is none for YAML. It usually comes along when text is copied from a web "
    "page or a word "
    "processor.",
    "agencies:\n\u00a0\u00a0police: {name: City Police}",
    "agencies:\n  police: {name: City Police}",
)
EMPTY_FILE = Code(
    "LK118",
    "empty-file",
    Severity.NOTE,
    "The file says nothing.",
    "It may have been emptied by mistake; an empty file is no harm in itself.",
    "(agencies.yaml that holds nothing but the line: # agencies come here later)",
    "agencies: {police: {name: City Police}}",
)
NO_ATTACHED_FILE = Code(
    "LK119",
    "no-attached-file",
    Severity.ERROR,
    "A field names a file that the program's folder does not hold.",
    "What the file was to give, such as a letterhead, would be missing from the document without anyone noticing.",
    "(letterhead: letterhead/county.docx, where the folder letterhead holds only sheriff.docx)",
    "(letterhead: letterhead/sheriff.docx)",
)
