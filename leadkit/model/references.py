"""Ids, and references from one section of the program to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

ID_PATTERN = r"^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$"


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text as the id of something declared elsewhere.

    Attributes:
        noun: What the id names, in a planner's words ("agency").
        collections: The dotted paths of the collections that may declare it ("agencies").
    """

    noun: str
    collections: tuple[str, ...]


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""An id: letters, digits, and single hyphens, underscores or dots between them. An id is for life."""

AgencyId = Annotated[Id, Reference("agency", ("agencies",))]
AreaId = Annotated[Id, Reference("area", ("areas",))]
GovernmentId = Annotated[Id, Reference("government", ("program.governments",))]
RoleId = Annotated[Id, Reference("role", ("roles",))]
BodyId = Annotated[Id, Reference("governing body", ("governance.bodies",))]
PathwayId = Annotated[Id, Reference("pathway", ("pathways",))]
OffenceId = Annotated[Id, Reference("offence", ("eligibility.offences",))]
LawId = Annotated[Id, Reference("law", ("law.local", "catalogue.offences"))]
ExclusionSetId = Annotated[Id, Reference("exclusion set", ("law.sets", "catalogue.sets"))]
LimitId = Annotated[Id, Reference("legal limit", ("law.limits", "catalogue.limits"))]
ClockId = Annotated[Id, Reference("clock", ("procedure.clocks",))]
StepId = Annotated[Id, Reference("step", ("procedure.steps",))]
CategoryId = Annotated[Id, Reference("category of information", ("sharing.categories",))]
ReleaseId = Annotated[Id, Reference("release of information", ("sharing.releases",))]
RecipientId = Annotated[
    Id,
    Reference(
        "role, agency, governing body or outside party", ("roles", "agencies", "governance.bodies", "sharing.outside")
    ),
]
"""Who sends or receives information: a role, an agency, a body, or somebody outside the program."""
DutyHolderId = Annotated[Id, Reference("role, agency or governing body", ("roles", "agencies", "governance.bodies"))]
"""Who must or may do something: a role, an agency or a body."""
ServiceId = Annotated[Id, Reference("service", ("services.categories",))]
PartyId = Annotated[Id, Reference("party to the agreement", ("agreement.parties",))]
ApprovalId = Annotated[Id, Reference("approval", ("agreement.approvals",))]
AnnexId = Annotated[Id, Reference("annex", ("agreement.annexes",))]
DocumentId = Annotated[Id, Reference("document", ("documents",))]
DecisionId = Annotated[Id, Reference("decision", ("decisions",))]
SourceId = Annotated[Id, Reference("source", ("sources",))]
ActorId = Annotated[
    Id,
    Reference(
        "role, agency, governing body or person at the contact",
        ("roles", "agencies", "governance.bodies", "vocabulary.actors"),
    ),
]
"""Who acts in a step or a rule: a role, an agency, a body, or a word of ``leadkit.model.actors.Actor``."""
SubstanceId = Annotated[Id, Reference("class of substance", ("eligibility.substances",))]
AmountId = Annotated[Id, Reference("amount limit", ("eligibility.amounts",))]
WarrantId = Annotated[Id, Reference("warrant rule", ("eligibility.warrants",))]
SupervisionId = Annotated[Id, Reference("supervision rule", ("eligibility.supervision",))]
AfterHoursId = Annotated[Id, Reference("rule for after hours", ("procedure.after_hours",))]
IndicatorId = Annotated[Id, Reference("measure", ("measures.indicators",))]
ElementId = Annotated[Id, Reference("data element", ("measures.elements",))]
StreamId = Annotated[Id, Reference("stream of funding", ("funding.streams",))]
DisclosureId = Annotated[Id, Reference("disclosure that the law requires or allows", ("sharing.exceptions",))]
SafeguardId = Annotated[Id, Reference("agreement on protecting information", ("sharing.safeguards",))]
DataAgreementId = Annotated[Id, Reference("data agreement", ("measures.data_agreements",))]
VerifiedId = Annotated[
    Id,
    Reference(
        "law",
        ("law.local", "law.sets", "law.limits", "catalogue.offences", "catalogue.sets", "catalogue.limits"),
    ),
]
"""What counsel may verify: an offence, an exclusion set or a legal limit, local or of a catalogue."""
