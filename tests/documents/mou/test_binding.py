"""What binds, from when, until when, and who changes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.documents.mou.reading import Printed, section, text


def test_what_binds_is_cited_by_place_and_the_protections_bind_though_the_list_omits_them(printed: Printed) -> None:
    whole = text(printed("agreement:\n  binding: {binds_by_default: no, binding: [records], non_binding: ~}\n"))
    binds = section(whole, "What Binds")
    for title in ("No Obligation of Funds", "Liability", "No Rights of Others", "Termination", "Governing Law"):
        number = re.search(rf"^### ([0-9.]+) {title}$", whole, re.MULTILINE)
        assert number
        article = number[1].split(".")[0]
        assert f"Section {number[1]}" in binds or f"Article {article}" in binds
    assert "an intergovernmental agreement" in binds
    assert "confidentiality" not in binds


def test_an_undertaking_on_a_binding_subject_is_cited_where_it_is_printed(printed: Printed) -> None:
    whole = text(printed("agreement:\n  binding: {binds_by_default: no, binding: [defense], non_binding: ~}\n"))
    number = re.search(r"^### ([0-9.]+) Public Defense$", whole, re.MULTILINE)
    assert number
    assert f"gives each of them: Section {number[1]}." in section(whole, "What Binds")


def test_a_clause_that_is_named_itself_binds(printed: Printed) -> None:
    laid_over = "agreement:\n  binding: {{binds_by_default: no, binding: ~, clauses: [{}], non_binding: ~}}\n"
    whole = text(printed(laid_over.format("minors")))
    number = re.search(r"^### ([0-9.]+) Minors$", whole, re.MULTILINE)
    assert number
    assert f"Section {number[1]}" in section(whole, "What Binds")
    found = printed(laid_over.format("minor"))
    assert found.document is None
    (told,) = found.diagnostics
    assert (told.code, told.path) == ("LK707", "agreement.binding.clauses.0")
    assert told.spans[0].file.endswith(".yaml")


def test_what_makes_an_agreement_work_binds_wherever_anything_does(printed: Printed) -> None:
    whole = text(printed("agreement:\n  binding: {binds_by_default: no, binding: [records], non_binding: ~}\n"))
    binds = section(whole, "What Binds")
    for title in ("The Parties", "Access to Counsel", "Labor Agreements", "Non-Discrimination"):
        number = re.search(rf"^### ([0-9.]+) {title}$", whole, re.MULTILINE)
        assert number
        assert f"Section {number[1]}" in binds
    assert "Article 15, Article 16, “Signatures”, and Appendix B" in binds


def test_ranks_leave_labor_and_orders_where_they_are(county: str, otherwise: str) -> None:
    said = section(county, "Order of Precedence")
    assert "conditions of a grant, for the Party that accepted it" in said
    assert "Collective bargaining agreements rank before this Agreement." in said
    assert "overrides an agency’s orders" in said
    changed = section(otherwise, "Order of Precedence")
    assert "the rest of this Agreement" in changed
    assert "Collective bargaining" not in changed


def test_the_end_of_the_agreement_says_who_may_bring_it_about(county: str, otherwise: str) -> None:
    whole = county
    assert "Any Party may end it, by notice to the others, for one of these causes:" in section(whole, "Termination")
    assert "No power of an elected official is suspended." in section(whole, "Suspension")
    assert "if every Party agrees in writing at least sixty (60) days" in section(whole, "Term")
    few = section(otherwise, "Termination")
    assert "each of them may end it by notice to the others" in few
    assert "ends where too few" not in few


def test_effect_waits_for_the_posting_and_for_ones_own_signature(county: str, otherwise: str) -> None:
    signing = county.split("## Signatures")[1]
    assert "before it is listed by subject on a public agency’s website as chapter 39.34 RCW requires" in signing
    assert "It binds each Party only from that Party’s own signature." in signing
    assert "If those signatures are given before January 1, 2024" in signing
    assert "It does not take effect before" not in otherwise


def test_nobody_signed_a_text_whose_signatures_are_pending(printed: Printed, county: str) -> None:
    pending = "".join(f"    {name}: {{status: pending, date: ~, method: ~}}\n" for name in tree_signatures(county))
    draft = text(printed(f"documents:\n  mou: {{status: draft}}\nagreement:\n  signatures:\n{pending}"))
    assert "sign on the dates beside their signatures." in draft
    assert "Signature, Chief of Police, Sampleton Police Department: \\_" in draft
    assert "This is a draft for review by counsel." in draft
    signed = county
    assert "Signature, Chief of Police, Sampleton Police Department: signed" in signed
    assert "Text as amended through Amendment No. 2; not the executed original." in signed


def tree_signatures(whole: str) -> Iterator[str]:
    """The ids of the signature page of the example county."""
    assert "## Signatures" in whole
    yield from (
        "county", "city", "police-chief", "sheriff", "prosecuting-attorney", "city-attorney", "defense-director",
        "bridgeway-director", "harbor-officer", "center-president", "association-director", "council-chair",
        "university", "presiding-judge", "tribal-chair",
    )  # fmt: skip


def test_a_veto_stands_where_an_annex_is_changed(county: str, otherwise: str) -> None:
    consent = "A change of “Eligibility for diversion” needs also the consent of each of these"
    assert consent in section(county, "Annexes")
    assert consent not in section(otherwise, "Annexes")


def test_an_annex_that_prevails_over_a_summary_is_no_contradiction_in_the_order_of_precedence(county: str) -> None:
    order = section(county, "Order of Precedence")
    assert order.lstrip().startswith("Except where this Agreement says of a text that it prevails")
    assert "- (e) the annexes that are no part of it;" in order


def test_a_word_defined_keeps_its_meaning_in_the_small_letters_that_the_program_writes(county: str) -> None:
    assert "A word defined here keeps its meaning where it is printed without a capital letter." in county


def test_what_survives_binds_a_party_that_has_withdrawn(county: str) -> None:
    assert "What survives binds also a Party that has withdrawn." in section(county, "Termination")


def test_a_participant_may_see_their_own_record_and_send_it_to_their_lawyer(county: str) -> None:
    shared = section(county, "What May Be Shared")
    assert "of that person’s own records, or asks to have given to that person’s own lawyer, as the law" in shared


def test_every_partner_is_told_before_the_host_changes_as_the_transition_plan_says(county: str) -> None:
    said = "Every partner, the host among them, is told sixty (60) days before the vote."
    assert said in section(county, "Change of Host")


def test_a_clause_that_is_named_itself_survives(printed: Printed) -> None:
    laid_over = "agreement: {{termination: {{surviving_clauses: [{}]}}}}\n"
    whole = text(printed(laid_over.format("minors")))
    number = re.search(r"^### ([0-9.]+) Minors$", whole, re.MULTILINE)
    assert number
    assert re.search(rf"These survive the end of .*Section {number[1]}\b", section(whole, "Termination"))
    found = printed(laid_over.format("minor"))
    assert found.document is None
    (told,) = found.diagnostics
    assert (told.code, told.path) == ("LK707", "agreement.termination.surviving_clauses.0")
