"""The words of ``signing.json`` stand once in each file: read back from Word, PDF, HTML and Markdown."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path
from shutil import which

import lxml.html
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from leadkit.documents import build_standing
from leadkit.documents.signing.listing import write_signing
from leadkit.model.load import load
from leadkit.resources import programs
from tests.sampling import ALL, takes_long

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXAMPLE = programs() / "example-county"
KINDS = ["participation-sheriff", "joinder-form", "release-story", "preference-form"]
if ALL:
    KINDS += ["mou", "withdrawal-form", "county-resolution", "police-policy-city", "release-treatment"]
    KINDS += ["participation-acknowledgment", "revocation-form", "no-filing-notice"]
_SPANISH = ("preference-form", "participation-acknowledgment", "revocation-form")
TRANSLATED = [f"{each}.es" for each in _SPANISH if each in KINDS]
"""Their texts in Spanish, but for the release, which is not printed in a draft translation."""


def words_of(file: Path) -> str:
    """What a reader reads, with the breaks of lines as single spaces."""
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as archive:
            paragraphs = etree.fromstring(archive.read("word/document.xml")).iter(f"{W}p")
            text = "\n".join("".join(each.text or "" for each in one.iter(f"{W}t")) for one in paragraphs)
    elif file.suffix == ".html":
        text = lxml.html.document_fromstring(file.read_bytes()).text_content()
    elif file.suffix == ".md":
        page = MarkdownIt("commonmark").enable("table").render(file.read_text(encoding="utf-8"))
        text = lxml.html.fromstring(f"<div>{page}</div>").text_content()
    else:
        told = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout
        text = told.decode("utf-8")
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed")
    formats = ["docx", "html", "md", *(["pdf"] if which("pdftotext") else [])]
    results = build_standing(_unsigned(), KINDS, formats, folder)
    assert write_signing(results, folder) == ()
    return folder


def _unsigned():
    """The example county before anybody has signed."""
    instead = {}
    text = (EXAMPLE / "agreement.yaml").read_text(encoding="utf-8")
    lines = text[text.index("\n  signatures:") : text.index("\n  effective_when:")]
    pending = re.sub(r"status: signed|\bdate: 20[0-9-]+,? ?|method: \w+,? ?", _pending, lines)
    pending = re.sub(r"\n +(?=\n)", "", pending)
    instead[(EXAMPLE / "agreement.yaml").as_posix()] = text.replace(lines, pending).encode("utf-8")
    return load(EXAMPLE, instead).resolve()


def _pending(match: re.Match[str]) -> str:
    return "status: pending" if match[0].startswith("status") else ""


def listed(out: Path) -> list[dict]:
    return json.loads((out / "signing.json").read_text(encoding="utf-8"))["documents"]


def test_every_place_to_sign_is_found_once_in_every_file(out: Path) -> None:
    documents = listed(out)
    assert sorted(each["document"] for each in documents) == sorted([*KINDS, *TRANSLATED])
    for document in documents:
        for file in document["files"]:
            text = words_of(out / file["name"])
            counts = {each["anchor"]: text.count(each["anchor"]) for each in document["signatures"]}
            assert counts == dict.fromkeys(counts, 1), file["name"]


@takes_long
def test_who_signs_for_whom_and_in_which_order(out: Path) -> None:
    mou = next(each for each in listed(out) if each["document"] == "mou")
    assert [each["order"] for each in mou["signatures"]] == list(range(1, len(mou["signatures"]) + 1))
    assert mou["electronic"] is True
    first, form, attest = mou["signatures"][:3]
    assert first == {
        "order": 1, "kind": "signature", "role": "Chair of the Board of Commissioners", "person": None,
        "anchor": "Signature, Chair of the Board of Commissioners, Example County:", "party": "Example County",
        "agency": "example-county-government", "capacity": None, "signed": False,
        "lines": ["signature", "printed_name", "date"], "field": "agreement.signatures.county",
    }  # fmt: skip
    assert (form["kind"], form["role"], form["lines"]) == (
        "approval_as_to_form", "Office of county counsel", ["approval_as_to_form"],
    )  # fmt: skip
    assert (attest["kind"], attest["role"]) == ("attest", "Clerk of the Board")
    assert "A. Sample" in [each["person"] for each in mou["signatures"]]


def test_a_form_asks_nobody_elses_leave_for_an_electronic_signature(out: Path) -> None:
    release = next(each for each in listed(out) if each["document"] == "release-story")
    assert release["electronic"] is None
    signed = [(each["role"], each["lines"], each["agency"]) for each in release["signatures"]]
    assert signed[0] == ("The person", ["signature", "date"], None)


def test_a_statement_is_signed_for_the_agency_by_title(out: Path) -> None:
    statement = next(each for each in listed(out) if each["document"] == "participation-sheriff")
    (line,) = statement["signatures"]
    assert (line["role"], line["agency"], line["person"]) == ("Sheriff", "county-sheriff", None)
    assert line["lines"] == ["signature", "printed_name", "date"]


def test_a_build_of_one_format_keeps_what_was_told_of_the_others(out: Path) -> None:
    results = build_standing(_unsigned(), ["joinder-form"], ["md"], out)
    before = listed(out)
    foreign = {"document": "bill", "files": [{"name": "bill.docx", "sha256": "ab"}], "signatures": "Sheriff"}
    (out / "signing.json").write_text(json.dumps({"documents": [foreign, *before]}), encoding="utf-8")
    write_signing(results, out)
    assert [each["document"] for each in listed(out)] == [each["document"] for each in before]
    joinder = next(each for each in listed(out) if each["document"] == "joinder-form")
    assert {each["format"] for each in joinder["files"]} >= {"docx", "html", "md"}
