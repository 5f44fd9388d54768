"""The plan for a transition: participants, records and property when something ends."""

from __future__ import annotations

import pytest


def test_it_gathers_what_follows_from_each_kind_of_end(composed, text) -> None:
    printed = text(composed("transition-plan"))
    assert "*Participants.* The parties try to see that each person’s care continues." in printed
    assert "*Participants.* Care continues. No new person is taken in by a suspended pathway." in printed
    assert "*Participants.* The parties try to hand each person to ongoing care before the end." in printed
    assert "*Handover.* The old host hands over records, log and contracts" in printed
    assert "No participant loses a case manager without a handover in person." in printed
    assert "| Harbor Treatment | 8 years from exit | destroyed |" in printed
    assert "No property is held in common." in printed


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        ("agreement: {suspension: {of: [program]}}", "may suspend the program."),
        ("agreement: {termination: {survives: [records]}}", "binds after its end: records."),
        ("sharing: {ownership: {on_exit: destroy}}", "A party that leaves destroys, within sixty (60) days,"),
    ],
)
def test_another_rule_prints_another_sentence(piece: str, says: str, altered, text) -> None:
    assert says in text(altered("transition-plan", f"{piece}\n"))


def test_what_is_not_decided_prints_as_a_box(altered, text) -> None:
    piece = (
        "agreement: {termination: {effect_on_participants: ~}}\n"
        "open: {agreement.termination.effect_on_participants: "
        "{why: undecided, question: Who cares for them?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> Who cares for them?" in text(altered("transition-plan", piece))


def test_sources_that_tell_no_effect_make_no_plan(composed, refusal) -> None:
    assert "do not say what becomes of participants" in refusal(composed("transition-plan", "santa-fe-nm"))
