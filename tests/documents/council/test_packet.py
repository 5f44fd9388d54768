"""The council packet: the agenda memo, the act of approval and the fiscal note of one governing body."""

from __future__ import annotations

import pytest

from leadkit.documents.tree.blocks import Signature
from leadkit.documents.tree.inline import Blank
from leadkit.documents.tree.trace import walk

NEW = """
agreement: {approvals: {city-ordinance: {status: needed, number: ~, date: ~, vote: ~}, city-ordinance-1: ~,
  city-ordinance-2: ~}, amendments: ~}
open: {agreement.approvals.city-ordinance.number: {why: undecided, question: 'Which number?', owner: city-attorney},
  agreement.approvals.city-ordinance.date: {why: undecided, question: 'Which day?', owner: city-attorney}}
"""


def _blanks(composition) -> list[str]:
    return [each.label for each in walk(composition.document) if isinstance(each, Blank)]


def test_the_memo_is_for_the_body_of_its_government_and_tells_what_it_did_before(composed, text) -> None:
    printed = text(composed("council-memo"))
    assert "| To | Sampleton City Council |" in printed
    assert "| Ordinance 4417 | December 12, 2023 | Adopted | 6 to 1 | the agreement |" in printed
    assert "| Ordinance 4561 | February 23, 2026 | Adopted | not recorded here | Amendment No. 2 |" in printed
    assert "Resolution 2023-118" not in printed


def test_the_memo_leaves_what_staff_and_a_board_must_judge_to_be_filled_in(composed) -> None:
    blanks = _blanks(composed("council-memo"))
    assert {"Recommendation", "Board and day", "Heard", "What is asked", "Date of the meeting"} <= set(blanks)


def test_the_memo_tells_the_undertakings_of_its_own_agencies_alone(composed, text) -> None:
    printed = text(composed("council-memo"))
    assert "*The Sampleton Police* will:" in printed
    assert "train four fifths of the force" in printed
    assert "*The City Attorney* will:" in printed
    assert "contract for case management by open request" not in printed


def test_before_any_approval_the_memo_asks_for_one_and_says_what_a_no_would_mean(altered, text) -> None:
    printed = text(altered("council-memo", NEW))
    assert "The item asks for approval of “Memorandum of Understanding" in printed
    assert "without the signature of the City of Sampleton and the Sampleton Police." in printed
    assert "No earlier act of this body on the agreement is recorded." in printed
    assert "What this body approved before" not in printed


@pytest.mark.parametrize(
    ("piece", "says", "says_not"),
    [
        ("agreement: {no_funds_obligated: no}", "Every payment of public money", "obligates no money"),
        ("agreement: {withdrawal: {at_will: no}}", "A party that leaves gives sixty days’ notice.", "against its will"),
        ("agreement: {labor: {consulted: ~}}", "Community Leadership Team", "The unions of"),
        ("funding: {streams: {city-general: {visibility: partners}}}", "names no stream of money", "$240,000"),
        ("funding: {visibility: internal}", "pays for the program: ", "$240,000"),
    ],
)
def test_what_the_program_does_not_say_the_memo_does_not_say(
    piece: str, says: str, says_not: str, altered, text
) -> None:
    printed = text(altered("council-memo", piece))
    assert says in printed
    assert says_not not in printed


def test_each_body_has_an_act_of_its_own_kind(composed, text) -> None:
    county, city = text(composed("county-resolution")), text(composed("city-ordinance"))
    assert "*Body:* Example County Board of Commissioners" in county
    assert "*Kind and number:* Resolution No." in county
    assert "*Kind and number:* Ordinance No." in city
    assert "Title: Clerk of the Board" in county
    assert "Title: City Clerk" in city
    for printed in (county, city):
        assert "no act before the body has passed it." in printed
        assert "Resolution 2023-118" not in printed
        assert "Ordinance 4417" not in printed


def test_an_elected_office_joins_and_signs_in_its_own_right(composed, text) -> None:
    county = text(composed("county-resolution"))
    assert "the Chair of the Board of Commissioners, for Example County" in county
    assert "The Sheriff’s Office signs in its own right." in county
    assert "the Sheriff, for" not in county
    assert "so far as the law asks for the approval of this body" in county


def test_the_act_keeps_the_annexes_apart_by_who_may_change_them(composed, altered, text) -> None:
    printed = text(composed("county-resolution"))
    fixed, rest = printed.split("change only by an act of this body:")[1].split("The power to change these annexes", 1)
    assert "Funding schedule" in fixed
    assert "Eligibility for diversion" not in fixed
    delegated, others = rest.split("The body takes note of who", 1)
    assert "Eligibility for diversion: the Policy Coordinating Group" in delegated
    assert "Form for joining: all parties together" in others
    kept = "agreement: {approvals: {county-resolution: {delegates: no}}}"
    assert "is left to the body" not in text(altered("county-resolution", kept))


def test_the_act_has_one_place_to_sign_and_gives_no_effective_day(composed) -> None:
    composition = composed("city-ordinance")
    assert len([each for each in walk(composition.document) if isinstance(each, Signature)]) == 1
    assert "Day, or the rule of the charter or code" in _blanks(composition)


def test_the_act_says_nothing_of_filing_where_no_law_asks_for_it(altered, text) -> None:
    assert "Filing or Posting" not in text(
        altered("city-ordinance", "agreement: {authority: {interlocal: {filing: ~}}}")
    )


def test_the_board_of_a_nonprofit_legislates_nothing_and_files_nothing(altered, text) -> None:
    printed = text(altered("city-ordinance", "documents: {city-ordinance: {agency: bridgeway}}"))
    assert "*Body:* Board of Bridgeway Outreach and Care" in printed
    assert "The approval is for Bridgeway." in printed
    assert "legislate" not in printed
    assert "Filing or Posting" not in printed


@pytest.mark.parametrize("document", ["council-memo", "approval-resolution"])
def test_a_compiled_program_puts_nothing_before_a_council(document: str, composed, refusal) -> None:
    assert "compiled from public sources" in refusal(composed(document, "seattle-king-wa"))


@pytest.mark.parametrize("document", ["council-memo", "city-ordinance"])
def test_without_an_agency_nobody_knows_whose_body_it_is_for(document: str, altered, refusal) -> None:
    assert "does not say whose" in refusal(altered(document, f"documents: {{{document}: {{agency: ~}}}}"))


def test_the_fiscal_note_sets_the_money_of_this_government_apart_and_adds_nothing_up(composed, text) -> None:
    printed = text(composed("fiscal-note"))
    own, others = printed.split("Other Streams of Money and Help", 1)
    assert "| City of Sampleton | $240,000 | each year, from January 1, 2024 to December 31, 2029 |" in own
    assert "$20,000, put in by Example County and the City of Sampleton. Staff time or rooms count." in own
    assert "| State LEAD grant program | $1,050,000 |" in others
    assert "City of Sampleton | $240,000" not in others
    assert "| **Total** | $1,540,000 | all of these |" in others
    assert "a projection, not a cost that was counted" in others


def test_money_that_is_not_public_stands_in_no_fiscal_note(altered, text, refusal) -> None:
    piece = "funding: {streams: {opioid-fund: {visibility: partners}}}"
    assert "$180,000" not in text(altered("fiscal-note", piece))
    assert "does not make its funding public" in refusal(altered("fiscal-note", "funding: {visibility: partners}"))


def test_what_no_source_says_of_money_is_listed_once_with_whose_money_it_is(composed, text) -> None:
    printed = text(composed("fiscal-note", "santa-fe-nm"))
    assert "| McCune Foundation | not in the sources | not stated | not stated | Awarded |" in printed
    missing = printed.split("What No File or Source Says", 1)[1]
    assert "| McCune Foundation: how much money it is, or what the help in kind is worth | SF-17 |" in missing
    assert "finance office" not in printed


def test_the_act_has_room_for_the_words_that_make_it_one(composed) -> None:
    assert "Enacting or resolving words" in _blanks(composed("approval-resolution"))


def test_a_grant_of_a_later_year_is_nothing_that_lacks_an_amount(composed, text) -> None:
    printed = text(composed("fiscal-note", "santa-fe-nm"))
    assert "| Medicaid: when the money ends |" in printed
    assert "State 2019" not in printed


def test_a_cost_for_a_month_is_for_one_participant(composed, text) -> None:
    assert "| $532 | participant and month |" in text(composed("fiscal-note"))
