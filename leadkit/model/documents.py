"""The section ``documents``: which documents to generate, for whom, and in which languages."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.document_kinds import DocumentKind
from leadkit.model.language import Language
from leadkit.model.references import AgencyId, AreaId, DocumentId, DutyHolderId, PathwayId
from leadkit.model.scalars import Count, Flag, Line, Path, Several
from leadkit.values.dates import PartialDate
from leadkit.values.day import Day


class DocumentStatus(StrEnum):
    """How far a document has come. What leadkit prints is a draft until somebody adopts it."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"


class Audience(StrEnum):
    """Who may read a document: anybody, the people it is for, or those whom a legal privilege covers."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    PRIVILEGED = "privileged"


class TranslationStatus(StrEnum):
    """Whether a qualified person has read a translation."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


class Translation(Closed):
    """How far a translation has come."""

    status: TranslationStatus = required("Whether a qualified person has read it.", "reviewed")
    by: Line | None = optional("Who read the translation.", "County language office")
    on: Day | None = optional("When the translation was read.", "2026-08-14")


class CounselReview(Closed):
    """That counsel has read a document."""

    by: Line = required("The office of counsel that read it.", "Office of county counsel")
    on: Day = required("The day counsel finished reading it.", "2026-08-14")
    version: Line | None = optional("The version that was read.", "2.1")


class PolicyHeader(Closed):
    """The header of an agency's own policy, in its own numbering."""

    number: Line | None = optional("The agency's number for the policy.", "G.O. 4.17")
    subject: Line | None = optional("The subject line of the policy.", "Diversion referrals")
    issued_by: Line | None = optional("The title of the officer who issues it.", "Chief of Police")
    replaces: Line | None = optional("The order it replaces.", "G.O. 4.12")


class DocumentSetting(Item):
    """A document to generate."""

    kind: DocumentKind = required("What kind of document it is.", "mou")
    title: Line | None = optional("Its title, where it differs from the usual one.", "LEAD referral protocol")
    agency: AgencyId | None = optional(
        "The agency whose own document it is, for a policy or a participation statement.", "sampleton-police"
    )
    area: AreaId | None = optional("The area it is for, where it is for one only.", "downtown-core")
    pathways: Several[PathwayId] = optional(
        "The pathways it is for, where it is not for all.", ["arrest-diversion"], default=()
    )
    audience: Audience | None = expected("Who may read it: public, restricted or privileged.", "public")
    status: DocumentStatus | None = expected("Whether it is a draft or adopted.", "draft")
    version: Line | None = optional("The version of the document.", "2.1")
    adopted_by: DutyHolderId | None = optional("Who adopted the document.", "operational-work-group")
    adopted_on: PartialDate | None = optional("When the document was adopted.", "2024-02-14")
    supersedes: Several[DocumentId] = optional("The documents it replaces.", ["protocol-2024"], default=())
    expires: PartialDate | None = optional("The day after which a printed copy is out of date.", "2027-06-30")
    languages: Several[Language] = optional("The languages it is printed in.", ["en", "es"], default=())
    translations: dict[Language, Translation] = optional(
        "How far each translation has come, by language.", {"es": {"status": "draft"}}, default={}
    )
    reading_level: Count | None = optional("The highest school grade that its language may ask for.", "8")
    counsel_review: CounselReview | None = optional(
        "That counsel has read it.", {"by": "Office of county counsel", "on": "2026-08-14"}
    )
    header: PolicyHeader | None = optional("The header of an agency's own policy.", {"number": "G.O. 4.17"})
    letterhead: Path | None = optional("A Word file with the letterhead to print it on.", "letterhead/county.docx")
    overrides: Path | None = optional(
        "The folder with the overrides of clauses that this document alone has.", "clauses/mou"
    )
    accessible_formats: Several[Line] = optional(
        "Other forms in which it can be had.", ["Large print", "Read aloud by staff"], default=()
    )
    generate: Flag | None = optional("Whether to generate it; left out, it is.", "yes")
