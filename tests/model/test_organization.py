"""Who takes part, who decides and by which pathway: what must hold inside one object."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leadkit.model.agencies import Agency
from leadkit.model.governance import Governance
from leadkit.model.pathways import Pathway
from leadkit.model.program import ProgramSection
from leadkit.model.roles import Role
from leadkit.model.services import Services

READERS: dict[str, TypeAdapter[Any]] = {
    "program": TypeAdapter(ProgramSection),
    "agency": TypeAdapter(Agency),
    "role": TypeAdapter(Role),
    "governance": TypeAdapter(Governance),
    "pathway": TypeAdapter(Pathway),
    "services": TypeAdapter(Services),
}
PROGRAM = {"name": "LEAD", "status": "planning", "as_of": "2026-11-24", "state": "WA"}
AGENCY = {"legal_name": "Bridgeway", "type": "outreach"}
PATHWAY = {"kind": "social_contact", "enabled": "yes"}


def _body(**fields: object) -> dict[str, object]:
    return {"bodies": {"group": {"kind": "policy", "local_name": "Group", **fields}}}


@pytest.mark.parametrize(
    ("what", "text", "says"),
    [
        ("program", {**PROGRAM, "acronym_expansion": "other"}, "acronym_text"),
        ("program", {**PROGRAM, "brand": "other"}, "brand_name"),
        ("program", {**PROGRAM, "state": "ZZ"}, "not the postal code of a state"),
        ("program", {**PROGRAM, "as_of": "November 2026"}, "date"),
        ("agency", {**AGENCY, "hipaa_status": ["none", "part2_program"]}, "keep one of the two"),
        (
            "agency",
            {**AGENCY, "staff": {"nurses": {"title": "Nurse", "privilege": "statute"}}},
            "privilege_statute",
        ),
        (
            "agency",
            {
                **AGENCY,
                "staff": {"peers": {"title": "Peer", "privilege": "none", "privilege_statute": "RCW 1"}},
            },
            "keep one of the two",
        ),
        ("role", {"kind": "convener", "status": "vacant", "agencies": "bridgeway"}, "vacant"),
        ("role", {"kind": "other", "agencies": "bridgeway"}, "title"),
        ("role", {"kind": "convener", "caseload": "20"}, "Extra inputs"),
        ("governance", _body(members={"empty": {"seats": "2"}}), "say who this member is"),
        ("governance", _body(members={"a": {"seat": "A", "standing": "advisory", "votes": "1"}}), "advisory"),
        ("governance", _body(members={"a": {"seat": "A"}}, chairs="b"), '"b" chairs or holds an office'),
        (
            "governance",
            _body(officers={"s": {"title": "Secretary", "member": "b"}}),
            '"b" chairs or holds an office',
        ),
        ("governance", _body(decision_rule="supermajority"), "share of votes"),
        (
            "pathway",
            {**PATHWAY, "self_referral": "no", "referral_sources": ["officer", "self"]},
            "self_referral",
        ),
        ("pathway", {**PATHWAY, "police_clearance": "informed"}, "Extra inputs"),
        ("services", {"categories": {"odd": {"kind": "other"}}}, "name"),
        ("services", {"providers": {"odd": {"categories": "food"}}}, "say who gives the service"),
    ],
)
def test_what_contradicts_itself_is_refused(what: str, text: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        READERS[what].validate_python(text)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("program", {**PROGRAM, "acronym_expansion": ["other"], "acronym_text": "Police Assisted Diversion"}),
        ("program", {**PROGRAM, "state": "MT", "law": []}),
        ("role", {"kind": "liaison_prosecutor", "status": "vacant"}),
        (
            "governance",
            _body(members={"resident": {"seat": "Resident", "lived_experience": "yes"}}, chairs="resident"),
        ),
        ("pathway", {**PATHWAY, "lookback": "any_time"}),
        ("pathway", {"kind": "school", "enabled": "no"}),
    ],
)
def test_what_real_programs_need_can_be_said(what: str, text: dict[str, object]) -> None:
    READERS[what].validate_python(text)


@pytest.mark.parametrize(
    ("kind", "justice"),
    [
        ("sheriff", True),
        ("city_attorney", True),
        ("probation", True),
        ("court", True),
        ("jail", True),
        ("public_defender", False),
        ("case_management_provider", False),
        ("evaluator", False),
        ("health_department", False),
    ],
)
def test_only_those_who_administer_justice_are_justice_agencies(kind: str, justice: bool) -> None:
    assert READERS["agency"].validate_python({**AGENCY, "type": kind}).justice_agency is justice


def test_a_contact_and_an_address_are_internal_unless_they_say_otherwise() -> None:
    agency = READERS["agency"].validate_python(
        {
            **AGENCY,
            "address": {"city": "Sampleton"},
            "contacts": {"line": {"kind": "on_call", "phone": "988"}},
        }
    )
    assert agency.address.visibility == agency.contacts["line"].visibility == "internal"


def test_an_agency_that_sends_several_people_has_one_vote_unless_it_says_otherwise() -> None:
    members = {
        "police": {"agency": "police", "seats": "3"},
        "residents": {"seat": "Residents", "seats": "2", "votes": "2"},
        "court": {"agency": "court", "standing": "observer"},
    }
    governance = READERS["governance"].validate_python(_body(members=members))
    assert governance.bodies["group"].votes == 3
