"""What is left open: a question for each gap that can be answered, with an owner and a date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadkit.check.run import check
from leadkit.documents import compose_standing, to_markdown
from leadkit.model.load import load
from leadkit.model.paths import annotation_at
from leadkit.model.root import Program
from leadkit.onboard.writing.folder import texts_of, write_folder
from leadkit.onboard.writing.undecided import UNDECIDED
from tests.onboard.conftest import Read, draft, taken, variants


def test_whatever_is_left_open_has_an_owner_and_a_date(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    write_folder(taken(read, maple), tmp_path / "maple")
    program = load(tmp_path / "maple").resolve().program
    assert program is not None
    assert {entry.why for entry in program.open.values()} == {"undecided"}
    assert {(entry.owner, str(entry.due)) for entry in program.open.values() if entry.why == "undecided"} == {
        ("County counsel", "2027-06-30"),
        ("Planning group", "2027-06-30"),
    }
    members = program.open["governance.bodies.policy-coordinating-group.members"]
    assert members.why == "undecided"
    assert members.question == "Who sits on the Policy Coordinating Group?"


def test_a_government_that_may_sign_is_asked_about_with_whoever_relies_on_it(
    read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    maple["governments"]["maple-county"]["signs"] = "undecided"
    maple["police"]["sheriff"] |= {"government": "maple-county", "signs": "no", "signatory": "undecided"}
    found, text = draft(read, maple, tmp_path / "maple")
    entry = found["agreement.roll_complete"]
    assert (entry.owner, str(entry.due)) == ("County counsel", "2027-06-30")
    assert entry.remark.startswith("It is undecided whether Maple County signs; until it does, nobody signs for Maple")
    assert "It is undecided whether Maple County signs; until it does" in text
    assert "Who else signs the agreement?" in text
    assert found["agencies.*.can_sign"].why == "undecided"


def test_where_no_party_is_known_the_question_who_joins_says_who_is_in_doubt(
    read: Read, least: dict[str, Any], tmp_path: Path
) -> None:
    found, text = draft(read, least, tmp_path / "birch")
    assert found["agreement.parties"].remark == "It is undecided whether Town of Birch signs."
    assert "agreement.roll_complete" not in found
    assert "It is undecided whether Town of Birch signs." in text


@pytest.mark.parametrize(
    ("group", "role", "asks"),
    [
        ("police", "referring-agency", "Whose officers refer people?"),
        ("prosecutors", "charging", "Which office decides on charges?"),
        ("defenders", "defense", "Who defends people who cannot pay a lawyer?"),
        ("case_management", "case-management", "Who provides case management?"),
        ("project_management", "project-manager", "Who hosts project management?"),
    ],
)
def test_a_part_that_nobody_plays_is_a_question(
    group: str, role: str, asks: str, read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    if group != "project_management":
        maple["project_management"] = "undecided"
    maple[group] = "undecided"
    found, text = draft(read, maple, tmp_path / "maple")
    entry = found[f"roles.{role}"]
    assert (entry.question, entry.owner, str(entry.due)) == (asks, "Planning group", "2027-06-30")
    assert f"> {asks}" in text


@pytest.mark.parametrize(
    ("left_open", "says"),
    [
        (
            ["level", "conduct"],
            "at which level it is an offense, which kind of conduct it is, and whether it is in force",
        ),
        ([], "whether it is in force"),
    ],
)
def test_what_is_open_about_a_local_law_stands_in_its_row(
    left_open: list[str], says: str, read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    for name in left_open:
        del maple["local_offences"]["mf-9.20"][name]
    write_folder(taken(read, maple), tmp_path / "maple")
    annex = compose_standing(load(tmp_path / "maple").resolve(), "eligibility-annex").document
    assert annex is not None
    (row,) = [line for line in to_markdown(annex).splitlines() if line.startswith("| Drinking in public")]
    assert f"still to be decided: {says} (County counsel; due June 30, 2027) |" in row
    assert "no further condition" not in row


def test_a_part_that_somebody_plays_is_no_question(read: Read, maple: dict[str, Any]) -> None:
    assert "roles.defense:" not in texts_of(taken(read, maple))["open.yaml"]


@pytest.mark.parametrize(
    ("name", "body", "asks"),
    [
        ("policy_group", "policy-coordinating-group", "Which body sets policy for the program, and what is it called?"),
        (
            "work_group",
            "operational-work-group",
            "Does a body do the daily work of the program, and what is it called?",
        ),
        (
            "community_team",
            "community-leadership-team",
            "Does the program answer to a body of the community, and what is it called?",
        ),
    ],
)
def test_a_body_left_open_beside_others_is_a_question(
    name: str, body: str, asks: str, read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    maple |= {"work_group": "Operational Work Group"} | {name: "undecided"}
    found, text = draft(read, maple, tmp_path / "maple")
    entry = found[f"governance.bodies.{body}"]
    assert (entry.question, entry.owner, str(entry.due)) == (asks, "Planning group", "2027-06-30")
    article = text.split("## Article 4. ")[1].split("## Article 5. ")[0]
    assert f"> {asks}" in article.split(" Bodies to Be Decided\n")[1]
    assert sum(path.startswith("governance.bodies.") and path.count(".") == 2 for path in found) == 1


def test_what_an_answer_asks_for_in_turn_is_a_question(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    maple["areas"]["downtown"]["kind"] = "street_bounds"
    maple["uses_lead_mark"] = "yes"
    del maple["local_offences"]["mf-9.20"]["title"]
    found, _ = draft(read, maple, tmp_path / "maple")  # without a warning: neither LK471 nor LK535
    bounds, permission = found["areas.downtown.bounds"], found["program.mark_permission"]
    assert bounds.question.startswith("Between which streets does Downtown Maple Falls lie")
    called = found["eligibility.offences.mf-9.20.label"]
    assert (called.question, called.owner) == ("What is Maple Falls Code § 9.20 (invented) called?", "County counsel")
    assert (bounds.owner, permission.owner) == ("Planning group", "County counsel")


def test_a_body_that_a_file_does_not_mention_is_a_question_too(read: Read, maple: dict[str, Any]) -> None:
    assert "work_group" not in maple
    assert "governance.bodies.operational-work-group:" in texts_of(taken(read, maple))["open.yaml"]


def test_where_no_body_is_named_one_question_asks_for_all(read: Read, least: dict[str, Any]) -> None:
    written = texts_of(taken(read, least))["open.yaml"]
    assert "Which bodies govern the program?" in written
    assert "governance.bodies." not in written


def test_a_door_is_asked_only_what_makes_sense_there(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    maple["pathways"] = ["self_referral", "school"]
    found, text = draft(read, maple, tmp_path / "maple")
    asked = {path.split(".")[2] for path in found if path.startswith("pathways.self-referral.")}
    assert asked.isdisjoint({"requires_probable_cause", "agencies", "referral_sources"})
    assert "A referral may come from the person." in text
    assert "During which hours is school referral open?" in text
    assert "community referral" not in text


def test_what_is_open_about_a_pathway_stands_under_it(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    maple["pathways"] = ["community_referral", "school"]
    _, text = draft(read, maple, tmp_path / "maple")
    referral, school = text.split(" Community referral\n")[1].split(" School\n")
    assert "> Must the police clear community referral first" in referral
    assert "Must the police clear" not in school


def test_a_clause_of_its_own_asks_its_own_question(read: Read, least: dict[str, Any], tmp_path: Path) -> None:
    _, text = draft(read, least, tmp_path / "birch")
    for title, fields in (
        ("Language and Disability Access", ["services.access"]),
        ("Critical Incidents and the Press", ["procedure.critical_incidents", "sharing.media"]),
    ):
        section = text.split(f" {title}\n")[1].split("\n### ")[0]
        for field in fields:
            assert f"> {UNDECIDED[field].asks}" in section
            assert f"> {UNDECIDED[field.split('.')[0]].asks}" not in section


def test_every_gap_has_a_question(read: Read, maple: dict[str, Any]) -> None:
    for said in variants(maple):
        assert "open.yaml" in texts_of(taken(read, said))


@pytest.mark.parametrize("path", UNDECIDED)
def test_every_question_is_about_a_field_of_the_model(path: str) -> None:
    steps = path.split(".")
    kinds = ["arrest_diversion", "social_contact", "community_referral"]
    kinds += ["project_manager", "charging_authority"] if steps[0] == "roles" else []
    tried = [[*steps[:2], kind, *steps[2:]] for kind in kinds] if "*" in steps else []
    assert any(annotation_at(Program, each) is not None for each in [steps, *tried])
    assert UNDECIDED[path].asks.endswith("?")


def test_streets_that_are_asked_for_are_not_missed_besides(read: Read, maple: dict[str, Any], tmp_path: Path) -> None:
    maple["areas"]["downtown"]["kind"] = "street_bounds"
    write_folder(taken(read, maple), tmp_path / "maple")
    assert "LK471" not in {one.code for one in check(tmp_path / "maple")}


def test_the_memorandum_names_who_acts_in_each_role_beside_the_one_that_is_open(
    read: Read, maple: dict[str, Any], tmp_path: Path
) -> None:
    maple["project_management"] = "undecided"
    _, text = draft(read, maple, tmp_path / "maple")
    section = text.split(" Agencies and Roles\n")[1].split("\n## ")[0]
    assert "> Who hosts project management?" in section
    for says in (
        "Charging authority for a felony or a misdemeanor: the Maple County Prosecutor",
        "Defense: the Maple County Public Defender",
        "Case management: Hopeworks",
    ):
        assert says in section
