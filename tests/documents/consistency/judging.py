"""Judges of one built file: what it prints of a kind of fact, told against the program; each returns what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from leadkit.model.base import Visibility
from tests.documents.consistency.annex import annex_limits
from tests.documents.consistency.deciding import deciders
from tests.documents.consistency.reading import Page
from tests.documents.consistency.said import Limit, Said, amount, durations, phones, plainly
from tests.documents.consistency.tracing import OF_LAW

ANNEX = "eligibility-annex"
_STRENGTHS = {"absolute": "Not eligible", "advisory": "Weighed"}
_HEADINGS = {"Absolute": "absolute", "Stop": "absolute", "Presumptive": "presumptive", "Ask (P)": "presumptive",
             "Weighed": "advisory", "What Is Weighed": "advisory"}  # fmt: skip
"""Where a rule stands in a paper, and which strength that says."""


@dataclass(frozen=True)
class Paper:
    """A document of a program, whichever file of it is read."""

    kind: str
    audience: str
    said: Said
    annex: Page
    """The eligibility annex of the program, in the same format."""


def offences(page: Page, paper: Paper) -> Iterator[str]:
    """The list of offences is the annex's wherever it stands, and the annex's is the program's."""
    expected = [(name, citation) for one, name, citation in paper.said.offences if not one.excluded]
    nothing = ("", "none named", "none named in the sources")
    if paper.kind == ANNEX:
        told = [(row[0], "" if row[1] in nothing else row[1]) for row in page.headed("Offense", "Law")]
        yield from () if told == expected else (f"offenses: {set(told) ^ set(expected)}",)
        yield from _grades(page, paper)
    known = {row[0]: row[2] for row in paper.annex.headed("Offense", "Law", "Only where")}
    for name, only in ((row[0], row[1]) for row in page.headed("Offense", "Only where")):
        yield from () if known.get(name) == only else (f"{name}: {only}",)
    names = {plainly(name) for _, name, _ in paper.said.offences}
    for _, line in page.below:
        if found := re.match(r"(?:For|It is for these offenses:|Never:) (.*)\.$", line):
            parts = [plainly(each) for each in re.split("; ", found[1])]
            if names.intersection(parts) and not names.issuperset(parts):
                yield f"not all are offenses of the list: {line}"


def _grades(page: Page, paper: Paper) -> Iterator[str]:
    told = {row[0]: row[2] for row in page.headed("Offense", "Law", "Only where")}
    for offence, name, _ in paper.said.offences:
        grades = [str(each) for each in offence.grades] or [str(each).replace("_", " ") for each in offence.levels]
        if name in told and not all(each in told[name] for each in grades):
            yield f"{name}: without its grade, {told[name]}"


def laws(page: Page, paper: Paper) -> Iterator[str]:
    """A law that a sheet names has the citation and the title of the law that the list points at."""
    known = {offence.law: (citation, name) for offence, name, citation in paper.said.offences if not offence.label}
    for row in page.headed("Law", "What it is cited for"):
        found = re.match(r"(.*?): (.*) \(([\w.-]+)\)$", row[0])
        if found and found[3] in known and found[1].startswith(known[found[3]][0]) is False:
            yield f"{row[0]}: the list has {known[found[3]][0]}"
        if found and found[3] in known and found[2] != known[found[3]][1]:
            yield f"{row[0]}: the list has {known[found[3]][1]}"


def limits(page: Page, paper: Paper) -> Iterator[str]:
    """Every limit has the amount, the unit and the exceptions of the program, and is as strict."""
    expected = paper.said.limits
    if paper.kind == ANNEX:
        told = list(annex_limits(page).values())
        yield from () if told == [each for _, each in expected] else (f"limits: {told}",)
    known = annex_limits(paper.annex)
    strengths = dict(zip(known, [strength for strength, _ in expected], strict=True))
    for row in page.headed("Of what", "At most"):
        name = plainly(row[0].removeprefix("P: "))
        yield from _same(name, row[1], known)
        if row[0].startswith("P: ") != (strengths.get(name) == "presumptive"):
            yield f"marked otherwise than it is: {row[0]}"
    for heading, line in page.below:
        if found := re.match(r"(?:More than|Beyond) this: (.*)$", line):
            name = next((each for each in known if found[1].startswith(f"{each}, ")), "")
            yield from _same(name, found[1].removeprefix(f"{name}, "), known)
            yield from _under(heading, name, strengths.get(name, ""))


def _same(name: str, told: str, known: dict[str, Limit]) -> Iterator[str]:
    most, *others = told.split("; ")
    pairs = [each.partition(": ") for each in others]
    limit = Limit(
        most.startswith("less than "),
        amount(most.removeprefix("less than ")),
        frozenset((what, amount(much)) for what, _, much in pairs),
    )
    yield from () if known.get(name) == limit else (f"limit of {name}: {told}",)


def exclusions(page: Page, paper: Paper) -> Iterator[str]:
    """Every exclusion stands where its strength puts it, and the annex leaves none out."""
    known = paper.said.exclusions
    by_length = sorted(known, key=len, reverse=True)
    rows = {row[0]: row[-1] for row in page.headed("Does this hold?") if len(row) == 6}
    told: set[str] = set()
    for heading, line in page.below:
        name = next((each for each in by_length if line.startswith(each)), "")
        if name and re.match(r"$|[.:;]| \(", line.removeprefix(name)):
            told.add(name)
            yield from _under(heading, name, known[name])
            expected = _STRENGTHS.get(known[name], "")
            if line in rows and (rows[line] == expected) != bool(expected):
                yield f"{line}: {rows[line]}"
    if paper.kind == ANNEX:
        yield from (f"left out: {each}" for each in known.keys() - told)


def _under(heading: str, name: str, strength: str) -> Iterator[str]:
    heading = re.sub(r"^[0-9A-Z.]+ ", "", heading) if re.match(r"[0-9A-Z]+\.[0-9]", heading) else heading
    said = next((one for start, one in _HEADINGS.items() if heading.startswith(start)), strength)
    yield from () if said == strength else (f"{name} is {strength}, and stands under {heading}",)


def clocks(page: Page, paper: Paper) -> Iterator[str]:
    """Every stretch of time is one that the program says, or the law that is named here."""
    for count, unit in durations(page.text):
        if (count, unit) not in paper.said.durations and (paper.kind, (count, unit)) not in OF_LAW:
            yield f"{count} {unit}: no field says so"


_ONE = frozenset({"Agency", "Party", "Partner"})
"""Headers of the columns that hold one agency each."""
_SEVERAL = frozenset(
    {"Case managers", "From", "Held by", "Kept by", "Prepared by", "Referrals made by", "Written down by"}
)
"""Headers of the columns that hold a series of agencies, or of those who act for them."""
_BETWEEN = re.compile(r"(?:,|;|\band\b|\bor\b|\bthe\b|\s)*|not stated|\[Not in the public sources\]", re.IGNORECASE)


def agencies(page: Page, paper: Paper) -> Iterator[str]:
    """Every name in a column of names is one of the program's."""
    for header, *rows in page.tables:
        # an order is headed by its agency: what stands below is the order's own
        for row in rows if header[-1] not in paper.said.agencies else ():
            for title, cell in zip(header, row, strict=True):
                if title in _ONE and cell not in paper.said.agencies:
                    yield f"no agency of the program: {cell}"
                elif title in _SEVERAL and not _BETWEEN.fullmatch(_without(cell, paper.said.actors)):
                    yield f"no actor of the program: {_without(cell, paper.said.actors)} in {cell}"


def _without(cell: str, names: list[str]) -> str:
    """A cell without the names in it; of two that begin alike the longer one is taken."""
    for name in names:
        cell = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", cell, flags=re.IGNORECASE)
    return cell


def numbers(page: Page, paper: Paper) -> Iterator[str]:
    """Every telephone number is the program's, and one that the readers of the paper may know."""
    for each in phones(page.text):
        visibility = paper.said.phones.get(each)
        if visibility is None:
            yield f"no number of the program: {each}"
        elif visibility is Visibility.INTERNAL or (paper.audience == "public" and visibility is not Visibility.PUBLIC):
            yield f"{each} is for {visibility} alone, and this paper is {paper.audience}"


JUDGES: dict[str, Callable[[Page, Paper], Iterator[str]]] = {
    "offences": offences, "laws": laws, "limits": limits, "exclusions": exclusions, "clocks": clocks,
    "agencies": agencies, "phones": numbers, "deciders": deciders,
}  # fmt: skip
"""The judges, by the kind of fact."""


def faults(page: Page, paper: Paper) -> list[str]:
    """What is wrong with a file, each with the kind of fact."""
    return [f"{kind}: {each}" for kind, judge in JUDGES.items() for each in judge(page, paper)]
