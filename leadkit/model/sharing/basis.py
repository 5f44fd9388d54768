"""What makes it lawful to share: one basis for each flow."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import Closed, expected, optional, required
from leadkit.model.references import DisclosureId, LimitId, ReleaseId, SafeguardId
from leadkit.model.scalars import Line, Prose, Several


class DeIdentification(StrEnum):
    """How names are taken out of data."""

    AGGREGATE = "aggregate"
    SAFE_HARBOR = "safe_harbor"
    EXPERT_DETERMINATION = "expert_determination"
    CODED = "coded"


class CourtOrderStandard(StrEnum):
    """The rule that a court order must meet."""

    PART2_NONCRIMINAL = "part2_noncriminal"
    PART2_CRIMINAL = "part2_criminal"
    STATE_LAW = "state_law"


class ReleaseBasis(Closed):
    """The person has signed a release."""

    kind: Literal["release"] = required("The basis is a signed release of information.", "release")
    release: ReleaseId = required("The release, by its id under sharing.releases.", "care-team-release")


class StatuteBasis(Closed):
    """A statute or rule requires or allows it."""

    kind: Literal["statute"] = required("The basis is a statute or rule.", "statute")
    citation: Line = required("The statute or rule as counsel would cite it.", "RCW 10.97.050")
    law: LimitId | None = optional("The legal limit in the catalogue or under law.limits.", "wa-71.24.589")
    allows: Prose | None = optional(
        "What it requires or allows, in plain words.",
        "Criminal justice agencies may exchange conviction records.",
    )


class VerbalConsentBasis(Closed):
    """The person agreed aloud, at the scene, to a first contact; never enough for Part 2 records."""

    kind: Literal["verbal_consent"] = required("The basis is consent given aloud.", "verbal_consent")
    recorded: Line = expected(
        "Where the consent is written down.", "On the referral form, with the time and the words used."
    )


class SafeguardBasis(Closed):
    """An agreement on protecting information makes the recipient the holder's agent."""

    kind: Literal["safeguard"] = required("The basis is an agreement on protecting information.", "safeguard")
    safeguard: SafeguardId = required("The agreement, by its id under sharing.safeguards.", "qsoa-harbor")


class DeIdentifiedBasis(Closed):
    """Nothing shared can be tied to a person."""

    kind: Literal["de_identified"] = required("The basis is that no person can be recognized.", "de_identified")
    method: Several[DeIdentification] = expected("How names are taken out.", "aggregate", default=())


class AuditBasis(Closed):
    """An auditor or funder may inspect, and take nothing away."""

    kind: Literal["audit"] = required("The basis is an audit.", "audit")
    authority: Line = expected("What lets the auditor look.", "42 CFR 2.53")


class ResearchBasis(Closed):
    """An approved study may use identifiable records."""

    kind: Literal["research"] = required("The basis is an approved study.", "research")
    authority: Several[Line] = expected(
        "The rules that the study meets.", ["42 CFR 2.52", "28 CFR Part 22"], default=()
    )


class CourtOrderBasis(Closed):
    """A court has ordered it."""

    kind: Literal["court_order"] = required("The basis is a court order.", "court_order")
    standard: CourtOrderStandard = required("The rule that the order must meet.", "part2_criminal")


class ExceptionBasis(Closed):
    """A duty or exception in law overrides confidentiality."""

    kind: Literal["exception"] = required(
        "The basis is a duty or exception listed under sharing.exceptions.", "exception"
    )
    exception: DisclosureId = required("The duty or exception, by its id.", "child-abuse-report")


class OwnRecordsBasis(Closed):
    """An agency uses its own records for its own work."""

    kind: Literal["own_records"] = required("The basis is that these are the agency's own records.", "own_records")


class VolunteeredBasis(Closed):
    """Whoever tells it owes nobody silence, as a resident who calls about what they saw."""

    kind: Literal["volunteered"] = required("The basis is that the sender owes nobody silence.", "volunteered")


class PublicRecordBasis(Closed):
    """Anybody may see it already."""

    kind: Literal["public_record"] = required("The basis is that the record is public.", "public_record")


Basis = Annotated[
    ReleaseBasis
    | StatuteBasis
    | VerbalConsentBasis
    | SafeguardBasis
    | DeIdentifiedBasis
    | AuditBasis
    | ResearchBasis
    | CourtOrderBasis
    | ExceptionBasis
    | OwnRecordsBasis
    | VolunteeredBasis
    | PublicRecordBasis,
    Field(discriminator="kind"),
]
"""What makes it lawful to share, told apart by ``kind``."""
