"""How the agreement changes: amendments, new parties, annexes and their authority."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.agreement.parties import Subject
from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.references import AnnexId, ApprovalId, BodyId, DocumentId, DutyHolderId, Id, PartyId
from leadkit.model.scalars import Flag, Line, Path, Prose, Several
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Duration


class DecidedBy(StrEnum):
    """Who decides on a change.

    ``GOVERNING_BODIES``: the council, board or legislature of each government.
    ``SIGNATORIES``: those who signed. ``CHIEF_EXECUTIVES``: the heads of the agencies concerned.
    ``POLICY_BODY``: the policy coordinating group.
    """

    UNANIMOUS_PARTIES = "unanimous_parties"
    SIGNATORIES = "signatories"
    GOVERNING_BODIES = "governing_bodies"
    CHIEF_EXECUTIVES = "chief_executives"
    POLICY_BODY = "policy_body"
    OPERATIONAL_BODY = "operational_body"
    CHAIR = "chair"
    EACH_PARTY_FOR_ITSELF = "each_party_for_itself"


class ClericalChange(Closed):
    """Changes that alter no right or duty: a name, an address, a number."""

    by: DutyHolderId = required("Who may make such changes.", "project-manager")
    notice: Duration | None = optional("How long the parties have to object.", "10 business days")
    kinds: tuple[Line, ...] = optional(
        "What counts as such a change.", ["Names and addresses", "Numbering", "Plain errors"], default=()
    )


class Amendment(Item):
    """How the agreement is amended."""

    written: Flag | None = expected("Whether an amendment must be in writing and signed.", "yes")
    by: DecidedBy | None = expected("Who decides on an amendment.", "unanimous_parties")
    then_approved_by: Several[DecidedBy] = optional("Who must approve it after that.", ["governing_bodies"], default=())
    notice: Duration | None = optional("How long before the decision the text goes to the parties.", "30 days")
    clerical: ClericalChange | None = optional(
        "Who may make changes that alter no right or duty.", {"by": "project-manager"}
    )


class PastAmendment(Item):
    """An amendment that was made."""

    number: Line = required("The number of the amendment.", "Amendment No. 1")
    dated: PartialDate | None = expected("When the amendment was made.", "2025-05-12")
    changes: Prose = required("What it changed, in one sentence.", "It extended the program to the whole county.")
    approvals: Several[ApprovalId] = optional("The approvals it rests on.", ["county-resolution-1"], default=())


class NewParties(Item):
    """How an agency joins later."""

    by: DecidedBy | None = expected("Who decides whether an agency may join.", "policy_body")
    body: BodyId | None = optional("The body that decides, by id.", "policy-coordinating-group")
    form: AnnexId | None = optional("The form that the new party signs.", "joinder-form")
    bound_from: Line | None = optional(
        "From when the new party is bound.", "When it has signed and its governing body has approved"
    )


class AnnexRole(StrEnum):
    """Whether an annex is part of the agreement, or a document of its own that the agreement names."""

    INCORPORATED = "incorporated"
    REFERENCED = "referenced"


class AnnexStatus(StrEnum):
    """How far an annex has come."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    NOT_AGREED = "not_agreed"


class AnnexContent(StrEnum):
    """What an annex holds."""

    ELIGIBILITY = "eligibility"
    AREAS_AND_HOURS = "areas_and_hours"
    PARTY_ROSTER = "party_roster"
    SHARING_MATRIX = "sharing_matrix"
    DATA_PROTECTION_AGREEMENTS = "data_protection_agreements"
    MEASURES = "measures"
    FUNDING_SCHEDULE = "funding_schedule"
    INSURANCE = "insurance"
    JOINDER_FORM = "joinder_form"
    WITHDRAWAL_FORM = "withdrawal_form"
    GOVERNING_RULES = "governing_rules"
    APPROVALS = "approvals"
    TRANSITION_PLAN = "transition_plan"
    JUVENILES = "juveniles"
    PROTOCOL = "protocol"


class Annex(Item):
    """A document that goes with the agreement and changes by its own rule."""

    title: Line = required("The title of the annex.", "Eligibility for diversion")
    holds: AnnexContent = required("What the annex holds.", "eligibility")
    role: AnnexRole | None = expected("Whether it is part of the agreement or only named in it.", "referenced")
    document: DocumentId | None = optional("The document that prints it, by id.", "eligibility-annex")
    path: Path | None = optional("The file, where it is not generated.", "annexes/map.pdf")
    version: Line | None = optional("The version of the annex.", "2024-02")
    status: AnnexStatus | None = expected("Whether it is a draft, adopted, or not agreed.", "adopted")
    adopted_on: PartialDate | None = optional("When the annex was adopted.", "2024-02-14")
    fingerprint: Line | None = optional(
        "The fingerprint of the words that were adopted. Write zeros, and leadkit build tells the one of today’s text.",
        "3f2a9c0d1e4b5a67",
    )
    amendable_by: DecidedBy | None = expected(
        "Who may change it. The policy group may lack power over what a council approved.",
        "policy_body",
    )
    amending_body: BodyId | None = optional("The body that may, by id.", "policy-coordinating-group")
    delegated_by: Several[ApprovalId] = optional(
        "The approvals that gave that body the power.", ["county-ordinance"], default=()
    )
    notice: Duration | None = optional("How long before a change the parties are told.", "14 days")
    binds: Several[PartyId] = optional("The parties it binds. Left out, all.", ["harbor-treatment"], default=())


class Superseded(Item):
    """An earlier agreement that this one replaces."""

    title: Line = required("The title of the earlier agreement.", "Planning memorandum of understanding")
    dated: PartialDate | None = optional("When the earlier agreement was made.", "2022-09-01")
    remains: Prose | None = optional("What of the earlier agreement goes on.", "Duties on records made under it.")


class PrecedenceRank(StrEnum):
    """Texts that may contradict each other."""

    LAW = "law"
    COURT_ORDERS = "court_orders"
    GRANT_CONDITIONS = "grant_conditions"
    AMENDMENTS = "amendments"
    AGREEMENT = "agreement"
    ANNEXES = "annexes"
    GOVERNING_RULES = "governing_rules"
    PROTOCOL = "protocol"
    AGENCY_POLICIES = "agency_policies"


class Assignment(StrEnum):
    """Whether a party may hand its place to another."""

    PROHIBITED = "prohibited"
    WITH_CONSENT = "with_consent"
    ALLOWED = "allowed"


class Binding(Item):
    """Which sections bind, and which only say what the parties intend."""

    binds_by_default: Flag = required("Whether a section binds unless listed below.", "no")
    binding: Several[Subject] = optional(
        "Sections that bind, where the rest does not.", ["confidentiality"], default=()
    )
    clauses: Several[Id] = optional(
        "Clauses of the program's own that bind as well, by the id under which the memorandum has them.",
        ["choice-of-the-mediator"],
        default=(),
    )
    non_binding: Several[Subject] = optional("Sections that do not bind, where the rest does.", ["purpose"], default=())
