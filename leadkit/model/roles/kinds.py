"""The controlled words of the section ``roles``."""

from __future__ import annotations

from enum import StrEnum


class RoleKind(StrEnum):
    """What a role is for."""

    LEAD_AGENCY = "lead_agency"
    PROJECT_MANAGER = "project_manager"
    FISCAL_AGENT = "fiscal_agent"
    CONVENER = "convener"
    REFERRING_AGENCY = "referring_agency"
    SCREENING_AUTHORITY = "screening_authority"
    CHARGING_AUTHORITY = "charging_authority"
    DEFENSE = "defense"
    LIAISON_PROSECUTOR = "liaison_prosecutor"
    CASE_MANAGEMENT = "case_management"
    OUTREACH = "outreach"
    PEER_SUPPORT = "peer_support"
    LEGAL_SERVICES = "legal_services"
    SUPERVISION_AGENCY = "supervision_agency"
    COMMUNITY_LIAISON = "community_liaison"
    POLICE_LIAISON = "police_liaison"
    EVALUATOR = "evaluator"
    DATA_STEWARD = "data_steward"
    PRIVACY_OFFICER = "privacy_officer"
    TRAINER = "trainer"
    MEDIA_CONTACT = "media_contact"
    OTHER = "other"


class RoleStatus(StrEnum):
    """Whether somebody holds the role: confirmed, proposed, or nobody yet."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    VACANT = "vacant"


class Independence(StrEnum):
    """How far the host of project management stands from the partners.

    ``INDEPENDENT``: it has no other role. ``SHARED_HOST``: several agencies host it together.
    ``PARTNER_HOST``: one partner with other interests in the program hosts it.
    """

    INDEPENDENT = "independent"
    SHARED_HOST = "shared_host"
    PARTNER_HOST = "partner_host"
