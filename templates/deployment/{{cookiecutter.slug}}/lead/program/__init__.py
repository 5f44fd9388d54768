"""What the program's agreement says, as leadkit compiled it: lead/data, read once."""

from .parts import DETAILS, JUSTICE, PART2, Agency, Body, Category, Cell, Never, Recipient, Role
from .reading import DATA, program
from .whole import Program

__all__ = [
    "DATA",
    "DETAILS",
    "JUSTICE",
    "PART2",
    "Agency",
    "Body",
    "Category",
    "Cell",
    "Never",
    "Program",
    "Recipient",
    "Role",
    "program",
]
