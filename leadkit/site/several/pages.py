"""The two pages of a site of several programs, in each language: their list, and the comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from leadkit.documents.words import FIRST, words_of
from leadkit.model.audience import is_kept_back
from leadkit.site.page import Address, Page
from leadkit.site.several.comparison import COLUMNS, Comparison
from leadkit.site.shown import banner_of
from leadkit.site.words import WORDS
from leadkit.site.write.address import link
from leadkit.site.write.escape import escaped, one_line

if TYPE_CHECKING:
    from leadkit.model.root import Program
    from leadkit.site.part import Part
    from leadkit.site.wanted import Wanted

LIST, TABLE = "index", "compare"
_LONGEST = 240


def pages_of_several(parts: Mapping[str, Part], programs: Mapping[str, Program], wanted: Wanted) -> list[Page]:
    """The list of programs and the comparison, in each language.

    Args:
        parts: What each program gives to the site, by its folder.
        programs: The programs.
        wanted: What is asked of the site.
    """
    lists = [_listed(programs, language) for language in wanted.languages]
    tables = [_compared(parts, programs, language) for language in wanted.languages]
    return [page for both in zip(lists, tables, strict=True) for page in both]


def _listed(programs: Mapping[str, Program], language: str) -> Page:
    own, here = WORDS[language], Address("", language, LIST)
    lines = [f"# {escaped(own['programs'])}", escaped(own["programs_intro"])]
    for folder, program in programs.items():
        to = here.to(Address(folder, language, LIST).html)
        lines.append(f"-   {link(to, escaped(program.program.name))} {_in_a_line(program, language)}".rstrip())
    return Page(here, own["programs"], own["programs_description"], _text(lines), "")


def _in_a_line(program: Program, language: str) -> str:
    """The state of a program, and the first sentence that it says of itself, where that is short."""
    section = program.program
    summary = "" if is_kept_back(program, "program.summary") else section.summary
    first = one_line(summary or "").strip().partition(". ")[0].rstrip(".")
    words = escaped(f"{first}.") if first and len(first) <= _LONGEST else ""
    said = words if language == FIRST or not words else f'<span lang="{escape(FIRST)}">{words}</span>'
    told = escaped(WORDS[language].get(banner_of(program), ""))
    return " ".join(part for part in (f"({escaped(section.state)}).", said, told) if part)


def _compared(parts: Mapping[str, Part], programs: Mapping[str, Program], language: str) -> Page:
    own, here = WORDS[language], Address("", language, TABLE)
    comparison = Comparison(here, {page.address for part in parts.values() for page in part.pages})
    head = (own["program"], *(own[f"compare_{each}"] for each in COLUMNS), own["as_of"])
    table = [f"| {' | '.join(map(escaped, head))} |", "|" + " --- |" * len(head)]
    for folder, part in parts.items():
        name, *cells = comparison.row(folder, programs[folder].program.name, part.compared[language])
        whose = escaped(own.get(f"compare_{banner_of(programs[folder])}", ""))
        day = escaped(words_of(language).long_date(part.on))
        table.append(f"| {' | '.join((f'{name}<br>{whose}' if whose else name, *cells, day))} |")
    lines = [f"# {escaped(own['compare'])}", escaped(own["compare_intro"]), "\n".join(table)]
    return Page(here, own["compare"], own["compare_description"], _text(lines), "")


def _text(lines: Sequence[str]) -> str:
    return "\n\n".join(lines) + "\n"
