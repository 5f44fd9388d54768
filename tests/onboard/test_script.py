"""The conversation: questions in order, back, numbers, and offenses picked by search."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from leadkit.law import Offence
from leadkit.onboard.answers.answers import Answers, Said
from leadkit.onboard.answers.like import Likeness, likeness
from leadkit.onboard.asking.prompt import Prompt, numbered, parts_of, talk
from leadkit.onboard.asking.script import conversation
from leadkit.onboard.questions.eligibility import PATHWAYS
from leadkit.onboard.questions.locality import holds_here
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.question import Choice
from leadkit.onboard.writing.folder import texts_of

BACK = "back"
PLACE = ["NY", "Birch County", "2", "", "no", "", "Birch", "2026-11-24", "2027", "Counsel", "Group", "", "", ""]
"""State, a county that does not sign, no other government, name, dates, owners, then three proposed answers."""


class _Planner:
    """Answers from a list; an empty text takes what is proposed, as at a terminal."""

    def __init__(self, typed: Iterable[str]) -> None:
        self.typed = list(typed)
        self.asked: list[Prompt] = []

    def __call__(self, prompt: Prompt) -> Said | None:
        self.asked.append(prompt)
        text = self.typed.pop(0) if self.typed else ""
        if text == BACK:
            return None
        text = text or prompt.usual
        assert text or not prompt.required, prompt.asks
        return prompt.read(text) if text else ""


def _talk(typed: Iterable[str], like: Likeness | None = None, place: str | None = "x") -> tuple[Answers, _Planner]:
    planner = _Planner(typed)
    answers, _ = talk(partial(conversation, "2026-11-30", like, place), planner)
    assert not planner.typed
    return answers, planner


def test_questions_come_in_order_and_the_day_is_proposed() -> None:
    answers, planner = _talk(PLACE)
    asked = [prompt.asks for prompt in planner.asked]
    places = [asked.index(question.asks) for question in QUESTIONS if question.asks in asked]
    assert places == sorted(places)
    assert next(prompt.usual for prompt in planner.asked if prompt.asks.startswith("On what day")) == "2026-11-30"
    assert answers.group("governments") == {"birch-county": {"name": "Birch County", "type": "county", "signs": "no"}}
    assert (answers.one("as_of"), answers.one("status"), answers.one("policy_group")) == (
        "2026-11-24",
        "planning",
        "Policy Coordinating Group",
    )


def test_what_does_not_apply_is_not_asked() -> None:
    asked = [prompt.asks for prompt in _talk(PLACE)[1].asked]
    assert not [one for one in asked if "the title of the person who signs for Birch County" in one]
    assert not [one for one in asked if "belong?" in one]


def test_the_government_itself_may_host_project_management() -> None:
    host = next(prompt for prompt in _talk(PLACE)[1].asked if "hosts project management" in prompt.asks)
    assert [choice.word for choice in host.choices] == ["birch-county"]
    answers, _ = _talk([*PLACE, "", "", "", "", "", "", "1"])
    assert "  birch-county:\n    legal_name: Birch County" in texts_of(answers)["agencies.yaml"]
    assert "    host_agency: birch-county" in texts_of(answers)["roles.yaml"]


def test_back_returns_to_the_question_before_also_inside_a_group() -> None:
    answers, planner = _talk(["OH", BACK, "NY", "Birch", BACK, "Birch County", "2", BACK, "1", *PLACE[3:]])
    assert answers.one("state") == "NY"
    assert answers.group("governments")["birch-county"]["type"] == "city"
    first, second, third = planner.asked[:3]
    assert first.asks == third.asks != second.asks


def test_back_at_the_first_question_asks_it_again() -> None:
    assert _talk([BACK, BACK, *PLACE])[0].one("state") == "NY"


def test_a_question_asked_again_proposes_what_was_answered() -> None:
    answers, planner = _talk(["NY", "Birch County", BACK, BACK, "", "", *PLACE[2:]])
    assert [prompt.usual for prompt in planner.asked[2:5]] == ["", "Birch County", "NY"]
    assert planner.asked[5].usual == "Birch County"
    assert list(answers.group("governments")) == ["birch-county"]


def test_several_answers_may_have_and_between_them() -> None:
    assert [part.strip() for part in parts_of("infraction, misdemeanor and felony")] == [
        "infraction",
        "misdemeanor",
        "felony",
    ]
    choices = [prompt for prompt in _talk(PLACE)[1].asked if prompt.asks == PATHWAYS.asks]
    assert choices[0].read("self referral & school") == ("self_referral", "school")


def test_two_things_of_one_name_have_two_ids() -> None:
    police = ["Birch", "", "", "1", "", "Birch", "2", "", "1", "", ""]
    answers, _ = _talk([*PLACE, "", *police])
    assert list(answers.group("police")) == ["birch", "birch-2"]
    assert answers.group("police")["birch-2"] == {
        "name": "Birch",
        "type": "sheriff",
        "form": "department",
        "government": "birch-county",
    }


def test_a_sheriff_is_not_taken_for_a_police_department() -> None:
    sheriff = ["Birch County Sheriff", "", "", "1", "", "Birch Police", "", "", "1", "", ""]
    answers, _ = _talk([*PLACE, "", *sheriff])
    kinds = [(one["type"], one["form"]) for one in answers.group("police").values()]
    assert kinds == [("sheriff", "elected_office"), ("police", "department")]


@pytest.mark.parametrize("text", ["yes", "No", " y ", "skip", "None", "n/a"])
def test_whether_there_is_another_is_answered_with_its_name(text: str) -> None:
    asked = next(prompt for prompt in _talk(PLACE)[1].asked if prompt.asks.startswith("Does another government"))
    with pytest.raises(ValueError, match="write its name; press Enter alone"):
        asked.read(text)
    assert asked.read("Yes County") == "Yes County"
    body = next(
        prompt for prompt in _talk(PLACE)[1].asked if prompt.asks.startswith("What is the body that sets policy")
    )
    with pytest.raises(ValueError, match="write its name, or undecided"):
        body.read(text)


def test_offences_are_searched_and_taken_by_number() -> None:
    typed = [*PLACE, "", "", "", "", "", "", "", "1 2", "zzz", "criminal possession", "1, 2", "220.03", "1", ""]
    answers, planner = _talk(typed)
    found = next(prompt for prompt in planner.asked if prompt.choices and prompt.choices[0].word.startswith("ny-pl"))
    assert answers.several("offences")[:2] == (found.choices[0].word, found.choices[1].word)
    assert "Penal Law" in found.choices[0].says
    assert "misdemeanor" in found.choices[0].says
    assert any(prompt.asks.startswith("For which offenses may a person be diverted? Words") for prompt in planner.asked)
    assert any(prompt.asks.startswith("You have 2 so far.") for prompt in planner.asked)
    assert any(prompt.before == ('No offense in the catalogue holds "zzz".',) for prompt in planner.asked)
    assert answers.several("pathways") == ("arrest_diversion", "social_contact")


def test_no_offence_is_offered_that_was_out_of_force() -> None:
    planner = _talk([*PLACE, "", "", "", "", "", "", "", "", "marijuana"])[1]
    offered = [choice.word for prompt in planner.asked for choice in prompt.choices]
    assert "ny-pl-221.05" not in offered


@pytest.mark.parametrize(("government", "offered"), [("Birch County", False), ("City of Seattle", True)])
def test_the_law_of_a_city_is_offered_in_that_city_only(government: str, offered: bool) -> None:
    planner = _talk(["WA", government, *PLACE[2:], "", "", "", "", "", "", "", "", "theft"])[1]
    words = [choice.word for prompt in planner.asked for choice in prompt.choices]
    assert ("sea-12A.08.060" in words) is offered
    assert "wa-9A.56.050" in words


@pytest.mark.parametrize(
    ("locality", "government", "same"),
    [
        ("Santa Fe", "City of Santa Fe", True),
        ("Santa Fe", "Santa Fe County", False),
        ("New York City", "The City of New York", True),
        ("New York City", "State of New York", False),
        ("Philadelphia", "City and County of Philadelphia", True),
        ("King County", "King County", True),
    ],
)
def test_a_place_is_told_by_its_name(locality: str, government: str, same: bool) -> None:
    assert holds_here(Offence("x", "§ 1", "Theft", locality=locality), [government]) is same


def test_a_state_without_a_catalogue_is_asked_for_its_own_law() -> None:
    law = ["Ohio Revised Code 2911.21", "Criminal trespass", "4", "trespass", "", ""]
    answers, planner = _talk(["OH", *PLACE[1:], "", "", "", "", "", "", "", "", *law])
    assert answers.group("local_offences") == {
        "ohio-revised-code-2911-21": {
            "citation": "Ohio Revised Code 2911.21",
            "title": "Criminal trespass",
            "level": "misdemeanor",
            "conduct": "trespass",
        }
    }
    assert not [prompt for prompt in planner.asked if "Words to search for" in prompt.asks]


def test_another_program_proposes_its_shape() -> None:
    answers, planner = _talk(["WA", *PLACE[1:]], likeness("example-county"))
    assert "community_referral" in answers.several("pathways")
    assert "wa-69.50.4013" in answers.several("offences")
    assert any(
        prompt.before[:1] == ("example-county has: police, sheriff, health department.",) for prompt in planner.asked
    )


def test_the_folder_is_asked_for_last(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    planner = _talk([*PLACE], place=None)[1]
    assert planner.asked[-1].usual == "birch"
    with pytest.raises(ValueError, match="is not empty"):
        planner.asked[-1].read(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "sentence"), [("0", "from 1 to 2"), ("3", "from 1 to 2"), ("9" * 5000, "from 1 to 2"), ("x", "one of a")]
)
def test_a_number_that_is_not_offered_is_said(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        numbered(text, (Choice("a"), Choice("b-c")))


def test_several_answers_stand_in_one_line() -> None:
    assert parts_of("1 2 3") == ["1", "2", "3"]
    assert parts_of("drug possession, 2,") == ["drug possession", " 2"]
    with pytest.raises(ValueError, match="write one or several"):
        parts_of(" , ")
