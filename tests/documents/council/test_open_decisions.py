"""The packet of open decisions: questions by owner and day, and apart from them what no source says."""

from __future__ import annotations

OPEN = """
open:
  agreement.term: {why: undecided, question: How long does the agreement run?, owner: county-counsel, due: 2027-01-15,
    options: [Three years, Until a party withdraws], blocks: [mou, joinder-form], remark: The grant ends in 2029.}
  agreement.disputes: {why: undecided, question: Who hears a dispute?, owner: policy-coordinating-group}
  agreement.insurance: {why: undecided, question: What insurance is asked for?, owner: county-counsel, due: 2026-03-01}
  agreement.labor: {why: undocumented, looked_in: [EX-1, EX-2], remark: The minutes name the unions.}
  services.waiting_list: {why: none, adopted: D-2}
agreement: {term: ~, disputes: ~, insurance: ~, labor: ~}
services: {waiting_list: ~}
"""


def _between(printed: str, first: str, last: str) -> str:
    return printed.split(first, 1)[1].split(last, 1)[0]


def test_each_question_says_its_options_its_day_and_what_waits_for_it(altered, text) -> None:
    printed = text(altered("open-decisions", OPEN))
    asked = _between(printed, "**How long does the agreement run?**", "*Decided:*")
    assert "*Due:* January 15, 2027." in asked
    assert "*Waiting for it:* “Memorandum of Understanding on Law Enforcement Assisted Diversion" in asked
    assert asked.index("Three years") < asked.index("Until a party withdraws") < asked.index("The grant ends in 2029.")
    assert "*Field:* agreement.term\n" in asked


def test_questions_stand_by_owner_and_the_earliest_day_first(altered, text) -> None:
    printed = text(altered("open-decisions", OPEN))
    counsel = _between(printed, "County counsel", "Policy Coordinating Group")
    assert counsel.index("What insurance is asked for?") < counsel.index("How long does the agreement run?")
    group = printed.split("Policy Coordinating Group", 1)[1]
    assert "**Who hears a dispute?**" in group
    assert "*Due:* no day is set." in group


def test_a_day_that_has_passed_is_said_to_have_passed(altered, text) -> None:
    assert "*Due:* March 1, 2026, which has passed." in text(altered("open-decisions", OPEN))


def test_what_no_source_says_stands_apart_and_what_was_decided_not_at_all(altered, text) -> None:
    printed = text(altered("open-decisions", OPEN))
    asked, gaps = printed.split("What the Sources Do Not Say", 1)
    assert "The minutes name the unions." not in asked
    assert "EX-1 and EX-2 | The minutes name the unions." in gaps
    assert "D-2" not in printed
    assert "waiting list" not in printed.casefold()


def test_one_question_for_every_id_is_asked_once_and_names_what_it_is_about(altered, text) -> None:
    entry = "{why: undecided, question: 'Under which numbers?', owner: fiscal-agent}"
    piece = f"open: {{'funding.streams.*.award_number': {entry}}}"
    printed = text(altered("open-decisions", piece))
    assert printed.count("Under which numbers?") == 1
    assert "*Field:* funding.streams." in printed
    assert "must bring to a decision (Section 2.1) | 1 |" in printed


def test_a_decision_put_forward_stands_with_its_body_and_text(altered, text) -> None:
    piece = (
        "decisions: {D-11: {title: Hours at night, kind: open, body: policy-coordinating-group, "
        "text: The line is open at night., supersedes: D-6}}"
    )
    printed = text(altered("open-decisions", piece))
    assert "**Hours at night** (D-11), before the Policy Coordinating Group." in printed
    assert "*Proposed text:* The line is open at night." in printed
    assert "It would replace D-6." in printed
    assert "Charter of the program" not in printed


def test_a_compiled_program_asks_nobody_to_decide(composed, text) -> None:
    printed = text(composed("open-decisions", "santa-fe-nm"))
    assert "Nobody is asked to decide anything" in printed
    assert "next meeting" not in printed
    assert "*Decided:*" not in printed
    assert "| What one decision about eligibility is about | SF-1, SF-2, and SF-15 |" in printed


def test_a_question_about_a_value_that_stands_is_asked_with_who_asked_it(altered, text) -> None:
    """So does counsel's comment on a returned file stand in the program; the field keeps its value meanwhile."""
    entry = (
        "{why: undecided, question: Is this long enough?, owner: Dana Reyes, stands: yes, "
        "remark: 'Asked by Dana Reyes in a comment on the returned file, January 15, 2027.'}"
    )
    printed = text(altered("open-decisions", f"open: {{agreement.termination.notice: {entry}}}"))
    asked = _between(printed, "Dana Reyes", "*Decided:*")
    assert "**Is this long enough?**" in asked
    assert "Asked by Dana Reyes in a comment on the returned file, January 15, 2027." in asked
    assert "Until it is answered, the field keeps its value." in asked
    assert "*Field:* agreement.termination.notice\n" in asked


def test_the_cover_counts_nothing_twice(altered, composed) -> None:
    document = composed("open-decisions", "santa-fe-nm").document
    assert document.cover.further_open == 0
    assert "further open" not in document.cover.notice


def test_without_an_open_matter_there_is_no_packet(composed, refusal) -> None:
    assert refusal(composed("open-decisions")) == "Nothing in the program is open."


def test_a_matter_says_nothing_that_is_for_the_planner_alone(altered, text) -> None:
    gap = "{why: undecided, question: 'Which?', owner: fiscal-agent}"
    paths = (
        "program.statutory_basis.lead-grants.requires",
        "agencies.bridgeway.part",
        "roles.case-management.caseload",
    )
    printed = text(altered("open-decisions", f"open: {{{', '.join(f'{path}: {gap}' for path in paths)}}}"))
    for words in ("your own words", "caseload_ratio", "for a partner that no"):
        assert words not in printed
