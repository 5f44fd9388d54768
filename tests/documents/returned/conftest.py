"""A small county whose draft comes back, in a folder of its own for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from leadkit.documents import to_docx
from leadkit.documents.overrides.saving import save
from leadkit.documents.returned.asked import Asked
from leadkit.documents.returned.marks import MARK
from leadkit.documents.returned.proposal import Review
from leadkit.documents.returned.reviewing import review
from leadkit.documents.returned.today import today
from leadkit.documents.standing import compose_standing
from leadkit.model.load import load
from tests.documents.returned.edited import Draft, edited

MAPLE = Path(__file__).parent / "maple"
Edit = Callable[[Draft], None]


def built(folder: Path) -> bytes:
    """The draft of a program as it is now."""
    document = compose_standing(load(folder).resolve(), "mou").document
    assert document is not None
    return to_docx(document)


def printed(folder: Path) -> dict[str, str]:
    """What each clause of a program's memorandum says; the numbers of references, which others move, are left out."""
    document = compose_standing(load(folder).resolve(), "mou").document
    assert document is not None
    return {id_: MARK.sub("§", "\n".join(clause.texts)) for id_, clause in today(document).items()}


@pytest.fixture(scope="session")
def draft() -> bytes:
    """The draft of the county before anybody edited anything."""
    return built(MAPLE)


@pytest.fixture(scope="session")
def before() -> dict[str, str]:
    """What its clauses say."""
    return printed(MAPLE)


@dataclass(frozen=True)
class County:
    """The county's folder, and the draft that was built from it."""

    folder: Path
    draft: bytes

    def review(self, edit: Edit, **asked: object) -> Review:
        """Edit the draft, and review it."""
        return review(edited(self.draft, edit), str(self.folder), Asked(**asked))  # type: ignore[arg-type]

    def taken(self, edit: Edit, **asked: object) -> dict[str, str]:
        """Edit the draft, take it in, and give what each clause says then; nothing is left to do by hand."""
        made = self.review(edit, **asked)
        assert [one.message for one in made.findings] == []
        assert save(made.before, made.after) is None
        return printed(self.folder)

    def text(self, name: str) -> str:
        """A file of the folder."""
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def county(tmp_path: Path, draft: bytes) -> County:
    folder = tmp_path / "maple"
    shutil.copytree(MAPLE, folder)
    return County(folder, draft)
