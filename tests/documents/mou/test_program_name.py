"""The program's name stands where any name reads right: with an article of its own or without one."""

from __future__ import annotations

import pytest

from leadkit.documents import compose_standing, to_markdown
from leadkit.model.load import load


@pytest.mark.parametrize("document", ["mou", "party-roster", "eligibility-annex"])
def test_the_name_follows_the_word_that_says_what_it_names(over_county, document):
    name = "Pine County Diversion Program"
    standing = load(over_county(f"program: {{name: {name}}}\nagreement: {{purpose: ~}}\n")).resolve()
    composed = compose_standing(standing, document).document
    assert composed is not None
    body = to_markdown(composed).partition("\n## ")[2]
    said = [line for line in body.splitlines() if name in line]
    assert said
    assert not [line for line in said if f"named {name}" not in line]
    if document == "mou":
        assert "set out how they govern the Program and what each of them contributes to it." in body
