"""What holds for every annex: its words, its standing, its fingerprint in the memorandum, and when there is none."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from leadkit.documents.library import default_root, document_ids, load
from leadkit.documents.template.phrases import read_phrases
from leadkit.model.agencies.kinds import LegalForm
from leadkit.model.agreement.change import AnnexContent, DecidedBy
from leadkit.model.agreement.execution import SignatureStatus
from leadkit.model.agreement.parties import PartyStatus
from leadkit.model.agreement.protections import NoticeMeans
from leadkit.model.agreement.term import SuspensionOf
from leadkit.model.areas import AreaKind, AreaPurpose, PublicLaw280
from leadkit.model.document_kinds import DocumentKind
from leadkit.model.events import Frequency
from leadkit.model.funding import AmountFor, Pays, StreamKind, StreamStatus
from leadkit.model.measures.evaluation import Design, EvaluationStatus
from leadkit.model.measures.indicators import Bound, Direction, Disaggregation, IndicatorKind, Span
from leadkit.model.measures.reports import DataAgreementStatus, Readership
from leadkit.values.level import Level
from tests.programs import PROGRAMS

ANNEXES = (
    "areas-annex",
    "party-roster",
    "measures-annex",
    "joinder-form",
    "withdrawal-form",
    "transition-plan",
    "funding-schedule",
)
PHRASES: dict[str, dict[str, type[StrEnum]]] = {
    "areas-annex": {
        "area_kind": AreaKind, "area_purpose": AreaPurpose, "pl280": PublicLaw280,
    },
    "party-roster": {
        "agency_form": LegalForm, "party_status": PartyStatus, "signature_status": SignatureStatus,
        "notice_means": NoticeMeans, "level": Level,
    },
    "measures-annex": {
        "indicator_kind": IndicatorKind, "span": Span, "disaggregation": Disaggregation, "direction": Direction,
        "bound": Bound, "frequency": Frequency, "data_agreement_status": DataAgreementStatus,
        "readership": Readership, "evaluation_status": EvaluationStatus, "design": Design,
    },
    "joinder-form": {"decided_by": DecidedBy},
    "funding-schedule": {
        "stream_kind": StreamKind, "stream_status": StreamStatus, "amount_for": AmountFor, "pays": Pays,
    },
    "transition-plan": {"suspended": SuspensionOf},
}  # fmt: skip


@pytest.mark.parametrize("document", PHRASES)
def test_every_word_of_a_list_of_choices_has_its_phrase(document: str) -> None:
    own = default_root() / document / "phrases.yaml"
    phrases = read_phrases(own.read_text(encoding="utf-8"), own.name)
    assert {name: set(words) for name, words in phrases.items()} == {
        name: {str(word) for word in words} for name, words in PHRASES[document].items()
    }


def test_an_annex_is_named_as_the_model_names_its_kind_and_what_it_holds() -> None:
    for document in document_ids(default_root()):
        assert document.replace("-", "_") in set(DocumentKind)
        outline = load(document, default_root()).outline
        assert outline is not None
        assert outline.holds in {"", *AnnexContent}


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("document", ANNEXES)
def test_it_prints_words_for_readers_or_says_why_it_cannot(document, name, composed, text, refusal) -> None:
    found = composed(document, name)
    if found.document is None:
        assert refusal(found)
        return
    plain = re.sub(r"^\s*> .*$", "", text(found), flags=re.MULTILINE)
    assert not re.findall(r"\b(None|True|False|View|[a-z]+_[a-z]+)\b", plain)
    assert not re.search(r"\b[0-9]{3}[-.][0-9]{3}[-.][0-9]{4}\b|\b555-[0-9]{4}\b", plain)


WITHOUT = """
agreement:
  annexes: {areas-and-hours: {status: not_agreed}}
  parties: ~
  new_parties: ~
  withdrawal: ~
  suspension: ~
  termination: ~
governance: {project_management: {change_of_host: ~}}
measures: {indicators: ~, reports: ~, data_agreements: ~}
funding: {visibility: partners}
"""


def test_a_program_without_the_data_has_no_such_document(altered, refusal) -> None:
    reasons = {document: refusal(altered(document, WITHOUT)) for document in ANNEXES}
    assert reasons == {
        "areas-annex": "The annex has not been agreed.",
        "party-roster": "The program names no party.",
        "measures-annex": "The program names no measure, report or duty to supply data.",
        "joinder-form": "The program does not say how an agency joins.",
        "withdrawal-form": "The program does not say how a party leaves.",
        "funding-schedule": "The program does not make its funding public.",
        "transition-plan": "The program does not say how a party leaves, how the agreement is suspended or ends, "
        "or how its host changes.",
    }


def test_a_form_is_issued_by_the_program_alone(composed, refusal) -> None:
    assert "only its own parties can issue a form" in refusal(composed("joinder-form", "albany-ny"))
    assert "only its own parties can issue a form" in refusal(composed("withdrawal-form", "santa-fe-nm"))


def test_the_memorandum_cites_each_annex_that_it_names_by_its_fingerprint(composed, text) -> None:
    memorandum = text(composed("mou"))
    assert "Texts of the annexes on November 24, 2026" in memorandum
    for document in (*ANNEXES, "eligibility-annex"):
        annex = composed(document).document
        assert f"{annex.cover.title} | {annex.cover.fingerprint}" in memorandum


def test_an_annex_is_found_by_the_kind_of_the_document_that_prints_it(altered, composed, text) -> None:
    piece = (
        "documents: {where-and-when: {kind: areas_annex, audience: public, status: draft}}\n"
        "agreement: {annexes: {areas-and-hours: {document: where-and-when}}}\n"
    )
    fingerprint = composed("areas-annex").document.cover.fingerprint
    assert f"Areas, hours and map | {fingerprint}" in text(altered("mou", piece))


def test_an_annex_that_the_agreement_does_not_name_binds_nobody(altered, text) -> None:
    piece = "agreement: {annexes: {areas-and-hours: {holds: protocol, document: protocol}}}\n"
    assert "is no part of the memorandum, and binds nobody" in text(altered("areas-annex", piece))


def test_it_says_what_it_is_and_who_may_change_it(altered, composed, text) -> None:
    piece = (
        "role: incorporated, notice: 14 days, adopted_on: 2025-03, binds: [bridgeway], amendable_by: governing_bodies"
    )
    printed = text(
        altered("areas-annex", f"agreement: {{annexes: {{areas-and-hours: {{{piece}, amending_body: ~}}}}}}\n")
    )
    assert "This document is part of the memorandum" in printed
    assert "It was adopted in March 2025." in printed
    assert "The governing bodies of the parties may change it." in printed
    assert "at least fourteen (14) days before it takes effect" in printed
    assert "It binds Bridgeway." in printed
    assert "by the power that it has under Resolution 2023-118" in text(composed("transition-plan"))


def test_who_may_change_it_is_asked_where_it_is_open(altered, text) -> None:
    piece = (
        "agreement: {annexes: {areas-and-hours: {amending_body: ~, amendable_by: ~}}}\n"
        "open: {agreement.annexes.areas-and-hours.amendable_by: "
        "{why: undecided, question: Who may change the map?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> Who may change the map?" in text(altered("areas-annex", piece))


def test_a_document_without_law_says_nothing_of_statutes(composed, text) -> None:
    assert "statute" not in text(composed("areas-annex"))
    assert "statute" in text(composed("eligibility-annex"))
