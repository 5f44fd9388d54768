"""Each field of eligibility, pathways and areas is read by the compiler, or listed with why it decides of no case.

Reading is observed: each access from the compiler is noted while the shipped programs and every case are compiled.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from leadkit.model.areas import Area
from leadkit.model.base import Closed
from leadkit.model.eligibility import Eligibility
from leadkit.model.load import load
from leadkit.model.root import Program
from leadkit.policy.compile import compile_policy
from leadkit.resources import programs
from tests.model.test_read_fields import _classes, _homes
from tests.policy.compile.test_cases import OVER

READER = "leadkit/policy/compile/"
LIST = Path(__file__).with_name("not_compiled.yaml")
_PATHWAYS = _classes(Program.model_fields["pathways"].annotation, set())
OWNERS = _classes(Eligibility, set()) | {one for one in _PATHWAYS if "Channel" not in one.__name__} | {Area}
FIELDS = {
    (home, name)
    for owner in OWNERS
    for name, home in _homes(owner).items()
    if home.split(".")[0] in ("eligibility", "pathways", "areas")
}


@pytest.fixture
def read(over_county: Callable[[str], Path]) -> set[tuple[str, str]]:
    """The fields that the compiler reads of the shipped programs and of every case."""
    seen: set[tuple[str, str]] = set()
    homes: dict[type, dict[str, str]] = {}
    plain = BaseModel.__getattribute__ if "__getattribute__" in BaseModel.__dict__ else object.__getattribute__

    def noted(self: BaseModel, name: str) -> object:
        file = sys._getframe(1).f_code.co_filename.replace("\\", "/")
        if READER in file:
            owner = type(self)
            names = homes.get(owner)
            if names is None:
                names = homes[owner] = _homes(owner)
            if name in names:
                seen.add((names[name], name))
        return plain(self, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Closed, "__getattribute__", noted, raising=False)
        for folder in sorted(programs().iterdir()):
            compile_policy(load(folder))
        for case in OVER.values():
            compile_policy(load(over_county(json.dumps(case["over"]))))
    return seen


def _listed() -> list[tuple[str, str]]:
    reasons = yaml.load(LIST.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [(owner, name) for classes in reasons.values() for owner, names in classes.items() for name in names]


def test_a_field_is_compiled_or_listed(read: set[tuple[str, str]]) -> None:
    listed = _listed()
    assert len(set(listed)) == len(listed)
    assert set(listed) <= FIELDS
    missing: dict[str, list[str]] = defaultdict(list)
    for owner, name in sorted(FIELDS - read - set(listed)):
        missing[owner].append(name)
    assert not missing, "compile these, or list them with why they decide of no case"
    assert not sorted(set(listed) & read), "these are compiled: take them off the list"
