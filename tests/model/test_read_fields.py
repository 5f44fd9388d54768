"""Every field of the model is read by something; what is not yet, is listed with what will read it.

Reading is observed, not guessed: the programs are checked on each day, compiled and printed while each access to a
field from a rule, from a question that rules ask, from the compiler or from a document is noted. Walks over all fields
(for references and for silence) do not count.
"""

from __future__ import annotations

import inspect
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import BaseModel

from leadkit.check import check_jurisdiction
from leadkit.documents import compose_standing
from leadkit.documents.letterhead import letterhead_of
from leadkit.documents.library import default_root, document_ids
from leadkit.model.base import Closed
from leadkit.model.load import load
from leadkit.model.root import Program
from leadkit.model.walk import unwrap
from leadkit.policy.compile import compile_policy
from leadkit.policy.scenarios import run_scenarios
from leadkit.resources import programs

LIST = Path(__file__).with_name("unread_fields.yaml")
READERS = (
    "leadkit/check/rules/", "leadkit/check/ask/", "leadkit/check/subject.py", "leadkit/model/open.py",
    "leadkit/model/audience.py", "leadkit/policy/compile/", "leadkit/policy/scenarios.py",
    "leadkit/documents/template/view.py", "leadkit/documents/absence.py", "leadkit/documents/composition.py",
    "leadkit/documents/letterhead.py",
)  # fmt: skip


def _classes(annotation: object, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every class of object in a type, looking into collections too."""
    core, _ = unwrap(annotation)
    if isinstance(core, type) and issubclass(core, BaseModel):
        if core not in seen:
            seen.add(core)
            for field in core.model_fields.values():
                _classes(field.annotation, seen)
    else:
        for part in get_args(core):
            _classes(part, seen)
    return seen


def _named(owner: type) -> str:
    """``eligibility.Limit``: the section or file of the model, and the class."""
    return f"{owner.__module__.removeprefix('leadkit.model.').split('.')[0]}.{owner.__name__}"


def _homes(owner: type[BaseModel]) -> dict[str, str]:
    """The class that declares each field of a model."""
    return {
        name: next(_named(base) for base in owner.__mro__ if name in inspect.get_annotations(base))
        for name in owner.model_fields
    }


FIELDS = {(home, name) for owner in _classes(Program, set()) for name, home in _homes(owner).items()}


@cache
def _reads(file: str) -> bool:
    """Whether an access from a file counts as reading."""
    return any(reader in file.replace("\\", "/") for reader in READERS)


@pytest.fixture(scope="module")
def read() -> set[tuple[str, str]]:
    """The fields that are read while every shipped program is checked, compiled, tested and printed."""
    seen: set[tuple[str, str]] = set()
    homes: dict[type, dict[str, str]] = {}
    plain = BaseModel.__getattribute__ if "__getattribute__" in BaseModel.__dict__ else object.__getattribute__

    def noted(self: BaseModel, name: str) -> object:
        # Millions of accesses are asked about: each question is answered once for a file and once for a class.
        if _reads(sys._getframe(1).f_code.co_filename):
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
            jurisdiction = load(folder)
            check_jurisdiction(jurisdiction)
            compile_policy(jurisdiction)
            list(run_scenarios(jurisdiction))
            standing = jurisdiction.resolve()
            for document in document_ids(default_root()):
                letterhead_of(standing, document)
                compose_standing(standing, document)
    return seen


def _listed() -> Iterator[tuple[str, tuple[str, str]]]:
    for reader, classes in yaml.load(LIST.read_text(encoding="utf-8"), yaml.BaseLoader).items():
        for owner, names in classes.items():
            for name in names:
                yield reader, (owner, name)


def test_a_field_that_nothing_reads_is_listed_with_what_will_read_it(read: set[tuple[str, str]]) -> None:
    listed = {field for _, field in _listed()}
    missing: dict[str, list[str]] = defaultdict(list)
    for owner, name in sorted(FIELDS - read - listed):
        missing[owner].append(name)
    assert not missing, "nothing reads these: print them, check them, or list them with what will"


def test_a_field_that_is_read_is_no_longer_listed(read: set[tuple[str, str]]) -> None:
    assert not sorted(field for _, field in _listed() if field in read)


def test_the_list_names_fields_of_the_model_once() -> None:
    listed = [field for _, field in _listed()]
    assert len(set(listed)) == len(listed)
    assert set(listed) <= FIELDS
