"""Change one fact in the YAML: every paper that printed the old one prints the new one, and none prints the old."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from leadkit.documents.standing import build_standing
from leadkit.model.load import load
from leadkit.resources import programs
from tests.documents.consistency.reading import read
from tests.sampling import ALL, sampled


@dataclass(frozen=True)
class Change:
    """One fact of the example county.

    Attributes:
        file: Where it stands.
        old: What stands there.
        new: What is put in its place.
        forms: How papers print the old one, each with how they are to print the new one.
        least: In how many papers it stands at least.
    """

    file: str
    old: str
    new: str
    forms: dict[str, str]
    least: int


CHANGES = {
    "limit": Change(
        "eligibility.yaml", "at_most: 40 pills", "at_most: 47 pills",
        {"forty (40) pills": "forty-seven (47) pills", "40 pills": "47 pills"}, 3,
    ),
    "exception": Change(
        "eligibility.yaml", "fentanyl-powder: 1 g}", "fentanyl-powder: 3 g}",
        {"the limit is one (1) gram": "the limit is three (3) grams", "powder: 1 g": "powder: 3 g"}, 3,
    ),
    "phone": Change(
        "agencies.yaml", "phone: 360-555-0118", "phone: 360-555-0198", {"360-555-0118": "360-555-0198"}, 1
    ),
    "agency": Change(
        "agencies.yaml", "legal_name: Sampleton Neighborhood Council", "legal_name: Xanadu Neighborhood Council",
        {"Sampleton Neighborhood Council": "Xanadu Neighborhood Council"}, 2,
    ),
    "short name": Change(
        "agencies.yaml", "name: Justice Center\n", "name: Xanadu Center\n", {"Justice Center": "Xanadu Center"}, 5
    ),
    "offense": Change(
        "eligibility.yaml", "label: Sale of small amounts for subsistence", "label: Sale for xanadu",
        {"Sale of small amounts for subsistence": "Sale for xanadu",
         "sale of small amounts for subsistence": "sale for xanadu"}, 4,
    ),
    "citation": Change(
        "law.yaml", "Sampleton Municipal Code § 9.20.030", "Sampleton Municipal Code § 9.20.077",
        {"§ 9.20.030": "§ 9.20.077"}, 2,
    ),
    "exclusion": Change(
        "eligibility.yaml", "label: A threat of harm to others", "label: A threat to Xanadu",
        {"A threat of harm to others": "A threat to Xanadu", "a threat of harm to others": "a threat to Xanadu"}, 3,
    ),
    "clock": Change(
        "procedure.yaml", "longest: 90 minutes", "longest: 97 minutes", {"ninety minutes": "ninety-seven minutes"}, 2
    ),
}  # fmt: skip
"""The facts that are changed, one of each kind."""
FINGERPRINT = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
"""A paper names the text of another; of a text that changed, the fingerprint changes too."""
SOME = () if ALL else ("eligibility-annex", "pocket-card", "screening-form")


def _texts(folder: Path, out: Path) -> dict[str, str]:
    results = build_standing(load(folder).resolve(), SOME, ("md",), out)
    files = [file.path for each in results for file in each.files]
    return {file.name: FINGERPRINT.sub("#", read(file).text) for file in files}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each file of the example county as it stands."""
    return _texts(programs() / "example-county", tmp_path_factory.mktemp("before"))


@pytest.mark.parametrize("fact", sampled(CHANGES, 9))
def test_a_changed_fact_changes_wherever_it_was_printed(fact: str, before: dict[str, str], tmp_path: Path) -> None:
    change = CHANGES[fact]
    folder = Path(shutil.copytree(programs() / "example-county", tmp_path / "example-county"))
    text = (folder / change.file).read_text(encoding="utf-8")
    assert change.old in text
    (folder / change.file).write_text(text.replace(change.old, change.new), encoding="utf-8")
    after = _texts(folder, tmp_path / "out")
    assert after.keys() == before.keys()
    printed = {file for file, words in before.items() if any(form in words for form in change.forms)}
    assert len({Path(file).stem for file in printed}) >= change.least
    for file, words in before.items():
        expected = words
        for form, instead in change.forms.items():
            expected = expected.replace(form, instead)
        assert after[file] == expected, file
        assert not any(form in after[file] for form in change.forms), file
