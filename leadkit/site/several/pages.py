"""The two pages of a site of several programs, in each language: their list, and the comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from leadkit.documents.words import words_of
from leadkit.site.page import Address, Page
from leadkit.site.several.comparison import COLUMNS, Comparison
from leadkit.site.words import WORDS
from leadkit.site.write.address import link
from leadkit.site.write.escape import escaped, one_line

if TYPE_CHECKING:
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.site.wanted import Wanted

LIST, COMPARISON = "index", "compare"
_LONGEST = 240


def pages_of_several(
    standings: Mapping[str, Standing], programs: Mapping[str, Program], pages: Sequence[Page], wanted: Wanted
) -> list[Page]:
    """The list of programs and the comparison, in each language.

    Args:
        standings: Each program on its day, by its folder.
        programs: The same, typed.
        pages: The pages of all programs.
        wanted: What is asked of the site.
    """
    known = {page.address for page in pages}
    made = (
        (_listed(programs, language), _compared(standings, programs, language, known)) for language in wanted.languages
    )
    return [page for both in made for page in both]


def _listed(programs: Mapping[str, Program], language: str) -> Page:
    own, here = WORDS[language], Address("", language, LIST)
    lines = [f"# {escaped(own['programs'])}", escaped(own["programs_intro"])]
    for folder, program in programs.items():
        to = here.to(Address(folder, language, LIST).html)
        lines.append(f"-   {link(to, escaped(program.program.name))}: {escaped(_in_a_line(program, language))}")
    lines.append(link(here.to(Address("", language, COMPARISON).html), escaped(own["compare"])))
    return Page(here, own["programs"], own["programs_description"], _text(lines), "")


def _in_a_line(program: Program, language: str) -> str:
    """Where a program is, and what it says of itself, cut at a sentence."""
    section = program.program
    banner = "invented" if section.invented else "public_sources" if section.compiled_from_public_sources else ""
    first = one_line(section.summary or "").strip().partition(". ")[0].rstrip(".")
    said = f"{first}." if first and len(first) <= _LONGEST else ""
    return " ".join(part for part in (section.state, "·", said, WORDS[language].get(banner, "")) if part)


def _compared(
    standings: Mapping[str, Standing], programs: Mapping[str, Program], language: str, known: set[Address]
) -> Page:
    own, here = WORDS[language], Address("", language, COMPARISON)
    comparison = Comparison(here, known)
    rows = [comparison.row(folder, standings[folder], program) for folder, program in programs.items()]
    head = (own["program"], *(own[f"compare_{each}"] for each in COLUMNS), own["as_of"])
    days = [words_of(language).long_date(each.on) for each in standings.values()]
    table = [
        f"| {' | '.join(map(escaped, head))} |",
        "|" + " --- |" * len(head),
        *(f"| {' | '.join((*row, escaped(day)))} |" for row, day in zip(rows, days, strict=True)),
    ]
    lines = [f"# {escaped(own['compare'])}", escaped(own["compare_intro"]), "\n".join(table)]
    return Page(here, own["compare"], own["compare_description"], _text(lines), "")


def _text(lines: Sequence[str]) -> str:
    return "\n\n".join(lines) + "\n"
