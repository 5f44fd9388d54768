"""The kinds of role, each with the fields that only it has."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from leadkit.model.base import expected, optional, required
from leadkit.model.beside import explain_other
from leadkit.model.eligibility.warrants import SupervisionKind
from leadkit.model.references import AgencyId, GovernmentId
from leadkit.model.roles.common import RoleBase
from leadkit.model.roles.kinds import Independence, RoleKind
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.level import Level

_KIND = "What the role is for."


class ProjectManagerRole(RoleBase):
    """Who runs the program from day to day, in nobody's service."""

    kind: Literal[RoleKind.PROJECT_MANAGER] = required(_KIND, "project_manager")
    host_agency: AgencyId | None = expected("The agency that employs project management, by its id.", "justice-center")
    independence: Independence | None = expected(
        "How far the host stands from the partners: it has no other role (independent), several agencies "
        "host it "
        "together (shared_host), or one partner does (partner_host).",
        "independent",
    )
    independence_rule: Prose | None = optional(
        "What keeps project management even-handed. Say it above all where the police or one partner hosts it.",
        "The host takes no decision alone and directs no officer, prosecutor or case manager.",
    )
    full_time: Flag | None = optional("Whether it is a full-time position.", "yes")
    host_other_interests: Prose | None = optional(
        "Contracts, grants or roles that the host has besides.",
        "The host passes two grants through to providers.",
    )


class ChargingAuthorityRole(RoleBase):
    """An office that decides whether charges are filed, by level of offence and by place."""

    kind: Literal[RoleKind.CHARGING_AUTHORITY] = required(_KIND, "charging_authority")
    levels: Several[Level] = expected(
        "The levels of offense it charges.", ["misdemeanor", "gross_misdemeanor"], default=()
    )
    governments: Several[GovernmentId] = optional(
        "The governments it charges for, where it serves some by contract.", ["sampleton"], default=()
    )
    contract: Line | None = optional(
        "The contract under which it serves another government.", "Contract for prosecution services, 2024"
    )
    juvenile: Flag | None = optional("Whether it also charges in juvenile court.", "no")


class CaseManagementRole(RoleBase):
    """Who walks with participants, where, when, and how many each."""

    kind: Literal[RoleKind.CASE_MANAGEMENT] = required(_KIND, "case_management")
    caseload: Count | None = optional(
        "How many participants one case manager in this role has at most, where services.caseload_ratio does not say "
        "it for all.",
        "20",
    )
    case_managers: Count | None = optional("How many case managers there are.", "6")
    field_based: Flag | None = optional("Whether they mostly work on the street rather than in an office.", "yes")


class SupervisionRole(RoleBase):
    """An agency that supervises people, and what its word means for a diversion."""

    kind: Literal[RoleKind.SUPERVISION_AGENCY] = required(_KIND, "supervision_agency")
    supervises: Several[SupervisionKind] = expected(
        "The kinds of supervision it has.", ["probation", "community_custody"], default=()
    )
    can_veto: Flag | None = expected("Whether a person it supervises is diverted only if it agrees.", "yes")


class DefenseRole(RoleBase):
    """Who defends people accused, and who does so where there is a conflict."""

    kind: Literal[RoleKind.DEFENSE] = required(_KIND, "defense")
    conflict_counsel: Several[AgencyId] = optional(
        "Who takes a person whom the office cannot defend because of a conflict.",
        "assigned-counsel",
        default=(),
    )
    available_for_offer: Flag | None = optional(
        "Whether a person can speak with a lawyer before answering an offer.", "yes"
    )


class OtherRole(RoleBase):
    """A role with nothing but what every role has."""

    kind: Literal[
        RoleKind.LEAD_AGENCY,
        RoleKind.FISCAL_AGENT,
        RoleKind.CONVENER,
        RoleKind.REFERRING_AGENCY,
        RoleKind.SCREENING_AUTHORITY,
        RoleKind.LIAISON_PROSECUTOR,
        RoleKind.OUTREACH,
        RoleKind.PEER_SUPPORT,
        RoleKind.LEGAL_SERVICES,
        RoleKind.COMMUNITY_LIAISON,
        RoleKind.POLICE_LIAISON,
        RoleKind.EVALUATOR,
        RoleKind.DATA_STEWARD,
        RoleKind.PRIVACY_OFFICER,
        RoleKind.TRAINER,
        RoleKind.MEDIA_CONTACT,
        RoleKind.OTHER,
    ] = required(_KIND, "convener")

    @model_validator(mode="after")
    def _other_has_a_title(self) -> Self:
        """Require a title for a role that is none of the usual ones."""
        explain_other(self, "kind", "title")
        return self


Role = Annotated[
    ProjectManagerRole | ChargingAuthorityRole | CaseManagementRole | SupervisionRole | DefenseRole | OtherRole,
    Field(discriminator="kind"),
]
"""A role and the agencies that hold it, by its kind."""
