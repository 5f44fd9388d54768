"""Every code about a case that somebody tells."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

UNKNOWN_FACT = Code(
    "LK240",
    "unknown-fact",
    Severity.ERROR,
    "A case names a fact that no rule of the program asks for on that day.",
    "A misspelt fact would count as not known, and the case would be decided without what you know.",
    "facts: {aeg: 34}",
    "facts: {age: 34}",
)
UNUSABLE_FACT = Code(
    "LK241",
    "unusable-fact",
    Severity.ERROR,
    "What a case says of a fact cannot be taken as it stands.",
    "A case is decided by what it says. leadkit never guesses what was meant: a weight without a unit may be grams or "
    "ounces, and a misspelt offense may be another one.",
    "facts:\n  items: {powder: {weight: 2}}",
    "facts:\n  items: {powder: {weight: 2 g}}",
)
NO_CASE = Code(
    "LK242",
    "no-case",
    Severity.ERROR,
    "A case lacks something without which it cannot be decided, or says something that no case has.",
    "The same facts may be decided differently on another pathway or another day, so a case says on which.",
    "facts: {age: 34}",
    "pathway: arrest-diversion\nfacts: {age: 34}",
)
STRAY_ITEM = Code(
    "LK243",
    "stray-item",
    Severity.NOTE,
    "An item of a case belongs to a charge that the case does not have.",
    "A limit for a charge counts what belongs to that charge. An item that is put to another one is counted for "
    "nothing, and the case may come out eligible because of a slip.",
    "facts:\n  charges: {first: {offence: theft}}\n  items: {powder: {offence: possession, weight: 9 g}}",
    "facts:\n  charges: {first: {offence: possession}}\n  items: {powder: {offence: possession, weight: 9 g}}",
)
CODES = (UNKNOWN_FACT, UNUSABLE_FACT, NO_CASE, STRAY_ITEM)
