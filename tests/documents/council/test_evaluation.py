"""The data and evaluation plan: every measure with its parts, and a form to report it on."""

from __future__ import annotations

import pytest

from leadkit.documents.tree.inline import Blank
from leadkit.documents.tree.trace import walk
from leadkit.model.load import load
from leadkit.resources import programs

PLAN = "evaluation-plan"
UNSETTLED = """
measures: {indicators: {intake-in-window: {denominator: {kind: ambiguous, of: ~, readings: [Offers, Referrals]}}}}
"""


def test_every_measure_stands_in_the_overview_with_what_is_below_the_line(composed, text) -> None:
    printed = text(composed(PLAN))
    program = load(programs() / "example-county").resolve().program
    assert program is not None and program.measures is not None
    overview = printed.split("### 2.1 At a Glance", 1)[1].split("### 2.2", 1)[0]
    assert overview.count("\n| ") == len(program.measures.indicators) + 2
    assert "| Referrals | as defined below | none: a bare count | Referral desk |" in overview
    assert (
        "| Intake done in time | Intakes finished within thirty days | people referred at an arrest who accepted | "
        "Bridgeway |" in overview
    )


def test_a_figure_of_the_past_stands_nowhere_in_the_plan(composed, text) -> None:
    printed = text(composed(PLAN))
    assert "it holds no result" in printed
    assert "fewer new arrests" not in printed
    assert "22%" not in printed


def test_the_form_leaves_no_line_below_a_bare_count_and_says_what_may_not_be_shown(composed, text) -> None:
    composition = composed(PLAN)
    form = text(composition).split("Form: Quarterly figures", 1)[1].split("\n### ", 1)[0]
    (count,) = [line for line in form.splitlines() if line.startswith("| Referrals |")]
    assert "| none: a bare count |" in count
    assert "A figure below ten (10) is not shown, nor is any other from which it could be worked out." in form
    assert "again for each group, by race and area." in form
    labels = [each.label for each in walk(composition.document) if isinstance(each, Blank)]
    assert labels.count("Below") == 3 + 5


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        (UNSETTLED, "not settled: offers or referrals"),
        ("measures: {evaluation: {privacy_certificate: pending}}", "28 CFR Part 22 | pending |"),
        ("measures: {evaluation: {independent: no}}", "*Evaluator.* Example State University.\n"),
    ],
)
def test_another_rule_prints_other_words(piece: str, says: str, altered, text) -> None:
    assert says in text(altered(PLAN, piece))


def test_what_nobody_decided_prints_as_a_box(altered, text) -> None:
    piece = (
        "measures: {evaluation: {questions: ~}}\n"
        "open: {measures.evaluation.questions: {why: undecided, question: 'What is asked?', owner: evaluator}}"
    )
    assert "> What is asked?" in text(altered(PLAN, piece))


def test_a_compiled_plan_has_no_form_and_cites_its_sources(composed, text) -> None:
    printed = text(composed(PLAN, "santa-fe-nm"))
    assert "Form:" not in printed
    assert "Not in the public sources" in printed
    assert "*Source" in printed


def test_measures_that_are_not_public_make_no_plan(altered, refusal) -> None:
    assert "does not make its measures public" in refusal(altered(PLAN, "measures: {visibility: internal}"))
