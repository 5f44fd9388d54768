"""Counsel's sheet of every cited law: none is missing, none counts as verified that nobody compared."""

from __future__ import annotations

import re

import pytest

from leadkit.model.load import load
from leadkit.model.walk import references
from leadkit.resources import programs

SHEET = "law-verification-sheet"


def _part(printed: str, first: str, last: str) -> str:
    return printed.split(first, 1)[1].split(last, 1)[0]


@pytest.mark.parametrize("name", ["example-county", "seattle-king-wa"])
def test_every_law_that_the_program_points_at_stands_on_the_sheet(name: str, composed, text) -> None:
    program = load(programs() / name).resolve().program
    assert program is not None
    wanted = {
        use.id
        for use in references(program)
        if use.path[0] != "law" and any(each.startswith(("law.", "catalogue.")) for each in use.reference.collections)
    }
    assert wanted
    printed = text(composed(SHEET, name))
    assert wanted == set(re.findall(r"\(([a-z]+-[^ ()|]+|schedule-b)\) \|", printed))


def test_a_law_says_what_it_is_cited_for_and_each_use_once(composed, text) -> None:
    printed = text(composed(SHEET))
    (row,) = [line for line in printed.splitlines() if "(wa-9A.56.050)" in line]
    assert row.startswith("| **RCW 9A.56.050**: Theft in the third degree (wa-9A.56.050) |")
    assert "| Offense on the list: Theft of goods or services, third degree; Limit on an amount: goods |" in row
    assert "| Chief civil deputy, county prosecutor, September 14, 2026 |" in row


def test_only_what_somebody_compared_counts_as_verified(composed, altered, text) -> None:
    printed = text(composed(SHEET))
    waiting = _part(printed, "### 2.1 Not Yet Verified", "### 2.2")
    assert "wa-9A.88.030" in waiting
    assert "wa-9A.52.070" not in waiting
    assert "general knowledge, nothing read" in waiting
    taken = text(altered(SHEET, "law: {verified: {wa-9A.52.070: ~}}"))
    assert "wa-9A.52.070" in _part(taken, "### 2.1 Not Yet Verified", "### 2.2")
    none = text(altered(SHEET, "law: {verified: ~}"))
    assert "as the program’s records say | 0 |" in none
    assert "Verified, as the Program’s Records Say" not in none


def test_a_citation_in_words_stands_apart_and_one_with_an_entry_not_twice(composed, text) -> None:
    printed = text(composed(SHEET))
    words = printed.split("Citations in Words", 1)[1].split("Article 3", 1)[-1]
    assert "| **RCW 26.44.030** | Report that the law requires or allows: child abuse report |" in words
    assert "| **42 CFR Part 2** | What is never shared: treatment to justice; Regime for records |" in words
    assert "RCW 71.24.589" not in words


def test_it_tells_no_id_where_the_citation_or_a_name_says_it(composed, text) -> None:
    printed = text(composed(SHEET))
    assert "(wa-9A.84.030) | Offense on the list | in force" in printed
    assert "| A party’s own law: Sample River Tribe |" in printed
    assert not re.search(r"Offense on the list: (?:drinking|mischief)|: (?:hipaa|cjis|sample river tribe)", printed)


def test_it_names_only_places_where_an_official_text_can_be_compared(composed, text) -> None:
    printed = text(composed(SHEET))
    places = _part(printed, "Where to Compare", "Article 3")
    assert "https://app.leg.wa.gov/RCW/default.aspx?cite=9A.56.050" in places
    assert "No address is known for" in places


def test_it_is_privileged_and_its_lines_wait_for_initials(composed) -> None:
    assert composed(SHEET).document.audience == "privileged"
