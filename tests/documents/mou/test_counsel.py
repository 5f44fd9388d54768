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
from leadkit.model.events import Frequency
from leadkit.model.governance.kinds import Authority, DecisionRule, Meets, Minutes
from leadkit.model.pathways.kinds import ReferralSource
from leadkit.model.procedure.availability import AfterHoursAction, NoAnswerRule
from leadkit.model.procedure.charge import Filing, Outcome, ReleaseEvent
from leadkit.model.procedure.contact import CapacityChecked, Precedence
from leadkit.model.procedure.oversight import IncidentKind
from leadkit.model.procedure.steps import HandoffKind
from leadkit.model.procedure.things import (
    CustodyStatus,
    DrugEvidence,
    LabRule,
    PropertyAction,
    Restraint,
    RetentionEvent,
    Syringes,
)
from leadkit.model.program.kinds import Principle
from leadkit.model.sharing.basis import CourtOrderStandard, DeIdentification
from leadkit.model.sharing.duties import Part2Answer
from leadkit.model.sharing.keeping import AfterKeeping
from leadkit.model.sharing.vocabulary import (
    Action,
    Detail,
    Purpose,
    RecipientClass,
    Redisclosure,
    Scope,
    UseLimit,
)
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
    "principle": Principle, "precedence": Precedence, "handoff": HandoffKind, "after_hours": AfterHoursAction,
    "no_answer": NoAnswerRule, "custody": CustodyStatus, "restraint": Restraint, "drugs": DrugEvidence, "lab": LabRule,
    "retention_until": RetentionEvent, "syringes": Syringes, "thing": PropertyAction, "capacity": CapacityChecked,
    "incident": IncidentKind, "recipient_class": RecipientClass, "after_keeping": AfterKeeping,
    "after_keeping_of": AfterKeeping, "frequency": Frequency,
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
    assert "that it learned through the Program to anyone only as Appendix B lists it, or as is required" in shared
    assert "was referred, screened or offered the Program" in section(text(printed()), "Words Used in This Document")


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
    assert "The agency concerned decides, within its own authority." in section(text(printed()), "No Worse Treatment")


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
    city = next(line for line in pathway.splitlines() if "by the Sampleton Police" in line)
    assert "Sample River" not in city
    assert "in Unincorporated Example County and on Sample River land by the Sheriff’s Office" in pathway
    assert "the person’s own agreement" in pathway
    assert "consent of the participant" not in pathway


def test_a_pathway_that_is_not_open_is_not_listed(printed: Printed) -> None:
    assert re.search(r"^### [0-9.]+ Community referral$", text(printed()), re.MULTILINE)
    closed = text(printed("pathways:\n  community-referral: {enabled: no}\n"))
    assert not re.search(r"^### [0-9.]+ Community referral$", closed, re.MULTILINE)


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
    assert "Bridgeway withdrew on May 1, 2026, and is not a Party any more." in text
    assert "Bridgeway will:" not in text
    assert "a nonprofit organization (“Bridgeway”)" not in text


def test_a_word_in_capitals_stays_in_capitals(printed: Callable[..., Composition]) -> None:
    document = printed("agreement: {parties: {county-sheriff: {conditions: LEAD binds no deputy.}}}\n").document
    assert document is not None
    assert "joins with this reservation: LEAD binds no deputy." in to_markdown(document)


OTHERWISE = """
areas: {unincorporated: {hours: 24/7}, sample-river-land: {hours: 24/7}}
pathways: {arrest-diversion: {officer_discretion: no}}
governance:
  bodies:
    policy-coordinating-group: {veto_covers: budget}
    community-leadership-team: {members: {former-participants: {seats: 1}}}
procedure:
  quotas: allowed
  charge_handling: {misdemeanors: {on_no_intake: file, last_day_to_file: 10 months}}
  handoff: {at-arrest: {officer_stays: no, longest: 20 minutes}}
  crisis: {precedence: instead_of_diversion}
  after_hours: {no-answer: {calls: 3, no_answer_rule: supervisor_decides}}
  evidence: {drugs: not_taken, lab: ~, retention: ~}
  property: {cash: booked}
  offer: {miranda_if_custodial: ~, statements_used: ~}
  grievance: {police_complaints: ~}
  critical_incidents: {death: ~}
sharing:
  prohibited: {revocation: {binds: ~}}
  never: {no-names-to-press: {recipient_classes: [employer]}}
  discovery: {log: no}
  retention: {referral-log: {keep: 7 years, then: archive}}
agreement:
  authority: {interlocal: {filing: ~}}
  order_of_precedence: [law, amendments, agreement]
  labor: {contracts_prevail: no}
  termination: {by: [too_few_parties]}
"""
"""The example county with many things the other way round, composed once."""


@pytest.fixture
def otherwise(printed: Printed) -> str:
    return text(printed(OTHERWISE, keep=True))


def test_what_is_known_apart_from_the_program_is_not_covered(printed: Printed) -> None:
    whole = text(printed())
    assert "does not cover what a Party knows apart from the Program" in section(whole, "What May Be Shared")
    limits = section(whole, "Limits on Use")
    assert "the facts of the offense for which Diversion was offered" in limits
    assert "while taking part, or because of having taken part" in limits


def test_a_limit_binds_only_those_whom_the_data_names(printed: Printed, otherwise: str) -> None:
    assert "binds only Community Corrections, the County Prosecutor, and the City Attorney." in text(printed())
    assert "binds only Community Corrections" not in otherwise


def test_a_rule_on_what_is_never_shared_names_its_recipients(printed: Printed, otherwise: str) -> None:
    never = section(text(printed()), "What Is Never Shared")
    assert "To anybody: Notes of counseling" in never
    assert "To employers, landlords, businesses, the press, the public, the Downtown Association, or" in never
    assert "To employers: No participant is named" in section(otherwise, "What Is Never Shared")


def test_a_pathway_says_what_follows_for_a_charge_and_promises_nothing(printed: Printed, otherwise: str) -> None:
    said = section(text(printed()), "Arrest diversion")
    assert "where intake is not complete in time, the charge may be filed" in said
    assert "within eleven months of the offense" in said
    assert "For a civil infraction in the City of Sampleton" in said
    assert "ordinarily no charging paper is written" in said
    assert "nothing follows" not in said
    assert "Nothing here extends or waives a period of limitation." in said
    changed = section(otherwise, "Arrest diversion")
    assert "where intake is not complete in time, the charge goes forward in the ordinary way" in changed
    assert "within ten months of the offense" in changed


def test_hours_read_as_a_sentence(printed: Printed, otherwise: str) -> None:
    said = section(text(printed()), "Officer social contact")
    assert "Except where this Section says otherwise, it is open at all hours." in said
    assert "In Unincorporated Example County it is open only daily from 07:00 to 23:00." in said
    assert "On Sample River land it is open only Monday to Friday from 08:00 to 20:00." in said
    assert "It is open at all hours." in section(otherwise, "Officer social contact")


def test_the_last_word_on_an_offer_is_the_officers(printed: Printed, otherwise: str) -> None:
    assert "Whether to offer it is for the officer to decide" in section(text(printed()), "Arrest diversion")
    assert "Whether to offer it is for the officer" not in section(otherwise, "Arrest diversion")


def test_the_scene_follows_the_data_and_keeps_its_protections(printed: Printed, otherwise: str) -> None:
    said = section(text(printed()), "At the Scene")
    assert "The officer stays meanwhile, for sixty minutes at most." in said
    assert "No one is held longer than the law allows for the offense." in said
    assert "An unanswered call is no ground to book a person" in said
    assert "community referral, the person passes" not in said
    changed = section(otherwise, "At the Scene")
    assert "The wait is twenty minutes at most." in changed
    assert "takes the place of Diversion" in changed
    assert "Where three calls to Bridgeway or the Project director stay unanswered, a supervisor decides." in changed


def test_one_rule_says_how_long_evidence_is_kept(printed: Printed, otherwise: str) -> None:
    said = section(text(printed()), "Evidence and Property")
    assert "at least until the period of limitation has run, and for sixty days after that" in said
    assert "a hold, a duty of discovery or a retention schedule" in said
    changed = section(otherwise, "Evidence and Property")
    assert "Drugs are not taken." in changed
    assert "for sixty days after" not in changed
    assert "cash is booked" in changed


def test_the_offer_has_a_beginning_an_end_and_its_warning(printed: Printed, otherwise: str) -> None:
    said = section(text(printed()), "The Offer")
    assert "The offer begins when the officer offers the Program, and ends with the answer." in said
    assert "rights are read before questions are asked" in said
    assert "rights are read" not in section(otherwise, "The Offer")
    assert "The offer begins" not in section(otherwise, "The Offer")


def test_discovery_comes_before_the_steps_of_a_subpoena(printed: Printed, otherwise: str) -> None:
    whole = text(printed())
    said = section(whole, "Discovery and Subpoenas")
    assert said.index("A search warrant is obeyed") < said.index("Accept the paper")
    assert "No prosecutor, officer or supervising officer is present when health or treatment is discussed." in said
    assert "A log shows" in said
    duties = re.search(r"^### ([0-9.]+) Discovery and Subpoenas$", whole, re.MULTILINE)
    assert duties
    assert f"no exception but the duties of Section {duties[1]}(a)" in section(whole, "What Is Never Shared")
    assert "A log shows" not in otherwise


def test_a_complaint_about_an_officer_goes_to_that_agency_only(printed: Printed, otherwise: str) -> None:
    said = section(text(printed()), "No Worse Treatment")
    assert "A complaint about an officer goes only to that agency’s own process: to the office" in said
    silent = section(otherwise, "No Worse Treatment")
    assert "A complaint about an officer goes only to that agency’s own process." in silent


def test_what_makes_an_agreement_work_binds_wherever_anything_does(printed: Printed) -> None:
    whole = text(printed("agreement:\n  binding: {binds_by_default: no, binding: [records], non_binding: ~}\n"))
    binds = section(whole, "What Binds")
    for title in ("The Parties", "Access to Counsel", "Labor Agreements", "Non-Discrimination"):
        number = re.search(rf"^### ([0-9.]+) {title}$", whole, re.MULTILINE)
        assert number
        assert f"Section {number[1]}" in binds
    assert "Article 15, Article 16, “Signatures”, and Appendix B" in binds


def test_ranks_leave_labor_and_orders_where_they_are(printed: Printed, otherwise: str) -> None:
    said = section(text(printed()), "Order of Precedence")
    assert "conditions of a grant, for the Party that accepted it" in said
    assert "Collective bargaining agreements rank before this Agreement." in said
    assert "overrides an agency’s orders" in said
    changed = section(otherwise, "Order of Precedence")
    assert "the rest of this Agreement" in changed
    assert "Collective bargaining" not in changed


def test_the_end_of_the_agreement_says_who_may_bring_it_about(printed: Printed, otherwise: str) -> None:
    whole = text(printed())
    assert "Any Party may end it, by notice to the others, for one of these causes:" in section(whole, "Termination")
    assert "No power of an elected official is suspended." in section(whole, "Suspension")
    assert "if every Party agrees in writing at least sixty (60) days" in section(whole, "Term")
    few = section(otherwise, "Termination")
    assert "each of them may end it by notice to the others" in few
    assert "ends where too few" not in few


def test_effect_waits_for_the_posting_and_for_ones_own_signature(printed: Printed, otherwise: str) -> None:
    signing = text(printed()).split("## Signatures")[1]
    assert "before it is listed by subject on a public agency’s website as chapter 39.34 RCW requires" in signing
    assert "It binds each Party only from that Party’s own signature." in signing
    assert "If those signatures are given before January 1, 2024" in signing
    assert "It does not take effect before" not in otherwise


def test_a_veto_stands_where_an_annex_is_changed(printed: Printed, otherwise: str) -> None:
    consent = "A change of “Eligibility for diversion” needs also the consent of each of these"
    assert consent in section(text(printed()), "Annexes")
    assert consent not in section(otherwise, "Annexes")


def test_no_count_is_held_against_an_officer_unless_the_program_allows_it(printed: Printed, otherwise: str) -> None:
    assert "No count is used to rate" in section(text(printed()), "No Promise of an Outcome")
    assert "No count is used to rate" not in section(otherwise, "No Promise of an Outcome")


def test_a_review_hinders_no_inquiry_and_the_table_follows_the_data(printed: Printed, otherwise: str) -> None:
    whole = text(printed())
    said = section(whole, "Critical Incidents and the Press")
    assert "It hinders no criminal, administrative or use-of-force inquiry" in said
    assert "Each agency speaks and investigates for itself." in said
    assert "| A death | Project director and Public Health | twenty-four hours | Policy Coordinating Group |" in whole
    assert "| A death |" not in otherwise


def test_laws_and_keeping_of_records_stand_in_the_appendix(printed: Printed, otherwise: str) -> None:
    appendix = text(printed()).split("## Appendix B")[1]
    assert "| 42 CFR Part 2 | Harbor Treatment | A record leaves" in appendix
    assert "Six years after the exit | destroyed |" in appendix
    assert "A legal hold, a duty of discovery" in appendix
    assert "Seven years after the exit | archived |" in otherwise


def test_one_of_several_holders_of_a_seat_chairs(printed: Printed, otherwise: str) -> None:
    assert "chaired by one former participant and the Neighborhood Council" in text(printed())
    assert "chaired by the former participant and" in otherwise
