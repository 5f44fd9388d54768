"""The papers of a program on several cores: what is made of the memorandum goes together, and the order is the program's."""

from __future__ import annotations

from leadkit.documents.standing import build_standing
from leadkit.model.load import load
from leadkit.resources import programs

ASKED = ("breach-plan", "counsel-edition", "counsel-issues", "decline-notice", "mou", "open-decisions", "status-letter")


def test_papers_come_in_the_order_of_the_program_whatever_was_printed_together(tmp_path):
    standing = load(programs() / "example-county").resolve()
    made = build_standing(standing, ASKED, ("md",), tmp_path, cores=2)
    assert [each.document for each in made] == list(ASKED)
    assert [[file.path.name for file in each.files] for each in made] == [[f"{each}.md"] for each in ASKED]
