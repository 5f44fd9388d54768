"""A gap of which nothing is said refuses the document, and is shown where the planner fills it."""

from __future__ import annotations

from leadkit.documents import compose_standing, to_markdown
from leadkit.documents.codes import MISSING
from leadkit.model.load import load


def test_a_silent_gap_is_shown_in_the_text_of_the_program(over_county):
    folder = over_county(MISSING.wrong)
    found = [one for one in compose_standing(load(folder).resolve(), "mou").diagnostics if one.code == MISSING.code]
    (span,) = found[0].spans
    lines = (folder.parent / span.file).read_text(encoding="utf-8").splitlines()
    assert (found[0].path, len(found)) == ("agreement.governing_law", 1)
    assert '"agreement":' in lines[span.line - 1]
    assert found[0].message.startswith("The field agreement.governing_law has no value")
    assert "under open" in found[0].remedy


def test_a_gap_that_open_accounts_for_is_printed_as_a_box(over_county):
    composed = compose_standing(load(over_county(MISSING.right)).resolve(), "mou")
    assert composed.document is not None
    assert "Which law governs the agreement?" in to_markdown(composed.document)
