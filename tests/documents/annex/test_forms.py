"""The forms by which an agency joins and a party leaves."""

from __future__ import annotations

import pytest

from leadkit.documents.tree.blocks import Signature
from leadkit.documents.tree.inline import Blank
from leadkit.documents.tree.trace import walk


@pytest.mark.parametrize(("form", "lines"), [("joinder-form", 14), ("withdrawal-form", 6)])
def test_a_form_has_lines_to_fill_in_and_two_places_to_sign(form: str, lines: int, composed) -> None:
    nodes = list(walk(composed(form).document))
    assert len([each for each in nodes if isinstance(each, Blank)]) == lines
    assert len([each for each in nodes if isinstance(each, Signature)]) == 2


def test_joining_says_who_must_agree_and_from_when_the_agency_is_bound(composed, altered, text) -> None:
    printed = text(composed("joinder-form"))
    assert "as amended through Amendment No. 2" in printed
    assert "It joins with the agreement of the Policy Coordinating Group, given below." in printed
    assert "It is bound when it has signed the form" in printed
    other = text(altered("joinder-form", "agreement: {new_parties: {body: ~, by: unanimous_parties}}\n"))
    assert "It joins with the agreement of every party, given below." in other


def test_joining_says_nothing_of_money_where_the_agreement_does_not(altered, text) -> None:
    assert "obligates" not in text(altered("joinder-form", "agreement: {no_funds_obligated: no}\n"))


def test_leaving_says_its_notice_and_its_effect(composed, altered, text) -> None:
    printed = text(composed("withdrawal-form"))
    assert "*To:* The Policy Coordinating Group" in printed
    assert "at least sixty (60) days after this notice takes effect. The party need give no reason." in printed
    assert "Within sixty (60) days it returns the records of others that it holds" in printed
    other = text(altered("withdrawal-form", "agreement: {withdrawal: {at_will: no, notice: 30 days}}\n"))
    assert "at least thirty (30) days after this notice takes effect." in other
    assert "| The cause for which it leaves |" in other


def test_the_notice_that_is_not_decided_prints_as_a_box(altered, text) -> None:
    piece = (
        "agreement: {withdrawal: {notice: ~}}\n"
        "open: {agreement.withdrawal.notice: {why: undecided, question: How much notice?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> How much notice?" in text(altered("withdrawal-form", piece))
