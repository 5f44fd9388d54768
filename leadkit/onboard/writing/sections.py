"""The sections of a program, as far as the answers give them. What is not answered is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.agencies.kinds import AgencyType, LegalForm
from leadkit.model.pathways.kinds import DiversionPoint, PathwayKind, ReferralSource
from leadkit.model.program.kinds import GovernmentType
from leadkit.onboard.answers.answers import Answers, Entry, text_of, texts_of
from leadkit.onboard.questions.agencies import (
    CASE_MANAGEMENT,
    DEFENDERS,
    POLICE,
    PROJECT_MANAGEMENT,
    PROSECUTORS,
)
from leadkit.onboard.writing.agencies import agencies_of, government_of
from leadkit.onboard.writing.agreement import agreement
from leadkit.onboard.writing.bodies import bodies_of
from leadkit.onboard.writing.fields import given

if TYPE_CHECKING:
    from collections.abc import Container

    from leadkit.onboard.writing.fields import Fields
    from leadkit.source.tree import Plain

_GOVERNMENT_TYPES = {
    GovernmentType.CITY: AgencyType.CITY,
    GovernmentType.COUNTY: AgencyType.COUNTY,
    GovernmentType.STATE: AgencyType.STATE,
    GovernmentType.TRIBE: AgencyType.TRIBE,
}
"""What a government is as an agency; the others are none of the usual types."""

_SOURCES = {
    PathwayKind.ARREST_DIVERSION: ReferralSource.OFFICER,
    PathwayKind.SOCIAL_CONTACT: ReferralSource.OFFICER,
    PathwayKind.PROSECUTOR_REFERRAL: ReferralSource.PROSECUTOR,
    PathwayKind.COURT_REFERRAL: ReferralSource.COURT,
    PathwayKind.JAIL_REENTRY: ReferralSource.JAIL,
    PathwayKind.CO_RESPONSE: ReferralSource.CO_RESPONDER,
    PathwayKind.SELF_REFERRAL: ReferralSource.SELF,
    PathwayKind.FAMILY_REFERRAL: ReferralSource.FAMILY,
    PathwayKind.SCHOOL: ReferralSource.SCHOOL,
}
"""Who refers at a door, where that is what the door is."""

_POINTS = {
    PathwayKind.SOCIAL_CONTACT: DiversionPoint.NONE_SOCIAL,
    PathwayKind.COMMUNITY_REFERRAL: DiversionPoint.COMMUNITY,
}
"""Doors at which there is no case, by what they are."""


def sections(answers: Answers) -> dict[str, Plain]:
    """Every section that the answers give something of, in the order of the documentation."""
    found: dict[str, Plain] = {
        "program": _program(answers),
        "areas": _areas(answers),
        "agencies": _agencies(answers),
        "roles": _roles(answers),
        "governance": given(bodies=bodies_of(answers)),
        "pathways": _pathways(answers),
        "eligibility": _eligibility(answers),
        "agreement": agreement(answers),
        "law": _law(answers),
    }
    return {name: section for name, section in found.items() if section}


def _program(answers: Answers) -> Fields:
    from leadkit.law import of_state

    state = answers.one("state")
    return given(
        name=answers.one("name"),
        uses_lead_mark=answers.one("uses_lead_mark"),
        status=answers.one("status"),
        as_of=answers.one("as_of"),
        population=answers.one("population"),
        principles=list(answers.several("principles")),
        unit_of_decision=answers.one("unit_of_decision"),
        several_charges=answers.one("several_charges"),
        state=state,
        law=f"us-{state.lower()}" if of_state(state) else "",
        governments={
            key: given(
                type=text_of(entry, "type"),
                name=text_of(entry, "name"),
                governing_body=text_of(entry, "governing_body"),
            )
            for key, entry in answers.group("governments").items()
        },
    )


def _areas(answers: Answers) -> Fields:
    return {
        key: given(name=text_of(entry, "name"), kind=text_of(entry, "kind"), government=text_of(entry, "government"))
        for key, entry in answers.group("areas").items()
    }


def _agencies(answers: Answers) -> Fields:
    governments = answers.group("governments")
    may_sign = {key: _government(key, entry) for key, entry in governments.items() if _takes_part(answers, key, entry)}
    departments = {key: _agency(entry, parents=may_sign) for key, entry in agencies_of(answers).items()}
    return {**may_sign, **departments}


def _takes_part(answers: Answers, key: str, entry: Entry) -> bool:
    """Whether a government stands among the agencies: it signs or hosts, or may yet sign for one that belongs to it."""
    belong = {government_of(one) for one in agencies_of(answers).values()}
    signs = text_of(entry, "signs")
    hosts = key in answers.several(PROJECT_MANAGEMENT.name)
    return signs == "yes" or hosts or (signs != "no" and key in belong)


def _government(key: str, entry: Entry) -> Fields:
    kind = GovernmentType(text_of(entry, "type"))
    usual = _GOVERNMENT_TYPES.get(kind)
    form = LegalForm.TRIBE if kind is GovernmentType.TRIBE else LegalForm.GOVERNMENT
    return given(
        legal_name=text_of(entry, "name"),
        type=(usual or AgencyType.OTHER).value,
        type_text="" if usual else kind.value.replace("_", " ").capitalize(),
        form="" if kind is GovernmentType.STATE_AGENCY else form.value,
        government=key,
        can_sign=text_of(entry, "signs"),
        signatory_titles=text_of(entry, "signatory"),
    )


def _agency(entry: Entry, *, parents: Container[str]) -> Fields:
    government = government_of(entry)
    return given(
        legal_name=text_of(entry, "name"),
        type=text_of(entry, "type"),
        form=text_of(entry, "form"),
        government=government,
        parent=government if government in parents else "",
        can_sign=text_of(entry, "signs"),
        signatory_titles=text_of(entry, "signatory"),
        part=text_of(entry, "part"),
    )


def _roles(answers: Answers) -> Fields:
    police, defenders = answers.group(POLICE.name), answers.group(DEFENDERS.name)
    managing = answers.group(CASE_MANAGEMENT.name)
    roles = {
        "referring-agency": _role("referring_agency", list(police)),
        "defense": _role("defense", list(defenders)),
        "case-management": _role("case_management", list(managing)),
        "project-manager": _host(list(answers.several(PROJECT_MANAGEMENT.name))),
    }
    for key, entry in answers.group(PROSECUTORS.name).items():
        levels: list[Plain] = list(dict.fromkeys(texts_of(entry, "charges")))
        roles[f"charging-{key}"] = _role("charging_authority", [key]) | given(levels=levels)
    return {key: role for key, role in roles.items() if role}


def _role(kind: str, agencies: list[str]) -> Fields:
    """A role as it is proposed; nothing where nobody is named for it."""
    return given(kind=kind, agencies=list(agencies), status="proposed") if agencies else {}


def _host(agencies: list[str]) -> Fields:
    host = agencies[0] if len(agencies) == 1 else ""
    return _role("project_manager", agencies) | given(host_agency=host)


def _pathways(answers: Answers) -> Fields:
    police, areas = list(answers.group(POLICE.name)), list(answers.group("areas"))
    found: Fields = {}
    for word in answers.several("pathways"):
        kind = PathwayKind(word)
        source = _SOURCES.get(kind)
        found[word.replace("_", "-")] = given(
            kind=word,
            enabled="yes",
            diversion_point=_POINTS[kind].value if kind in _POINTS else "",
            agencies=list(police) if source is ReferralSource.OFFICER else [],
            areas=list(areas),
            referral_sources=[source.value] if source else [],
        )
    return found


def _eligibility(answers: Answers) -> Fields:
    laws = (*answers.several("offences"), *answers.group("local_offences"))
    return given(offences={law: {"law": law} for law in laws})


def _law(answers: Answers) -> Fields:
    return given(
        local={
            key: given(
                citation=text_of(entry, "citation"),
                title=text_of(entry, "title") or text_of(entry, "citation"),  # which is what it is called until then
                locality=text_of(entry, "locality"),
                conduct=text_of(entry, "conduct"),
                bands=[{"level": level}] if (level := text_of(entry, "level")) else [],
            )
            for key, entry in answers.group("local_offences").items()
        }
    )
