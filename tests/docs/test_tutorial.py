"""The tutorial, followed word for word: its parts go on where the one before ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.running import ROOT, run_page
from tests.sampling import takes_long

TUTORIAL = ROOT / "docs" / "tutorial"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in which somebody has followed the first part."""
    desk = tmp_path_factory.mktemp("tutorial")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("LEADKIT_CACHE", "off")
        run_page(TUTORIAL / "first-program.md", desk, monkeypatch)
    yield desk


def test_the_first_part_ends_with_a_draft_that_says_the_term(begun: Path) -> None:
    assert "three (3) years" in (begun / "out/pine-county/mou.md").read_text(encoding="utf-8")


@takes_long
@pytest.mark.gate("python:mkdocs")
def test_the_second_part_ends_with_a_site_without_what_was_kept_back(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_page(TUTORIAL / "first-site.md", begun, monkeypatch)
    site = begun / "pine-county-site" / "site"
    assert (site / "open.html").is_file()
    assert not (site / "governance.html").exists()


@takes_long
@pytest.mark.gate("python:django", "python:allauth")
def test_the_third_part_ends_with_a_demonstration(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    run_page(TUTORIAL / "first-service.md", begun, monkeypatch)
