"""The form for figures and the outline of training hold what the program says, and room for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

import pytest

from leadkit.documents import Composition
from leadkit.documents.fidelity.judge import Verdict
from leadkit.documents.library import default_root
from leadkit.documents.template.phrases import read_phrases
from leadkit.documents.tree.inline import Blank
from leadkit.documents.tree.trace import walk
from leadkit.model.events import Frequency
from leadkit.model.load import load
from leadkit.model.measures.indicators import Disaggregation
from leadkit.model.program.kinds import Principle
from leadkit.resources import programs

FORM, OUTLINE = "metric-report", "training-outline"
Print = Callable[..., Composition]
Words = Callable[[Composition], str]


def test_the_form_asks_for_every_measure_of_a_report_with_what_it_is_counted_out_of(
    composed: Print, text: Words
) -> None:
    program = load(programs() / "example-county").resolve().program
    assert program is not None
    printed = text(composed(FORM))
    for report in program.measures.reports.values():
        if not report.indicators:
            assert f"### {report.title}" not in printed
            continue
        part = printed.split(f"### {report.title}\n", 1)[1].split("\n### ", 1)[0]
        everybody = part.split("**All people together**", 1)[1].split("**", 1)[0]
        rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|", everybody, re.MULTILINE)[2:]
        asked = [program.measures.indicators[each].title for each in report.indicators]
        assert sorted(row[0] for row in rows) == sorted(asked)
        assert part.count("**By ") == len(report.disaggregations)
    assert "| Contacts with probable cause for a listed offense that ended in a handoff | Contacts with" in printed
    assert "strike every figure below ten (10), and any other from which it could be worked out." in printed


def test_the_form_holds_no_result(composed: Print, text: Words) -> None:
    program = load(programs() / "example-county").resolve().program
    assert program is not None
    printed = text(composed(FORM))
    seen = [each for one in program.measures.indicators.values() for each in one.observations.values()]
    values = {str(each.value) for each in seen if each.value}
    assert len(values) > 5
    assert not any(re.search(rf"(?<![0-9]){re.escape(value)}(?![0-9])", printed) for value in values)
    assert sum(isinstance(node, Blank) for node in walk(composed(FORM).document)) > 50


def test_the_outline_has_every_course_with_its_subjects_and_room_to_plan(
    composed: Print, altered: Print, text: Words
) -> None:
    printed = text(composed(OUTLINE))
    for subject in ("The offer and the handoff", "Mandated reports", "Limits on use"):
        assert f"| {subject} | \\_" in printed
    assert "No officer refers at an arrest before the training." in printed
    assert "**Restricted:" in printed
    assert "the pocket card, the referral form" in printed
    plain = text(altered(OUTLINE, "procedure: {training: {prosecutors: {topics: ~, given_by: ~, repeated: ~}}}"))
    assert "The program names no subject of this course." in plain
    assert "| 2 hours | not stated | not stated |" in plain


def test_who_has_no_such_paper(composed: Print, altered: Print, refusal: Words) -> None:
    assert "only its own parties report" in refusal(composed(FORM, "santa-fe-nm"))
    assert "no report with measures" in refusal(altered(FORM, "measures: {reports: ~}"))
    assert "describes no training" in refusal(altered(OUTLINE, "procedure: {training: ~}"))


@pytest.mark.parametrize(
    ("document", "lists"),
    [
        (FORM, {"disaggregation": Disaggregation, "frequency": Frequency}),
        ("fidelity-report", {"verdict": Verdict, "principle": Principle}),
    ],
)
def test_every_word_of_a_list_of_choices_has_its_phrase(document: str, lists: dict[str, type[StrEnum]]) -> None:
    file = default_root() / document / "phrases.yaml"
    phrases = read_phrases(file.read_text(encoding="utf-8"), str(file))
    assert {name: set(words) for name, words in phrases.items()} == {
        name: {str(word) for word in words} for name, words in lists.items()
    }
