"""Every code about a spreadsheet."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

UNREADABLE_FILE = Code(
    "LK230",
    "unreadable-spreadsheet",
    Severity.ERROR,
    "The spreadsheet cannot be read.",
    "leadkit reads .csv files and .xlsx workbooks without macros. What it cannot read as a whole it does not read in "
    "part: the rest would be missing from the program without anyone noticing.",
    "(leadkit import services shelters.xls --into county)",
    "(leadkit import services shelters.xlsx --into county, after the workbook was saved in the newer format)",
)
UNREADABLE_CELL = Code(
    "LK231",
    "unreadable-cell",
    Severity.ERROR,
    "A cell holds something that its field cannot take.",
    "A program's telephone numbers, hours and places end up on cards that people in trouble are given. leadkit never "
    "guesses what a cell was meant to say, and never computes a formula.",
    "(a cell under Hours that says: weekdays 9 to 5)",
    "(a cell under Hours that says: Mon-Fri 9am-5pm)",
)
UNREADABLE_ROW = Code(
    "LK232",
    "unreadable-row",
    Severity.ERROR,
    "A row of a spreadsheet cannot become an entry.",
    "An entry needs a name to be known by, and must say one thing only. A row that is passed over in silence looks as "
    "if it were part of the program, and is not.",
    "(a row without a name; or two rows of one name with two telephone numbers)",
    "(each with its name; or the same number in both)",
)
MISSING_COLUMN = Code(
    "LK233",
    "missing-column",
    Severity.ERROR,
    "No column gives a field without which there is no entry.",
    "Columns are known by the words at their head, and spreadsheets name things in many ways.",
    "(a sheet whose only columns are Partner and Telephone)",
    '(the same with: --map "Partner=name")',
)
DIFFERENCE = Code(
    "LK234",
    "row-differs",
    Severity.WARNING,
    "A row says something else than the entry that the program has already, or more (a note).",
    "The spreadsheet may be newer, or the planner may have corrected the program by hand: only a person can tell. "
    "leadkit leaves the program as it is.",
    "(the sheet has 360-555-0120 for Mill Street Shelter, the program 360-555-0129)",
    "(the same number in both)",
)
NO_ROOM = Code(
    "LK235",
    "no-place-for-entries",
    Severity.ERROR,
    "New entries cannot be added to the program's text as it is written.",
    "leadkit adds lines at the end of a group of entries and changes nothing else. Where the group stands in brackets, "
    "changes by date as a whole, or is laid over a base, a line at the end would not do.",
    "agencies: {sampleton-police: {legal_name: Sampleton Police Department, type: police}}",
    "agencies:\n  sampleton-police: {legal_name: Sampleton Police Department, type: police}",
)
OTHER_ENCODING = Code(
    "LK236",
    "read-as-windows-1252",
    Severity.WARNING,
    "A .csv file is not UTF-8, and was read as Windows-1252.",
    "Older spreadsheet programs write the letters of western Europe so, and nothing in the file says it. A name may "
    "come out wrong.",
    "(a .csv file saved as “CSV (Comma delimited)”)",
    "(the same file saved as “CSV UTF-8”)",
)
NO_GOVERNMENT = Code(
    "LK237",
    "department-of-no-government",
    Severity.WARNING,
    "A spreadsheet brings a department and does not say whose.",
    "A department is a part of a government, which mostly signs for it and answers for what it does. No column of a "
    "sheet says so in a way that could be trusted, and leadkit never guesses it from a name.",
    "(a row: Pine City Police Department, police, department)",
    "(the entry after the import, with the line: government: pine-city)",
)
ADDRESS_IN_ONE = Code(
    "LK238",
    "address-in-one",
    Severity.NOTE,
    "An address in one cell could not be parted into street, city, state and ZIP code.",
    "leadkit parts an address only where it ends in city, state and ZIP code, and a comma or a new line tells the "
    "street from the city. Nobody can search by a city that is part of a street.",
    "(a cell under Address that says: 12 Mill Street Sampleton WA 98999)",
    "(a cell under Address that says: 12 Mill Street, Sampleton WA 98999)",
)
HIDDEN = Code(
    "LK239",
    "hidden-in-the-sheet",
    Severity.WARNING,
    "Rows or columns of a workbook are hidden, and were left out.",
    "Whoever looks at the sheet does not see them: they may be what is no longer true, or what was to stay out of "
    "sight. What nobody saw is not to stand in a program; and what is left out must be said.",
    "(a sheet with a filter, behind which half of the providers are)",
    "(the same sheet after the filter was taken off)",
)

CODES = (
    UNREADABLE_FILE, UNREADABLE_CELL, UNREADABLE_ROW, MISSING_COLUMN, DIFFERENCE, NO_ROOM, OTHER_ENCODING,
    NO_GOVERNMENT, ADDRESS_IN_ONE, HIDDEN,
)  # fmt: skip
