"""Where leadkit says that a question is left open, it stands in open.yaml; elsewhere it says what Enter means."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadkit.documents import compose_standing, to_markdown
from leadkit.model.load import load
from leadkit.onboard.answers.answers import Said
from leadkit.onboard.asking.prompt import LEFT_OPEN, Prompt, talk
from leadkit.onboard.asking.script import conversation
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.place import STATE
from leadkit.onboard.questions.question import Group
from leadkit.onboard.writing.folder import texts_of, write_folder
from tests.onboard.conftest import Read, taken

NAMES = {
    "governments": "Maple County",
    "areas": "Old Town",
    "police": "Falls Police",
    "prosecutors": "County Prosecutor",
    "defenders": "County Defender",
    "case_management": "Hopeworks",
    "partners": "Health District",
    "local_offences": "Maple Code 9.20",
}
TYPED = {
    "On what day is this description true? (YYYY-MM-DD)": "2026-11-24",
    "By when should the agreement be signed? (YYYY-MM-DD, YYYY-MM or YYYY)": "2027",
    "What is Hopeworks in law?": "public_authority",
    "Which of these hosts project management?": "hopeworks",
    "How is Old Town drawn?": "street_bounds",
}
GOVERNMENT = "To which government does Hopeworks belong?"


class _Planner:
    """Answers every question but one, which is left with Enter."""

    def __init__(self, leaves: str = "", state: str = "OH", typed: dict[str, str] | None = None) -> None:
        self.leaves, self.typed = leaves, TYPED | {STATE.asks: state} | (typed or {})
        self.left: Prompt | None = None
        self.asked: list[Prompt] = []

    def __call__(self, prompt: Prompt) -> Said:
        self.asked.append(prompt)
        if prompt.asks == self.leaves:
            self.left = prompt
            return ""
        text = self._typed(prompt)
        return prompt.read(text) if text else ""

    def _typed(self, prompt: Prompt) -> str:
        for group in QUESTIONS:
            if isinstance(group, Group) and prompt.asks in (group.asks, group.more):
                return NAMES[group.name] if prompt.asks == group.asks else ""
        if prompt.asks.startswith("You have"):
            return ""
        if prompt.asks in self.typed:
            wanted = self.typed[prompt.asks]
            return wanted if wanted in [one.word for one in prompt.choices] or not prompt.choices else "1"
        if "(yes or no)" in prompt.asks:
            return "yes"
        return prompt.usual or (prompt.choices[0].word if prompt.choices else prompt.example)


def _open(planner: _Planner) -> dict[str, Any]:
    answers, _ = talk(partial(conversation, "2026-11-24", None, "x"), planner)
    found: dict[str, Any] = yaml.load(texts_of(answers)["open.yaml"], Loader=yaml.BaseLoader)["open"]
    return found


def _every() -> list[Prompt]:
    planner = _Planner()
    _open(planner)
    return [one for one in planner.asked if not one.required]


@pytest.fixture(scope="module")
def answered() -> dict[str, Any]:
    """What is open where every question was answered."""
    return _open(_Planner())


@pytest.mark.parametrize(
    "asks", [one.asks for one in _every() if not one.asks.count("Falls Police") + one.asks.count("Defender")]
)
def test_what_is_said_to_be_left_open_is_open(asks: str, answered: dict[str, Any]) -> None:
    planner = _Planner(asks)
    found = _open(planner)
    assert planner.left is not None
    more = {path for path, entry in found.items() if entry != answered.get(path)}
    if planner.left.open_as == LEFT_OPEN:
        assert more
    else:
        assert not more - {path for path in more if path.startswith(("agencies.", "roles."))}


def test_every_question_is_put() -> None:
    asked = {one.asks for one in _every()}
    for question in QUESTIONS:
        fields = question.fields[1:] if isinstance(question, Group) else ()
        named = NAMES.get(question.name, "")
        wanted = [one.asks.replace("{name}", named) for one in fields if not one.required]
        wanted += [question.asks] if not question.required and question.name != "offences" else []
        assert set(wanted) <= asked


def test_enter_says_what_it_means_where_nothing_stays_open() -> None:
    said = {one.asks: one.open_as for one in _every()}
    assert said["Who else takes part? The full legal name"] == "nobody else"
    assert said["Whose law is it, if not the state's?"] == "the state's"
    assert said["Another police agency?"] == "no more"
    planner = _Planner(state="NY")
    _open(planner)
    words = {one.asks: one.open_as for one in planner.asked}
    assert words["Which of these? Their numbers, or Enter for none"] == "none of these"
    assert words["For which offenses may a person be diverted? Words to search for"] == "none from the catalogue"
    assert words["For which offense outside the catalogues may a person be diverted? Its citation"] == "no other"


def test_to_which_government_an_office_belongs_stays_open_or_is_said(
    read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    del maple["prosecutors"]["prosecutor"]["government"]
    maple["police"]["sheriff"]["government"] = "none"
    write_folder(taken(read, maple), tmp_path / "maple")
    standing = load(tmp_path / "maple").resolve()
    assert standing.program is not None
    assert [path for path in standing.program.open if path.endswith(".parent")] == [
        "agencies.prosecutor.parent",
        "agencies.health.parent",
    ]
    assert standing.program.agencies["sheriff"].government is None
    roster, mou = (compose_standing(standing, name).document for name in ("party-roster", "mou"))
    assert roster is not None
    assert mou is not None
    rows = {line.split(" | ")[0]: line for line in to_markdown(roster).splitlines() if "| proposed |" in line}
    assert "Decision needed" in rows["| Maple County Prosecutor"]
    assert " | itself | " in rows["| Maple County Sheriff's Office".replace("'", "’")]
    text = to_markdown(mou)
    assert "To which government does Maple County Prosecutor belong, if it does not stand alone?" in text
    assert "an independent elected office within **" in text


def test_whose_signature_lacks_a_title_is_said(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    for group, key in (("police", "sheriff"), ("case_management", "hopeworks")):
        del maple[group][key]["signatory"]
    written = texts_of(taken(read, maple))["open.yaml"]
    assert "What is the title of the person who signs for Maple County Sheriff's Office?" in written
    assert "What is the title of the person who signs for Hopeworks, Inc.?" in written


def test_a_private_organization_is_not_asked_for_its_government() -> None:
    form = "What is Hopeworks in law?"
    for leaves, asked in (("", True), (form, True)):
        planner = _Planner(leaves)
        _open(planner)
        assert any(one.asks == GOVERNMENT for one in planner.asked) is asked
    planner = _Planner(typed={form: "nonprofit"})
    assert "agencies.hopeworks.parent" not in _open(planner)
    assert not any(one.asks == GOVERNMENT for one in planner.asked)
