"""The memorandum of each program that is shipped, as it is built from the folder."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from leadkit.documents import Composition, compose, to_docx, to_markdown
from leadkit.documents.absence import OpenEntries
from leadkit.documents.template.words import typographic
from leadkit.documents.tree.inline import Value
from leadkit.documents.tree.trace import walk
from leadkit.model.load import load
from leadkit.model.root import Program
from leadkit.resources import programs
from tests.programs import PROGRAMS

each_program = pytest.mark.parametrize("name", PROGRAMS)


@cache
def _program(name: str) -> Program:
    program = load(programs() / name).resolve().program
    assert program is not None
    return program


@cache
def _composed(name: str) -> Composition:
    program = _program(name)
    return compose(program, "mou", load(programs() / name).as_of, absences=OpenEntries(program.open))


@cache
def _text(name: str) -> str:
    document = _composed(name).document
    assert document is not None, [one.message for one in _composed(name).diagnostics]
    return to_markdown(document)


@each_program
def test_it_is_built_and_the_same_bytes_come_twice(name: str) -> None:
    program = _program(name)
    again = compose(program, "mou", load(programs() / name).as_of, absences=OpenEntries(program.open)).document
    document = _composed(name).document
    assert document is not None
    assert again is not None
    assert to_docx(document) == to_docx(again)
    assert to_markdown(again) == _text(name)


@each_program
def test_it_names_every_party_body_and_open_pathway(name: str) -> None:
    program = _program(name)
    text = _text(name)
    for party in program.agreement.parties.values():
        assert typographic(program.agencies[party.agency].legal_name) in text
    for body in program.governance.bodies.values():
        assert body.local_name in text
    for pathway in program.pathways.values():
        if pathway.enabled and pathway.name:
            assert pathway.name in text


@each_program
def test_what_must_stay_out_of_an_agreement_stays_out(name: str) -> None:
    """No limit on amounts, no telephone number, no budget figure, no address of a person."""
    program, text = _program(name), _text(name)
    for amount in program.eligibility.amounts.values():
        assert amount.at_most is None or f" {amount.at_most} " not in text
    for stream in program.funding.streams.values():
        assert stream.amount is None or str(stream.amount) not in text
    assert not re.findall(r"(?<![0-9])\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])", text)
    assert "@" not in text


@each_program
def test_every_printed_value_comes_from_a_field(name: str) -> None:
    document = _composed(name).document
    assert document is not None
    values = [node for node in walk(document) if isinstance(node, Value)]
    assert len(values) > 20
    sections = set(Program.model_fields) | {"on"}
    assert all(value.path.split(".")[0] in sections for value in values)


@each_program
def test_no_sentence_shows_an_id_a_python_word_or_a_gap_in_the_text(name: str) -> None:
    text = re.sub(r"^> .*$", "", _text(name), flags=re.MULTILINE)
    assert not re.findall(r"\b(None(?! on policy)|True|False|View|\w+_\w+)\b", text)
    assert not re.findall(r" [,.;]|\(\)|  ,", text)


def test_the_invented_program_leaves_nothing_open() -> None:
    text = _text("example-county")
    assert "- **Open:** Nothing" in text
    assert "> **" not in text


def test_what_the_sources_of_a_real_program_do_not_say_prints_as_a_box() -> None:
    text = _text("albany-ny")
    program = _program("albany-ny")
    boxed = set(re.findall(r"^> Field: (\S+)$", text, flags=re.MULTILINE))
    assert {"agreement.term", "agreement.withdrawal", "agreement.signatures"} <= boxed
    assert boxed <= set(program.open)
    assert "> **Not in the public sources**" in text
    assert "Compiled from public sources. Not issued, reviewed or approved by any agency that it names." in text


def test_an_agreement_to_plan_promises_no_operation() -> None:
    text = _text("albany-ny")
    assert "This is an agreement to develop the Program." in text
    assert "No Promise of an Outcome" not in text


def test_an_agreement_to_operate_does_not_call_itself_one_to_plan() -> None:
    assert "agreement to plan" not in _text("example-county")


def test_eligibility_is_cited_by_version_and_not_copied() -> None:
    text = _text("example-county")
    assert "“Eligibility for diversion” in the version in force, and not in this Agreement." in text
    assert "On November 24, 2026 that is version 2026-02." in text


def test_an_undecided_field_prints_a_box_with_its_question_and_owner(tmp_path: Path) -> None:
    _copy(tmp_path, "agreement.yaml", r"  term:\n(    .*\n)+", "")
    (tmp_path / "open.yaml").write_text(
        "open:\n  agreement.term: {why: undecided, question: How long does it run?, owner: county-prosecutor,"
        " due: 2027-01-15}\n",
        encoding="utf-8",
    )
    text = _built(tmp_path)
    assert "> **Decision needed**" in text
    assert "How long does it run?" in text
    assert "January 15, 2027" in text
    assert "- **Open:** 1 decision needed" in text


def test_a_value_is_never_read_as_markup_or_as_a_template(tmp_path: Path) -> None:
    _copy(
        tmp_path, "agencies.yaml", "legal_name: Example County\n", 'legal_name: "# *Bold* {{ 7 * 7 }} <b>x</b> | y"\n'
    )
    text = _built(tmp_path)
    assert "49" not in re.sub(r"[0-9]{2,}-[0-9]+|Minute.*|Fingerprint.*", "", text.split("## Article 2")[0])
    assert r"\*Bold\*" in text
    assert "{{ 7" in text.replace("\\", "")


def _copy(folder: Path, file: str, old: str, new: str) -> None:
    for each in (programs() / "example-county").glob("*.yaml"):
        text = each.read_text(encoding="utf-8")
        if each.name == file:
            text, count = re.subn(old, lambda _: new, text, count=1)
            assert count
        (folder / each.name).write_text(text, encoding="utf-8")


def _built(folder: Path) -> str:
    program = load(folder).resolve().program
    assert program is not None
    composed = compose(program, "mou", load(folder).as_of, absences=OpenEntries(program.open))
    assert composed.document is not None, [one.message for one in composed.diagnostics]
    return to_markdown(composed.document)


def test_no_table_says_the_heading_of_its_section_again(county: str) -> None:
    headings = re.findall(r"^#+ (?:Article )?(?:[0-9A-Z.]+ )?(.*)\n\n(?:.+\n\n)?\*\*(.+)\*\*\n", county, re.MULTILINE)
    assert not [caption for heading, caption in headings if caption.casefold() == heading.casefold()]
    assert "**Critical incidents**" not in county
