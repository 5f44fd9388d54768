"""Inside this room, too, arrows run one way: questions know no answers, and asking and writing not each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import leadkit.onboard

BELOW = {
    "questions": set(),
    "answers": {"questions"},
    "asking": {"answers", "questions"},
    "writing": {"answers", "questions"},
}
HERE = Path(leadkit.onboard.__file__).parent


@pytest.mark.parametrize("part", BELOW)
def test_a_part_imports_only_those_below_it(part: str) -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in (HERE / part).glob("*.py"))
    imported = set(re.findall(r"from leadkit\.onboard\.(\w+)", text)) & BELOW.keys()
    assert imported - {part} <= BELOW[part]
    assert part in imported
