"""What a new folder leaves unsaid is open or not needed: every document of it can be built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leadkit.check.run import check
from leadkit.diagnostic import Severity
from leadkit.documents import compose_standing
from leadkit.documents.codes import REFUSED
from leadkit.documents.library import default_root, document_ids
from leadkit.documents.tree.blocks import Box
from leadkit.documents.tree.document import Document
from leadkit.model.areas import AreaKind
from leadkit.model.load import load
from leadkit.model.pathways.kinds import PathwayKind
from leadkit.onboard.writing.folder import write_folder
from tests.onboard.conftest import Read, plain, taken
from tests.sampling import takes_long

WHOLE = ("all", "least", "self_referral")
"""The cases of which every document is built; of the others those that say who does what, which are built faster."""
FAST = ("areas-annex", "party-roster")


def _answers(case: str) -> dict[str, Any]:
    """Answers with every pathway, or with one alone, and with one of the others left out."""
    said = plain("least.yaml" if case == "least" else "maple.yaml")
    said["areas"] = {
        "old-town": {"name": "Old Town", "kind": AreaKind.STREET_BOUNDS.value},
        "town": {"name": "The Town", "kind": AreaKind.CITYWIDE.value},
    }
    said["pathways"] = [case] if case in set(PathwayKind) else [kind.value for kind in PathwayKind]
    return {name: one for name, one in said.items() if name not in (case, "project_management")}


def _astray(document: Document) -> Iterator[tuple[str, str]]:
    """Each box that stands in the section of another thing than its own, of those that the clause has sections for."""
    for clause in (clause for article in document.articles for clause in article.clauses):
        things = [(section.id, key) for section in clause.sections if (key := section.id.partition("-")[2])]
        for section in clause.sections:
            for box in section.blocks:
                if isinstance(box, Box) and box.open is not None:
                    own = [id_ for id_, key in things if f".{key}." in box.open.path]
                    if own and section.id not in own:
                        yield section.id, box.open.path


@pytest.mark.parametrize(
    "case", [*WHOLE, "family_referral", "arrest_diversion", "areas", "police", "prosecutors", "case_management"]
)
def test_a_new_folder_builds_whatever_was_left_open(case: str, read: Read, tmp_path: Path) -> None:
    write_folder(taken(read, _answers(case)), tmp_path / "new")
    assert not [one.message for one in check(tmp_path / "new") if one.severity is Severity.ERROR]
    standing = load(tmp_path / "new").resolve()
    for document in document_ids(default_root()) if case in WHOLE else FAST:
        composed = compose_standing(standing, document)
        assert not [one.message for one in composed.diagnostics if one.is_error and one.code != REFUSED.code], document
        assert not (composed.document and list(_astray(composed.document))), document


@takes_long
def test_a_new_folder_of_parties_that_only_plan_has_their_memorandum(read: Read, tmp_path: Path) -> None:
    write_folder(taken(read, {**plain("maple.yaml"), "stage": "planning", "status": "planning"}), tmp_path / "new")
    composed = compose_standing(load(tmp_path / "new").resolve(), "planning-mou")
    assert composed.document is not None
    assert composed.document.cover.title == "Memorandum of Understanding to Plan Maple County Diversion Program"
    assert [each.id for each in composed.document.articles][-2:] == ["signatures", "schedule"]
