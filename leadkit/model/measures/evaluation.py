"""The evaluation: who does it, by what design, under which rules on research, and what it found."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.references import AgencyId, DataAgreementId, DutyHolderId, Id
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.dates import PartialDate
from leadkit.values.figures import Figure
from leadkit.values.quantities import Duration


class EvaluationStatus(StrEnum):
    """How far an evaluation has come; ``NONE`` means that the program has none."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    NONE = "none"


class Design(StrEnum):
    """How an evaluation compares; ``RANDOMISED_SHIFT`` draws lots for officers' shifts, not for people."""

    BEFORE_AFTER = "before_after"
    COMPARISON = "comparison"
    PROPENSITY = "propensity"
    RANDOMISED_SHIFT = "randomised_shift"
    RANDOMISED_PERSON = "randomised_person"
    FORMATIVE = "formative"
    PROCESS = "process"
    QUALITATIVE = "qualitative"


class Standing(StrEnum):
    """Whether a rule on research applies, and is met."""

    MET = "met"
    PENDING = "pending"
    NOT_REQUIRED = "not_required"


class EthicsReview(Item):
    """Review by an institutional review board."""

    board: Line | None = optional("The board that reviews the study.", "State University Institutional Review Board")
    number: Line | None = optional("The number of its approval.", "2024-0117")
    standing: Standing | None = expected("Whether its approval is there.", "met")


class CostBenefit(Item):
    """The comparison of costs."""

    planned: Flag = required("Whether costs and benefits are compared.", "yes")
    against: Prose | None = optional("What the program is compared with.", "Booking and prosecution as usual")


class ComparedWith(StrEnum):
    """What a finding compares participants with."""

    OWN_PAST = "own_past"
    COMPARISON_GROUP = "comparison_group"
    NOTHING = "nothing"


class EffectKind(StrEnum):
    """What an effect is measured in; lower odds are not the same as a lower chance."""

    ODDS = "odds"
    CHANCE = "chance"
    DIFFERENCE = "difference"
    LEVEL = "level"


class Finding(Item):
    """What an evaluation found."""

    statement: Prose = required("What was found, in one sentence.", "Participants had lower odds of a new arrest.")
    value: Figure | None = optional("The size of the effect.", "58%")
    effect: EffectKind | None = optional("What the size is measured in.", "odds")
    compared_with: ComparedWith | None = optional("What participants are compared with.", "comparison_group")
    follow_up: Duration | None = optional("How long people were followed.", "6 months")
    participants: Count | None = optional("How many participants were studied.", "203")
    comparison: Count | None = optional("How many people they were compared with.", "115")
    published: PartialDate | None = optional("When it was published.", "2017")


class Evaluation(Item):
    """How the program is evaluated."""

    status: EvaluationStatus | None = expected("How far the evaluation has come.", "under_way")
    evaluator: Several[DutyHolderId] = expected("Who evaluates the program.", ["evaluator"], default=())
    independent: Flag | None = optional("Whether the evaluator answers to no party that is evaluated.", "yes")
    overseen_by: Several[DutyHolderId] = optional("Who oversees the evaluation.", ["evaluation-committee"], default=())
    designs: Several[Design] = expected(
        "How the evaluation compares people or times.", ["comparison", "propensity"], default=()
    )
    questions: dict[Id, Prose] = expected(
        "The questions it answers, by id.", {"safety": "Does diversion lower new arrests?"}, default={}
    )
    cost_benefit: CostBenefit | None = optional("Whether costs are compared, and with what.", {"planned": "yes"})
    ethics_review: EthicsReview | None = expected("Review by an institutional review board.", {"standing": "met"})
    human_subjects: Standing | None = optional(
        "Whether the federal rule on research with people (28 CFR Part 46) is met.", "met"
    )
    privacy_certificate: Standing | None = optional(
        "Whether the privacy certificate for federally funded research (28 CFR Part 22) is there.",
        "not_required",
    )
    data_agreements: Several[DataAgreementId] = optional(
        "The data agreements it rests on, by id.", ["evaluation-data"], default=()
    )
    begins: PartialDate | None = optional("When the evaluation begins.", "2024-06")
    report_due: PartialDate | None = optional("When its report is due.", "2027-03")
    published: Flag | None = optional("Whether its report is published whatever it finds.", "yes")
    paid_by: Several[AgencyId] = optional("Who pays for the evaluation.", ["example-county-government"], default=())
    findings: dict[Id, Finding] = optional(
        "What was found, by id.",
        {"arrests": {"statement": "Participants had lower odds of a new arrest."}},
        default={},
    )
