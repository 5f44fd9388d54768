"""The papers of a program on several cores: in its own order, whatever was printed together."""

from __future__ import annotations

from pathlib import Path

from leadkit.documents.standing import build_standing
from leadkit.model.load import load
from leadkit.resources import programs
from tests.sampling import takes_long

ASKED = ("breach-plan", "counsel-edition", "counsel-issues", "decline-notice", "mou", "status-letter")


@takes_long
def test_papers_come_in_the_order_of_the_program_whatever_was_printed_together(tmp_path: Path) -> None:
    standing = load(programs() / "example-county").resolve()
    made = build_standing(standing, ASKED, ("md",), tmp_path, cores=2)
    assert [each.document for each in made] == list(ASKED)
    assert [[file.path.name for file in each.files] for each in made] == [[f"{each}.md"] for each in ASKED]
