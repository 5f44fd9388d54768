"""Releases of information: what a person signs, block by block."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.language import Language
from leadkit.model.references import CategoryId, DocumentId, Id, RecipientId
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.model.sharing.expiry import ConsentBasis, Expiry, Revocation
from leadkit.model.sharing.vocabulary import Purpose, UseLimit
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Duration


class Coverage(StrEnum):
    """What one release covers. Each is a form of its own, because 42 CFR 2.31 keeps some of them apart.

    ``PART2_TPO``: treatment, payment and operations only. ``PART2_SCOPED``: named recipients outside these.
    ``PART2_PROCEEDINGS``: use in legal proceedings, never combined with another consent.
    """

    COORDINATION = "coordination"
    PART2_TPO = "part2_tpo"
    PART2_SCOPED = "part2_scoped"
    PART2_PROCEEDINGS = "part2_proceedings"
    PART2_NOTES = "part2_notes"
    RESEARCH = "research"
    PERSONAL_STORY = "personal_story"


class Signer(StrEnum):
    """Who signs a release."""

    PARTICIPANT = "participant"
    PARENT_OR_GUARDIAN = "parent_or_guardian"
    PARTICIPANT_AND_PARENT = "participant_and_parent"
    LEGAL_REPRESENTATIVE = "legal_representative"


class SignWhen(StrEnum):
    """In what state a person may sign."""

    NOT_IMPAIRED = "not_impaired"
    ANY_TIME = "any_time"


class Condition(StrEnum):
    """What refusing to sign costs."""

    NOTHING = "nothing"
    PARTICIPATION = "participation"
    DIVERSION_OF_CHARGE = "diversion_of_charge"


class ReleaseBlock(Item):
    """One group of recipients, one set of information, one purpose: a paragraph that the person initials."""

    disclosers: Several[RecipientId] = expected("Who may disclose the information.", ["bridgeway"], default=())
    recipients: Several[RecipientId] = expected("Who may receive the information.", ["harbor-treatment"], default=())
    categories: Several[CategoryId] = expected("The information that may be disclosed.", ["engagement"], default=())
    purpose: Several[Purpose] = expected("What it may be disclosed for.", "coordination", default=())
    named_as: Line | None = optional(
        "How the form names the recipients, where the law asks for a name.", "My care team at Bridgeway"
    )
    both_ways: Flag | None = optional("Whether recipients may answer with the same information.", "no")
    intermediary: RecipientId | None = optional(
        "Who passes the information on to the final recipients (42 CFR 2.31(a)(4)(ii)).", "public-health"
    )
    use_limits: Several[UseLimit] = optional(
        "What the form tells the person the recipients may not do.",
        ["no_evidence", "no_revocation"],
        default=(),
    )
    may_be_struck: Flag | None = optional("Whether the person may strike this block and sign the rest.", "yes")


class YouthSigning(Item):
    """Who signs where the person is under age."""

    under: Count = required("The age below which this holds.", "18")
    signers: Several[Signer] = required("Who signs for a person under that age.", ["participant_and_parent"])
    citation: Line | None = optional("The law on a minor's own consent.", "RCW 71.34.530")


class Interpretation(Closed):
    """How the form is signed in another language."""

    interpreter_named: Flag | None = optional("Whether the interpreter's name stands on the form.", "yes")
    sight_translated: Flag | None = optional(
        "Whether an interpreter may read the form aloud where no translation exists.", "yes"
    )
    interpreter_signs: Flag | None = optional("Whether the interpreter signs too.", "yes")


class Release(Item):
    """A form by which a person lets named parties share named information for a named purpose."""

    title: Line = required("The title of the form.", "Release to my care team")
    covers: Coverage | None = expected(
        "What this form covers. Treatment records, legal proceedings and coordination are separate forms.",
        "coordination",
    )
    signed_by: Several[Signer] = expected("Who signs the form.", ["participant"], default=())
    blocks: dict[Id, ReleaseBlock] = expected(
        "The paragraphs of the form: one for each group of recipients, set of information and purpose.",
        {
            "care": {
                "disclosers": ["bridgeway"],
                "recipients": ["harbor-treatment"],
                "categories": ["engagement"],
                "purpose": "coordination",
            }
        },
        default={},
    )
    expiry: Expiry | None = expected(
        "When the release ends.", {"kind": "duration", "length": "12 months", "after": "release_signed"}
    )
    revocation: Revocation | None = expected(
        "How the person takes it back.", {"means": ["in_writing"], "told_to": ["case-management"]}
    )
    revocable_per_recipient: Flag | None = expected(
        "Whether the person may take it back for one recipient and leave it for the others.", "yes"
    )
    basis: ConsentBasis | None = optional(
        "Whether the consent is general or tied to a criminal case.", {"kind": "general"}
    )
    condition_of: Condition | None = expected("What refusing to sign costs the person.", "nothing")
    refusal_explained: Prose | None = optional(
        "What the form says about refusing to sign (42 CFR 2.31(a)(10) asks for it in a treatment consent).",
        "You may refuse. Your treatment does not depend on it.",
    )
    redisclosure_explained: Flag | None = optional(
        "Whether the form warns that a recipient may pass the information on (42 CFR 2.31(a)(10)).", "yes"
    )
    sign_when: SignWhen | None = expected("In what state a person may sign.", "not_impaired")
    recheck_after: Duration | None = optional(
        "How long to wait before asking again a person who was not able to decide.", "24 hours"
    )
    youth: YouthSigning | None = optional(
        "Who signs where the person is under age.", {"under": "18", "signers": ["participant_and_parent"]}
    )
    languages: Several[Language] = optional("The languages the form exists in.", ["en", "es"], default=())
    interpretation: Interpretation | None = optional(
        "How the form is signed in another language.", {"interpreter_named": "yes"}
    )
    form: DocumentId | None = optional("The document that prints the form.", "release-care-team")
    copy_given: Flag | None = expected("Whether the person gets a copy.", "yes")
    wording_reviewed: PartialDate | None = optional(
        "When counsel last reviewed the wording. Treatment consents older than February 2026 need it.",
        "2026-03",
    )
