"""The controlled words of the section ``agencies``."""

from __future__ import annotations

from enum import StrEnum


class AgencyType(StrEnum):
    """What an agency does."""

    CITY = "city"
    COUNTY = "county"
    STATE = "state"
    TRIBE = "tribe"
    POLICE = "police"
    SHERIFF = "sheriff"
    CONSTABLE = "constable"
    TRIBAL_POLICE = "tribal_police"
    TRANSIT_POLICE = "transit_police"
    CAMPUS_POLICE = "campus_police"
    STATE_POLICE = "state_police"
    PROSECUTOR_FELONY = "prosecutor_felony"
    PROSECUTOR_MISDEMEANOR = "prosecutor_misdemeanor"
    PROSECUTOR_ALL = "prosecutor_all"
    CITY_ATTORNEY = "city_attorney"
    SOLICITOR = "solicitor"
    PUBLIC_DEFENDER = "public_defender"
    ALTERNATE_DEFENDER = "alternate_defender"
    ASSIGNED_COUNSEL = "assigned_counsel"
    COURT = "court"
    PROBATION = "probation"
    PAROLE = "parole"
    CORRECTIONS = "corrections"
    JAIL = "jail"
    HEALTH_DEPARTMENT = "health_department"
    MENTAL_HEALTH_DEPARTMENT = "mental_health_department"
    BEHAVIORAL_HEALTH_AUTHORITY = "behavioral_health_authority"
    HUMAN_SERVICES = "human_services"
    MCO = "mco"
    HOSPITAL = "hospital"
    FIRE_EMS = "fire_ems"
    DISPATCH = "dispatch"
    CASE_MANAGEMENT_PROVIDER = "case_management_provider"
    TREATMENT_PROVIDER = "treatment_provider"
    HARM_REDUCTION = "harm_reduction"
    HOUSING_PROVIDER = "housing_provider"
    OUTREACH = "outreach"
    LEGAL_SERVICES = "legal_services"
    PEER_SERVICES = "peer_services"
    BID = "bid"
    CHAMBER = "chamber"
    FAITH = "faith"
    NEIGHBORHOOD_GROUP = "neighborhood_group"
    CIVIL_RIGHTS = "civil_rights"
    ADVOCACY = "advocacy"
    UNIVERSITY = "university"
    EVALUATOR = "evaluator"
    FOUNDATION = "foundation"
    SCHOOL = "school"
    CRIMINAL_JUSTICE_OFFICE = "criminal_justice_office"
    OTHER = "other"


class Side(StrEnum):
    """Where an agency stands when somebody is accused; the words are those of ``RecipientClass`` where it has one."""

    POLICE = "police"
    PROSECUTOR = "prosecutor"
    DEFENSE = "defense"
    COURT = "court"
    SUPERVISION = "supervision"
    BUSINESS = "business"


_OF_SIDE: dict[Side, tuple[AgencyType, ...]] = {
    Side.POLICE: (
        AgencyType.POLICE,
        AgencyType.SHERIFF,
        AgencyType.CONSTABLE,
        AgencyType.TRIBAL_POLICE,
        AgencyType.TRANSIT_POLICE,
        AgencyType.CAMPUS_POLICE,
        AgencyType.STATE_POLICE,
    ),
    Side.PROSECUTOR: (
        AgencyType.PROSECUTOR_FELONY,
        AgencyType.PROSECUTOR_MISDEMEANOR,
        AgencyType.PROSECUTOR_ALL,
        AgencyType.CITY_ATTORNEY,
        AgencyType.SOLICITOR,
    ),
    Side.DEFENSE: (AgencyType.PUBLIC_DEFENDER, AgencyType.ALTERNATE_DEFENDER, AgencyType.ASSIGNED_COUNSEL),
    Side.COURT: (AgencyType.COURT,),
    Side.SUPERVISION: (AgencyType.PROBATION, AgencyType.PAROLE, AgencyType.CORRECTIONS, AgencyType.JAIL),
    Side.BUSINESS: (AgencyType.BID, AgencyType.CHAMBER),
}
SIDES: dict[AgencyType, Side] = {kind: side for side, kinds in _OF_SIDE.items() for kind in kinds}
"""The side of each type that has one; the others serve, pay, teach or speak for neighbors."""

JUSTICE = frozenset({Side.POLICE, Side.PROSECUTOR, Side.COURT, Side.SUPERVISION})
"""Sides that administer criminal justice, and so may hold criminal history (28 CFR 20.3)."""


class LegalForm(StrEnum):
    """What an agency is in law, which decides who can sign for it."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    ELECTED_OFFICE = "elected_office"
    COURT = "court"
    PUBLIC_AUTHORITY = "public_authority"
    PUBLIC_UNIVERSITY = "public_university"
    TRIBE = "tribe"
    TRIBAL_DEPARTMENT = "tribal_department"
    NONPROFIT = "nonprofit"
    COMPANY = "company"
    UNINCORPORATED_GROUP = "unincorporated_group"


class HipaaStatus(StrEnum):
    """What health-privacy law calls an agency; several may hold at once."""

    COVERED_ENTITY = "covered_entity"
    HYBRID_ENTITY = "hybrid_entity"
    BUSINESS_ASSOCIATE = "business_associate"
    PART2_PROGRAM = "part2_program"
    QUALIFIED_SERVICE_ORGANIZATION = "qualified_service_organization"
    NONE = "none"


class CjisStatus(StrEnum):
    """Whether and how an agency may see criminal-history records."""

    CRIMINAL_JUSTICE_AGENCY = "criminal_justice_agency"
    NONCRIMINAL_JUSTICE_AGENCY = "noncriminal_justice_agency"
    CONTRACTOR_WITH_ADDENDUM = "contractor_with_addendum"
    NO_ACCESS = "no_access"


class Privilege(StrEnum):
    """Whether what a participant says to a member of staff is privileged."""

    STATUTE = "statute"
    NONE = "none"
    UNCERTAIN = "uncertain"


class ContactKind(StrEnum):
    """What a contact is for."""

    REFERRALS = "referrals"
    ON_CALL = "on_call"
    PROGRAM = "program"
    NOTICES = "notices"
    RECORDS = "records"
    PRIVACY = "privacy"
    MEDIA = "media"
    COMPLAINTS = "complaints"
    DISABILITY_ACCESS = "disability_access"
    GENERAL = "general"
