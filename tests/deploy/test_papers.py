"""The papers of the service: those that the public or the partners may read, each with its hash."""

from __future__ import annotations

import hashlib

from leadkit.deploy.compile.bench import Bench
from leadkit.deploy.papers import built_papers
from tests.sampling import takes_long


@takes_long
def test_a_paper_is_listed_with_its_readers_and_its_hash_and_a_privileged_one_is_none(county: Bench) -> None:
    files, listed = built_papers(county.standing, ("participant-rights", "case-manager-manual", "counsel-issues"))
    told = {str(entry["file"]): entry for entry in listed}
    assert files.keys() == told.keys()
    assert {entry["audience"] for entry in listed} == {"public", "partners"}
    assert {entry["language"] for entry in listed} == {"en", "es"}
    assert not [path for path in files if "counsel" in path]
    for path, data in files.items():
        assert told[path]["sha256"] == hashlib.sha256(data).hexdigest()
    again, _ = built_papers(county.standing, ("participant-rights",))
    assert all(files[path] == data for path, data in again.items())
