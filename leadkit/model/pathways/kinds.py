"""The controlled words of the section ``pathways``."""

from __future__ import annotations

from enum import StrEnum


class PathwayKind(StrEnum):
    """By which kind of pathway people come in."""

    ARREST_DIVERSION = "arrest_diversion"
    SOCIAL_CONTACT = "social_contact"
    COMMUNITY_REFERRAL = "community_referral"
    PROSECUTOR_REFERRAL = "prosecutor_referral"
    COURT_REFERRAL = "court_referral"
    JAIL_REENTRY = "jail_reentry"
    CO_RESPONSE = "co_response"
    SELF_REFERRAL = "self_referral"
    FAMILY_REFERRAL = "family_referral"
    FIRST_RESPONDER = "first_responder"
    POST_OVERDOSE = "post_overdose"
    SCHOOL = "school"


class DiversionPoint(StrEnum):
    """Where in the course of a case the pathway stands.

    ``NONE_SOCIAL`` and ``COMMUNITY``: there is no case to divert.
    """

    PRE_ARREST = "pre_arrest"
    PRE_BOOKING = "pre_booking"
    PRE_CHARGE = "pre_charge"
    PRE_ARRAIGNMENT = "pre_arraignment"
    POST_ARREST = "post_arrest"
    NONE_SOCIAL = "none_social"
    COMMUNITY = "community"


class ReferralSource(StrEnum):
    """Who may refer a person by a pathway."""

    OFFICER = "officer"
    SERGEANT = "sergeant"
    PROSECUTOR = "prosecutor"
    DEFENDER = "defender"
    COURT = "court"
    SUPERVISION = "supervision"
    FIRE_EMS = "fire_ems"
    CO_RESPONDER = "co_responder"
    BUSINESS = "business"
    RESIDENT = "resident"
    COMMUNITY_GROUP = "community_group"
    LINE_311 = "line_311"
    DISPATCH = "dispatch"
    PROVIDER = "provider"
    HOSPITAL = "hospital"
    JAIL = "jail"
    SCHOOL = "school"
    SELF = "self"
    FAMILY = "family"
    PROJECT_MANAGER = "project_manager"
    TRIBE = "tribe"


class ConsentFrom(StrEnum):
    """Whose consent a pathway needs."""

    PARTICIPANT = "participant"
    COMPLAINANT = "complainant"
    SUPERVISING_AGENCY = "supervising_agency"
    PARENT_GUARDIAN = "parent_guardian"


class Verification(StrEnum):
    """How earlier conduct is shown."""

    RECORDS = "records"
    DIRECT_OBSERVATION = "direct_observation"
    RELIABLE_THIRD_PARTY = "reliable_third_party"
    CREDIBLE_COMMUNITY_MEMBER = "credible_community_member"
    OWN_STATEMENT = "own_statement"


class Nexus(StrEnum):
    """What lies behind the conduct."""

    DRUGS = "drugs"
    ALCOHOL = "alcohol"
    MENTAL_HEALTH = "mental_health"
    HOMELESSNESS = "homelessness"
    POVERTY = "poverty"
    SEX_WORK = "sex_work"


class PoliceClearance(StrEnum):
    """What the police have to do with a community referral.

    They must clear it first, they have no part in it, or they are told.
    """

    REQUIRED = "required"
    NOT_REQUIRED = "not_required"
    INFORMED = "informed"


class ChannelKind(StrEnum):
    """How a referral comes in."""

    WEB_FORM = "web_form"
    LINE_311 = "line_311"
    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    EMAIL = "email"
    RADIO = "radio"
    DISPATCH = "dispatch"
    PAPER = "paper"
    IN_PERSON = "in_person"
