"""A text that is too long for its field is a finding, also where a function of the model's reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check


@pytest.mark.parametrize(("length", "codes"), [(200, []), (201, ["LK209"])])
def test_the_path_of_a_file_that_is_too_long_is_a_finding(
    length: int, codes: list[str], over_county: Callable[[str], Path]
) -> None:
    path = "a" * (length - 5) + ".docx"
    folder = over_county(f"documents: {{mou: {{letterhead: {path}}}}}")
    assert [one.code for one in check(str(folder)) if one.path == "documents.mou.letterhead"] == codes
