"""The annex on measures: what is counted out of what, whose duty the data are, and no result."""

from __future__ import annotations

import pytest


def test_a_measure_says_what_it_counts_out_of_what_and_from_whose_data(composed, text) -> None:
    printed = text(composed("measures-annex"))
    assert "*Numerator.* Intakes finished within thirty days." in printed
    assert "*Denominator.* People referred at an arrest who accepted." in printed
    assert "*Made from.* Date and hour of the referral; date of intake." in printed
    assert "*Broken down by.* Race, area, and language." in printed
    assert "*Goal.* At least 80%, by 2027." in printed


def test_it_names_every_report_and_every_duty_to_supply_data(composed, text) -> None:
    printed = text(composed("measures-annex"))
    assert "Data Owed by the Sampleton Police and the Sheriff’s Office" in printed
    assert "*When.* Every month, within fifteen (15) days after the end of the time that the data cover." in printed
    assert "*If it does not come.* The data steward writes to the head of the agency" in printed
    assert "*When.* Every quarter, within forty-five (45) days after the end of the time that it covers." in printed
    assert "A figure below ten (10) is not shown, nor is any other from which it could be worked out." in printed


@pytest.mark.parametrize("name", ["example-county", "albany-ny", "santa-fe-nm", "seattle-king-wa"])
def test_it_holds_no_result(name: str, composed) -> None:
    document = composed("measures-annex", name).document
    paths = {path for article in document.articles for clause in article.clauses for path in clause.causes}
    assert not [path for path in paths if ".observations" in path or ".findings" in path]


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        ("{kind: ambiguous, readings: [People asked, People met]}", "It is not settled. It may be one of these: "),
        ("{kind: none, read_with: diversions}", "It is read beside “Diversions at an arrest”."),
    ],
)
def test_another_denominator_prints_another_sentence(piece: str, says: str, altered, text) -> None:
    piece = f"measures: {{indicators: {{referrals: {{denominator: {piece}}}}}}}\n"
    assert says in text(altered("measures-annex", piece))


def test_what_is_open_prints_as_a_box(altered, text) -> None:
    piece = (
        "measures: {equity_review: {correction: ~}}\n"
        "open: {measures.equity_review.correction: "
        "{why: undecided, question: What follows from a difference?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> What follows from a difference?" in text(altered("measures-annex", piece))
