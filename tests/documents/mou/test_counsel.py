"""What counsel would strike out: each test changes the data and reads the sentence that must follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

import pytest

from leadkit.documents import Composition, to_markdown
from leadkit.documents.library import default_root, load
from leadkit.documents.tree.document import Document
from leadkit.model.agreement.authority import FilingKind, Instrument
from leadkit.model.agreement.change import AnnexRole, DecidedBy, PrecedenceRank
from leadkit.model.agreement.parties import Subject
from leadkit.model.agreement.protections import InsuranceKind, LastResort, NoticeMeans, ReservedPower
from leadkit.model.agreement.term import RenewalBy, SuspensionOf
from leadkit.model.eligibility.consent import AfterRefusal
from leadkit.model.eligibility.warrants import SupervisionKind
from leadkit.model.governance.kinds import Authority, DecisionRule, Meets, Minutes
from leadkit.model.pathways.kinds import ReferralSource
from leadkit.model.procedure.charge import Filing, Outcome, ReleaseEvent
from leadkit.model.program.kinds import Principle
from leadkit.model.sharing.basis import CourtOrderStandard, DeIdentification
from leadkit.model.sharing.duties import Part2Answer
from leadkit.model.sharing.vocabulary import Action, Detail, Purpose, Redisclosure, Scope, UseLimit
from leadkit.values.level import Level

Printed = Callable[..., Composition]

PHRASES: dict[str, type[StrEnum]] = {
    "instrument": Instrument, "power": Authority, "meets": Meets, "minutes": Minutes, "host_rule": DecisionRule,
    "referral_source": ReferralSource, "filing": Filing, "release_event": ReleaseEvent, "outcome": Outcome,
    "level": Level, "after_refusal": AfterRefusal, "preserved": ReservedPower, "detail": Detail, "scope": Scope,
    "use_limit": UseLimit, "action": Action, "redisclosure": Redisclosure, "purpose": Purpose,
    "de_identification": DeIdentification,
    "order_standard": CourtOrderStandard, "part2": Part2Answer, "filing_act": FilingKind, "decided_by": DecidedBy,
    "annex_role": AnnexRole, "renewal": RenewalBy, "suspended": SuspensionOf, "notice_means": NoticeMeans,
    "last_resort": LastResort, "rank": PrecedenceRank, "insurance": InsuranceKind, "supervision": SupervisionKind,
    "principle": Principle,
}  # fmt: skip


def tree(composition: Composition) -> Document:
    assert composition.document is not None, [one.message for one in composition.diagnostics]
    return composition.document


def text(composition: Composition) -> str:
    return to_markdown(tree(composition))


def section(whole: str, title: str) -> str:
    """The text of one section, without its number."""
    match = re.search(rf"^### (?:[0-9A-Z.]+ )?{re.escape(title)}\n(.*?)(?=^##|\Z)", whole, re.MULTILINE | re.DOTALL)
    assert match, f"no section {title}"
    return match[1]


@pytest.mark.parametrize("name", PHRASES)
def test_every_word_of_a_list_of_choices_has_its_phrase(name: str) -> None:
    assert set(load("mou", default_root()).phrases[name]) == {word.value for word in PHRASES[name]}


def test_every_subject_that_may_bind_has_a_place() -> None:
    outline = load("mou", default_root()).outline
    assert outline is not None
    assert {subject.value for subject in Subject} <= set(outline.subjects)


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


def test_an_answer_of_yes_or_no_says_that_nothing_more_is_told(printed: Printed) -> None:
    row = next(line for line in text(printed()).splitlines() if "a landlord" in line)
    assert "a yes or no, and nothing more" in row
    assert "for care only and no adverse action; not passed on" in row
    assert "The “Release to a neighbor or business”" in row


def test_information_goes_to_nobody_but_as_the_agreement_says(printed: Printed) -> None:
    shared = section(text(printed()), "What May Be Shared")
    assert "to anyone only as Appendix B lists it, or as is required or allowed by Section" in shared
    assert "was referred, screened or offered the Program" in section(text(printed()), "Words Used in This Agreement")


def test_every_limit_on_use_yields_to_a_report_and_an_order(printed: Printed) -> None:
    whole = text(printed())
    assert "or of answering truthfully what an order of a court requires" in section(whole, "Limits on Use")
    assert "the testimony or records of a Case Manager, it stands under" in section(
        whole, "How These Undertakings Are Read"
    )


def test_the_federal_saving_covers_the_whole_agreement_and_stands_before_the_never_rules(printed: Printed) -> None:
    whole = text(printed())
    assert "Nothing in this Agreement prohibits or restricts what 8 U.S.C. §§ 1373 and 1644 protect." in whole
    assert section(whole, "What Is Never Shared").lstrip().startswith("Subject to Section")


def test_a_group_recommends_and_the_agency_decides(printed: Printed) -> None:
    assert "The agency concerned decides, within its own authority." in section(text(printed()), "Nobody Is Worse Off")


@pytest.mark.parametrize(("required", "form", "said"), [
    ("always", "[agrees_to_diversion, declines_prosecution]", "only where the complainant agrees and declines"),
    ("if_person_victim", "states_preference", "The statement is weighed, and does not decide."),
    ("if_person_victim", "agrees_to_diversion", "offered only with that person’s consent"),
])  # fmt: skip
def test_a_complainant_is_heard_as_the_data_says(printed: Printed, required: str, form: str, said: str) -> None:
    consent = f"eligibility:\n  consent:\n    complainant: {{required: {required}, form: {form}}}\n"
    assert said in section(text(printed(consent)), "Complainants")


def test_each_agency_refers_in_its_own_area(printed: Printed) -> None:
    pathway = section(text(printed()), "Arrest diversion")
    city = next(line for line in pathway.splitlines() if "referrals are made by the Sampleton Police" in line)
    assert "Sample River" not in city
    assert "the person’s own agreement" in pathway
    assert "consent of the participant" not in pathway


def test_a_pathway_that_is_not_open_says_so_and_nothing_else(printed: Printed) -> None:
    said = section(text(printed("pathways:\n  community-referral: {enabled: no}\n")), "Community referral")
    assert said.strip() == "This pathway is not open on November 24, 2026."


def test_a_party_of_which_it_is_not_known_whether_it_joined_has_a_box(printed: Printed) -> None:
    composed = printed(
        "agreement:\n  parties:\n    bridgeway: {status: ~}\n"
        "open:\n  agreement.parties.bridgeway.status: {why: undocumented, looked_in: [EX-1]}\n"
    )
    parties = section(text(composed), "The Parties")
    assert "It is not established whether Bridgeway has joined." in parties
    assert "> Field: agreement.parties.bridgeway.status" in parties


def test_the_number_of_seats_is_printed_only_where_it_is_known(printed: Printed) -> None:
    seat = "governance:\n  bodies:\n    community-leadership-team:\n      members:\n        residents: {seats: %s}\n"
    known = section(text(printed(seat % "3")), "Community Leadership Team")
    unknown = section(text(printed(seat % "~")), "Community Leadership Team")
    assert "Resident of the county: three seats" in known
    assert "Resident of the county, with" in unknown


def test_nobody_signed_a_text_whose_signatures_are_pending(printed: Printed) -> None:
    pending = "".join(
        f"    {name}: {{status: pending, date: ~, method: ~}}\n" for name in tree_signatures(text(printed()))
    )
    draft = text(printed(f"documents:\n  mou: {{status: draft}}\nagreement:\n  signatures:\n{pending}"))
    assert "sign on the dates beside their signatures." in draft
    assert "By: \\_" in draft
    assert "This is a draft for review by counsel." in draft
    signed = text(printed())
    assert "By: signed" in signed
    assert "Text as amended through Amendment No. 2; not the executed original." in signed


def tree_signatures(whole: str) -> Iterator[str]:
    """The ids of the signature page of the example county."""
    assert "## Signatures" in whole
    yield from (
        "county", "city", "police-chief", "sheriff", "prosecuting-attorney", "city-attorney", "defense-director",
        "bridgeway-director", "harbor-officer", "center-president", "association-director", "council-chair",
        "university", "presiding-judge", "tribal-chair",
    )  # fmt: skip


def test_an_invented_program_says_so_on_its_cover(printed: Printed) -> None:
    document = tree(printed())
    assert document.invented
    assert document.cover.notice.startswith("This program is invented;")
    assert not tree(printed("program: {invented: no}\n")).invented


def test_a_statute_counts_as_verified_only_where_it_is_cited(printed: Printed) -> None:
    assert "No statute cited here has been verified." in tree(printed()).cover.notice
    verified = "law:\n  verified:\n    wa-39.34: {by: counsel, on: 2026-09-14}\n"
    assert "Of 2 statutes cited as authority, 1 has been verified" in tree(printed(verified)).cover.notice


def test_one_entry_under_open_prints_one_box_in_full(printed: Printed) -> None:
    said = (
        "open:\n  agreement: {why: undecided, question: What do the parties agree?, owner: counsel, due: 2027-01-15}\n"
    )
    document = tree(printed(f"agreement: ~\n{said}"))
    whole = to_markdown(document)
    assert whole.count("> Field: agreement\n") == 1
    assert len(re.findall(r"^> [^.]+\. See Section 1\.1\.$", whole, re.MULTILINE)) > 10
    assert len(document.cover.opens) == 1


def test_an_eligibility_list_that_is_not_agreed_is_open(printed: Printed) -> None:
    document = tree(printed("agreement:\n  annexes:\n    eligibility: {status: not_agreed}\n"))
    assert [each.open.path for each in document.cover.opens] == ["agreement.annexes.eligibility.status"]


def test_the_cover_counts_what_is_open_elsewhere(printed: Printed) -> None:
    document = tree(printed(
        "program: {population: ~}\nopen:\n  program.population: {why: undecided, question: Whom?, owner: county}\n"
    ))  # fmt: skip
    assert not document.cover.opens
    assert document.cover.further_open == 1
    assert "1 further open matter that this document does not touch" in document.cover.notice


def test_parties_that_undertake_the_same_read_it_once(printed: Printed) -> None:
    whole = text(printed())
    assert whole.count("have the officer stay until the case manager has come") == 1
    assert "The Sampleton Police and the Sheriff’s Office each will:" in whole


def test_advisory_members_undertake_nothing(printed: Printed) -> None:
    whole = text(printed())
    assert "The Superior Court may advise on calendars and process" in section(whole, "Advisory Members")
    assert "Superior Court" not in whole.split("## Article 6")[1].split("## Article 7")[0]


def test_a_confidential_place_is_not_printed(printed: Printed) -> None:
    area = "areas:\n  sampleton-city: {confidential: yes}\n"
    assert "City of Sampleton" in section(text(printed()), "Community referral")
    assert "City of Sampleton" not in section(text(printed(area)), "Community referral")
    assert "City of Sampleton" not in section(text(printed(area)), "Arrest diversion")


def test_a_party_that_withdrew_is_no_party_and_undertakes_nothing(printed: Callable[..., Composition]) -> None:
    document = printed("agreement: {parties: {bridgeway: {status: withdrawn, withdrew_on: 2026-05-01}}}\n").document
    assert document is not None
    text = to_markdown(document)
    assert "Bridgeway withdrew on May 1, 2026, and is no Party any more." in text
    assert "Bridgeway will:" not in text
    assert "a nonprofit organization (“Bridgeway”)" not in text


def test_a_word_in_capitals_stays_in_capitals(printed: Callable[..., Composition]) -> None:
    document = printed("agreement: {parties: {county-sheriff: {conditions: LEAD binds no deputy.}}}\n").document
    assert document is not None
    assert "joins with this reservation: LEAD binds no deputy." in to_markdown(document)
