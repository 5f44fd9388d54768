"""What the cover says: that it is a draft, what is open, and what was verified."""

from __future__ import annotations

import re

from leadkit.documents import to_markdown
from tests.documents.mou.reading import Printed, tree


def test_an_invented_program_says_so_on_its_cover(printed: Printed) -> None:
    document = tree(printed())
    assert document.invented
    assert document.cover.notice.startswith("This program is invented;")
    assert not tree(printed("program: {invented: no}\n")).invented


def test_a_statute_counts_as_verified_only_where_it_is_cited(printed: Printed) -> None:
    assert "No statute cited here has been verified." in tree(printed()).cover.notice
    verified = "law:\n  verified:\n    wa-39.34: {by: counsel, on: 2026-09-14}\n"
    assert "Of 2 statutes cited as authority, 1 has been verified" in tree(printed(verified)).cover.notice


def test_one_entry_under_open_prints_one_box_in_full(printed: Printed) -> None:
    said = (
        "open:\n  agreement: {why: undecided, question: What do the parties agree?, owner: counsel, due: 2027-01-15}\n"
    )
    document = tree(printed(f"agreement: ~\n{said}"))
    whole = to_markdown(document)
    assert whole.count("> Field: agreement\n") == 1
    references = len(re.findall(r"^> [^.]+\. See Section 1\.1\.$", whole, re.MULTILINE))
    assert references > 10
    assert whole.count("> Owner: counsel. Due: January 15, 2027.\n") == references + 1
    assert len(document.cover.opens) == 1


def test_an_eligibility_list_that_is_not_agreed_is_open(printed: Printed) -> None:
    document = tree(printed("agreement:\n  annexes:\n    eligibility: {status: not_agreed}\n"))
    assert [each.open.path for each in document.cover.opens] == ["agreement.annexes.eligibility.status"]


def test_the_cover_counts_what_is_open_elsewhere(printed: Printed, county: str) -> None:
    document = tree(printed(
        "program: {population: ~}\nopen:\n  program.population: {why: undecided, question: Whom?, owner: county}\n"
    ))  # fmt: skip
    assert not document.cover.opens
    assert document.cover.further_open == 1
    assert "1 further open matter that this document does not touch" in document.cover.notice
