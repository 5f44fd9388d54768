"""Words of others in a finding: a sentence, and a quotation that is not too long."""

from __future__ import annotations

import pytest

from leadkit.diagnostic import as_sentence, shortened


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("write yes or no", "Write yes or no."),
        ("did you mean yes?", "Did you mean yes?"),
        ("It ends.", "It ends."),
        ("the folder a... is", "The folder a... is."),
    ],
)
def test_a_reason_becomes_a_sentence(said: str, sentence: str) -> None:
    assert as_sentence(said) == sentence


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("a\n b", "a b"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…")],
)
def test_a_quotation_is_one_line_and_not_too_long(text: str, quoted: str) -> None:
    assert shortened(text) == quoted
