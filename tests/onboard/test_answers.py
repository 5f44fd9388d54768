"""A file of answers: what is wrong with it is a finding on its line, in a planner's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadkit.onboard.answers.file import read_answers
from leadkit.onboard.codes import CODES
from leadkit.onboard.questions import agencies, forms
from leadkit.onboard.questions.forms import line
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.question import Group, Question
from tests.onboard.conftest import HERE, Read

LEAST = (HERE / "least.yaml").read_text(encoding="utf-8")


def test_the_answers_are_taken_as_they_are_written(read: Read) -> None:
    answers = read((HERE / "maple.yaml").read_text(encoding="utf-8")).answers
    assert answers is not None
    assert answers.one("state") == "OH"
    assert answers.several("pathways") == ("arrest_diversion", "social_contact", "community_referral")
    assert answers.group("prosecutors")["prosecutor"]["charges"] == ("felony", "misdemeanor")
    assert answers.one("work_group") == ""


WRONG = {
    "misspelt": ("coverner: x", "LK220", '"coverner" is no question.', 'Did you mean "convener"?'),
    "misspelt-inside": (
        "police: {falls: {name: Falls Police, tpye: police}}",
        "LK220",
        '"tpye" is no question about "police.falls".',
        'Did you mean "type"?',
    ),
    "missing-inside": ("police: {falls: {name: Falls Police}}", "LK221", 'The answer to "police.falls.type"', "Add it"),
    "no-such-word": (
        "population: adult",
        "LK222",
        '"adult" cannot answer "population".',
        "Did you mean adults?",
    ),
    "one-word-of-several": ("pathways: [arrest_diversion, prison]", "LK222", '"prison" cannot', "It is one of"),
    "several-for-one": ("stage: [planning, operating]", "LK222", '"stage" should hold one answer.', "Write the answer"),
    "no-ids": ("police: Falls Police", "LK222", '"police" should hold an id for each', "Write an id"),
    "no-answers": ("police: {falls: Falls Police}", "LK222", '"falls" holds no answers.', "Write the answers"),
    "no-id": (
        "police: {falls police: {name: F, type: police}}",
        "LK222",
        '"falls police" cannot be the id',
        "Use lett",
    ),
    "no-flag": ("uses_lead_mark: perhaps", "LK222", '"perhaps" cannot answer', "Write yes or no."),
    "an-id-twice": (
        "police: {Birch: {name: Birch Police, type: police}}",
        "LK222",
        '"Birch" is the id of another agency or government, under "governments".',
        "Give it an id of its own",
    ),
    "no-such-government": (
        "police: {falls: {name: Falls Police, type: police, government: brich}}",
        "LK222",
        'There is no "brich" among the governments.',
        'Did you mean "birch"?',
    ),
    "no-such-host": ("project_management: nobody", "LK222", 'There is no "nobody" among', "Write one of birch"),
    "no-such-law": (
        "offences: [ny-pn-220.03]",
        "LK222",
        '"ny-pn-220.03" is in no catalogue',
        'Did you mean "ny-pl-220.03"?',
    ),
    "no-such-number": ("offences: [ny-pl-220.30]", "LK222", '"ny-pl-220.30" is in no catalogue', "leadkit law"),
    "law-of-another-place": (
        "offences: [nyc-ac-10-125]",
        "LK222",
        '"nyc-ac-10-125" is law of New York',
        "Add New York",
    ),
    "law-of-another-state": (
        "offences: [ny-pl-220.03, wa-69.50.4013]",
        "LK222",
        '"wa-69.50.4013" is in',
        "leadkit law",
    ),
}


@pytest.mark.parametrize(("line", "code", "message", "remedy"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_found_on_its_line(read: Read, line: str, code: str, message: str, remedy: str) -> None:
    reading = read(f"{LEAST}{line}\n")
    assert reading.answers is None
    (found,) = reading.diagnostics
    assert (found.code, found.spans[0].line) == (code, LEAST.count("\n") + 1)
    assert found.message.startswith(message)
    assert found.remedy.startswith(remedy)


@pytest.mark.parametrize("path", ["policy_group", "police.p.name", "governments.birch.name", "areas.a.name"])
def test_a_word_for_none_is_no_name(path: str, read: Read, least: dict[str, Any]) -> None:
    least |= {"police": {"p": {"name": "Police", "type": "police"}}, "areas": {"a": {"name": "All", "kind": "named"}}}
    *above, last = path.split(".")
    place = least
    for step in above:
        place = place[step]
    place[last] = "none"
    (found,) = read(least).diagnostics
    assert (found.path, found.remedy) == (path, "Write its name, or undecided where there is none yet.")


@pytest.mark.parametrize(
    ("name", "written", "remedy"),
    [
        ("state", "Ohiowa", "Write the two postal letters"),
        ("as_of", "2026", "Write a day as YYYY-MM-DD."),
        ("sign_by", "next summer", "Write a date as"),
        ("sign_by", "2026-11-23", 'Correct "sign_by"'),
        ("counsel", "x" * 10_000, "Write at most 300 characters; these are 10,000."),
        ("counsel", '"a\\nb"', "Write it in one line."),
        ("counsel", '"a\\u202eb"', "Take out the character U+202E"),
        ("counsel", '" "', "Write some words."),
    ],
)
def test_an_answer_that_cannot_be_taken_names_its_question(read: Read, name: str, written: str, remedy: str) -> None:
    lines = [line if not line.startswith(f"{name}:") else f"{name}: {written}" for line in LEAST.splitlines()]
    reading = read("\n".join(lines) + "\n")
    assert reading.answers is None
    (found,) = reading.diagnostics
    assert found.path == name
    assert lines[found.spans[0].line - 1].startswith(name)
    assert found.remedy.startswith(remedy)


@pytest.mark.parametrize(("signs", "taken"), [("yes", True), ("undecided", True), ("no", False)])
def test_an_answer_that_another_makes_needless_is_found(read: Read, signs: str, taken: bool) -> None:
    lines = f"police:\n  falls:\n    {{name: Falls Police, type: police,\n    signatory: Chair,\n    signs: {signs}}}\n"
    reading = read(LEAST + lines)
    assert (reading.answers is not None) == taken
    if not taken:
        (found,) = reading.diagnostics
        assert (found.code, found.path) == ("LK222", "police.falls.signatory")
        assert [span.line - LEAST.count("\n") for span in found.spans] == [4, 5]
        assert found.message == '"signatory" is answered although "signs" is no, so that nobody asks for it.'
        assert found.remedy == 'Take it out, or answer "signs" with yes.'


@pytest.mark.parametrize("id_", ["notes", "x-men", "versions", "effective_from", "con"])
def test_a_word_that_would_be_read_as_something_else_is_no_id(read: Read, id_: str) -> None:
    reading = read(f"{LEAST}police:\n  {id_}: {{name: Birch Police, type: police}}\n")
    (found,) = reading.diagnostics
    assert (found.code, found.spans[0].line) == ("LK222", LEAST.count("\n") + 2)
    assert found.message.startswith(f'"{id_}" cannot be the id')
    assert reading.answers is None


def test_a_note_among_the_agencies_is_the_planner_s_alone(read: Read) -> None:
    reading = read(f"{LEAST}police:\n  notes: Ask the sheriff.\n  x-list: [a]\n")
    assert reading.answers is not None
    assert reading.answers.group("police") == {}


def test_everything_that_is_missing_is_named_at_once(read: Read) -> None:
    reading = read("notes: Nothing yet.\nstatus: undecided\nx-mine: {a: b}\n")
    assert [found.path for found in reading.diagnostics] == [one.name for one in QUESTIONS if one.required]
    assert {found.code for found in reading.diagnostics} == {"LK221"}


def test_an_empty_answer_or_the_word_undecided_leaves_a_question_open(read: Read) -> None:
    answers = read(f"{LEAST}status: undecided\npopulation:\npolice:\n").answers
    assert answers is not None
    assert (answers.one("status"), answers.one("population"), answers.group("police")) == ("", "", {})


@pytest.mark.parametrize("data", [b"name: Pe\xf1a", b"a: [", b"- a list", b"name: x\x00y"], ids=repr)
def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "answers.yaml").write_bytes(data)
    reading = read_answers(tmp_path / "answers.yaml", "answers.yaml")
    assert reading.answers is None
    assert all(found.spans[0].file == "answers.yaml" for found in reading.diagnostics)


def _questions() -> list[Question]:
    fields = [field for group in QUESTIONS if isinstance(group, Group) for field in group.fields]
    return [*(one for one in QUESTIONS if isinstance(one, Question)), *fields]


@pytest.mark.parametrize("question", _questions(), ids=lambda question: question.name)
def test_every_question_reads_its_own_example_and_explains_itself(question: Question) -> None:
    assert question.read(question.example)
    assert not question.usual or question.read(question.usual)
    assert question.help.endswith(".")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ValueError, match="U\\+DCFF"):
        line(b"Maple\xff".decode("utf-8", "surrogateescape"))


def test_no_two_questions_share_a_name() -> None:
    for names in (
        [one.name for one in QUESTIONS],
        *([f.name for f in g.fields] for g in QUESTIONS if isinstance(g, Group)),
    ):
        assert len(names) == len(set(names))


def test_every_code_shows_a_wrong_and_a_right_answer(read: Read) -> None:
    unknown, _, unusable = CODES
    for code in (unknown, unusable):
        assert code.code in {found.code for found in read(code.wrong).diagnostics}
        assert code.code not in {found.code for found in read(code.right).diagnostics}


@pytest.mark.parametrize("written", ["ne", "NE", "Nebraska", " nebraska "])
def test_a_state_is_named_by_its_letters_or_its_name(written: str) -> None:
    assert forms.state(written) == "NE"


def test_a_state_that_is_misspelt_is_proposed() -> None:
    with pytest.raises(ValueError, match="did you mean New Mexico"):
        forms.state("New Mexcio")


@pytest.mark.parametrize("group", [agencies.POLICE, agencies.PROSECUTORS, agencies.DEFENDERS], ids=lambda one: one.name)
def test_the_words_for_a_form_in_law_are_explained(group: Group) -> None:
    fields = {field.name: field for field in group.fields}
    assert all(choice.says for choice in fields["form"].choices)
    assert group is agencies.POLICE or all(choice.says for choice in fields["type"].choices)
