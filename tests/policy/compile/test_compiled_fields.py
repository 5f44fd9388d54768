"""Each field of eligibility, pathways and areas is read by the compiler, or listed with why it decides of no case.

Reading is observed: each access from the compiler is noted while every case is compiled.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import yaml

from leadkit.model.areas import Area
from leadkit.model.eligibility import Eligibility
from leadkit.model.root import Program
from tests.model.reading import classes_in, homes_of
from tests.policy.compile.conftest import CASES, READ, Compiling

LIST = Path(__file__).with_name("not_compiled.yaml")
_PATHWAYS = classes_in(Program.model_fields["pathways"].annotation, set())
OWNERS = classes_in(Eligibility, set()) | {one for one in _PATHWAYS if "Channel" not in one.__name__}
OWNERS |= classes_in(Area, set())
FIELDS = {
    (home, name)
    for owner in OWNERS
    for name, home in homes_of(owner).items()
    if home.split(".")[0] in ("eligibility", "pathways", "areas")
}


def _listed() -> list[tuple[str, str]]:
    reasons = yaml.load(LIST.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [(owner, name) for classes in reasons.values() for owner, names in classes.items() for name in names]


def test_a_field_is_compiled_or_listed(case: Compiling) -> None:
    for name in CASES:
        case(name)
    listed = _listed()
    assert len(set(listed)) == len(listed)
    assert set(listed) <= FIELDS
    missing: dict[str, list[str]] = defaultdict(list)
    for owner, name in sorted(FIELDS - READ - set(listed)):
        missing[owner].append(name)
    assert not missing, "compile these, or list them with why they decide of no case"
    assert not sorted(set(listed) & READ), "these are compiled: take them off the list"
