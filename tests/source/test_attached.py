"""Files beside the YAML: read from the folder alone, on disk and in git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.attached import read_attached

ASKED = Span("county/documents.yaml", 3, 5, 3, 9)
CONTENT = b"PK\x00 a letterhead\r\n"


@pytest.fixture(params=["disk", pytest.param("git", marks=pytest.mark.gate("git"))])
def place(request: pytest.FixtureRequest, folder: Path) -> str:
    """The county's folder with files beside the YAML, on disk or committed."""
    (folder / "letterhead").mkdir()
    (folder / "letterhead" / "county.docx").write_bytes(CONTENT)
    (folder / "letterhead" / "big.docx").write_bytes(b"#" * 5_000_001)
    (folder / "letterhead" / "full.docx").write_bytes(b"#" * 5_000_000)
    (folder.parent / "outside.docx").write_bytes(CONTENT)
    if os.name != "nt":
        (folder / "letterhead" / "link.docx").symlink_to("county.docx")
        (folder / "linked").symlink_to("letterhead")
    if request.param == "disk":
        return "county"
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q", "."], ["add", "-A"], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    (folder / "letterhead" / "county.docx").write_bytes(b"changed since")
    return "git:HEAD:county"


def test_a_file_is_read_as_it_is(place: str) -> None:
    assert read_attached(place, "letterhead/county.docx", ASKED) == CONTENT
    assert read_attached(place, "letterhead/full.docx", ASKED) == b"#" * 5_000_000


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("letterhead/sheriff.docx", "LK119"),
        ("letterhead/county.docx/more", "LK119"),
        ("../outside.docx", "LK119"),
        ("letterhead/../../outside.docx", "LK119"),
        ("/etc/hostname", "LK119"),
        ("C:/letters/county.docx", "LK119"),
        ("letterhead\\county.docx", "LK119"),
        ("letterhead/county.docx\0", "LK119"),
        ("letterhead", "LK107"),
        ("letterhead/big.docx", "LK108"),
        pytest.param("letterhead/link.docx", "LK106", marks=pytest.mark.skipif(os.name == "nt", reason="no links")),
        pytest.param("linked/county.docx", "LK106", marks=pytest.mark.skipif(os.name == "nt", reason="no links")),
    ],
)
def test_what_is_not_read_is_a_finding_at_the_field(place: str, path: str, code: str) -> None:
    found = read_attached(place, path, ASKED)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.spans) == (code, (ASKED,))
    assert found.remedy


@pytest.mark.parametrize(
    ("place", "code"), [("nowhere", "LK119"), ("git:v9:county", "LK109"), ("git:nothing", "LK109")]
)
def test_a_place_that_is_not_there(folder: Path, place: str, code: str) -> None:
    found = read_attached(place, "letterhead/county.docx", ASKED)
    assert isinstance(found, Diagnostic)
    assert found.code == code
