"""Every field of the model is read by something; what is not yet, is listed with what will read it.

Reading is observed, not guessed: the programs are checked on each day, compiled and printed while each access to a
field from a rule, from a question that rules ask, from the compiler or from a document is noted. Walks over all fields
(for references and for silence) do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from leadkit.check import check_jurisdiction
from leadkit.deploy.compile.compiling import compile_all
from leadkit.documents import compose_standing
from leadkit.documents.letterhead import letterhead_of
from leadkit.documents.library import default_root, document_ids, has_language
from leadkit.documents.words import LANGUAGES
from leadkit.model.load import load
from leadkit.model.root import Program
from leadkit.policy.compile import compile_policy
from leadkit.policy.scenarios import run_scenarios
from leadkit.resources import programs
from tests.model.reading import Read, classes_in, homes_of, noting
from tests.sampling import takes_long

pytestmark = takes_long

LIST = Path(__file__).with_name("unread_fields.yaml")
READERS = (
    "leadkit/check/rules/", "leadkit/check/ask/", "leadkit/check/subject.py", "leadkit/model/open.py",
    "leadkit/model/audience.py", "leadkit/policy/compile/", "leadkit/policy/scenarios.py",
    "leadkit/documents/template/view.py", "leadkit/documents/absence.py", "leadkit/documents/composer.py",
    "leadkit/documents/composing.py", "leadkit/documents/adoption.py",
    "leadkit/documents/letterhead.py", "leadkit/documents/overrides/places.py", "leadkit/documents/translation.py",
    "leadkit/deploy/compile/",
)  # fmt: skip
WALKS = ("leadkit/deploy/compile/plain.py",)
"""What writes whole objects as they are."""


FIELDS = {(home, name) for owner in classes_in(Program, set()) for name, home in homes_of(owner).items()}


@pytest.fixture(scope="module")
def read() -> Read:
    """The fields that are read while every shipped program is checked, compiled, tested and printed."""
    seen: Read = set()
    with noting(seen, lambda file: any(reader in file for reader in READERS) and not file.endswith(WALKS)):
        for folder in sorted(programs().iterdir()):
            jurisdiction = load(folder)
            check_jurisdiction(jurisdiction)
            compile_policy(jurisdiction)
            compile_all(jurisdiction, name=folder.name)
            list(run_scenarios(jurisdiction))
            standing = jurisdiction.resolve()
            for document in document_ids(default_root()):
                letterhead_of(standing, document)
                for language in LANGUAGES:
                    if has_language(document, default_root(), language):
                        compose_standing(standing, document, language)
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
