"""The section ``funding``: what pays for the program, and on what conditions."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.references import AgencyId, Id, StreamId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.dates import PartialDate
from leadkit.values.figures import Qualifier
from leadkit.values.quantities import Duration, Money


class StreamKind(StrEnum):
    """Where money comes from; ``DSRIP`` is the Medicaid delivery system reform incentive payment."""

    FOUNDATION = "foundation"
    CITY = "city"
    COUNTY = "county"
    TRIBE = "tribe"
    STATE_GRANT = "state_grant"
    STATE_APPROPRIATION = "state_appropriation"
    FEDERAL = "federal"
    OPIOID_SETTLEMENT = "opioid_settlement"
    SALES_TAX = "sales_tax"
    MEDICAID = "medicaid"
    DSRIP = "dsrip"
    BUSINESS_DISTRICT = "business_district"
    DONATION = "donation"
    IN_KIND = "in_kind"


class StreamStatus(StrEnum):
    """How certain money is."""

    PROPOSED = "proposed"
    AWARDED = "awarded"
    SPENT = "spent"
    ENDED = "ended"
    REFUSED = "refused"


class AmountFor(StrEnum):
    """The time that an amount is for."""

    WHOLE_PERIOD = "whole_period"
    EACH_YEAR = "each_year"


class Pays(StrEnum):
    """What money pays for."""

    PROGRAM_DESIGN = "program_design"
    PROJECT_MANAGEMENT = "project_management"
    CASE_MANAGEMENT = "case_management"
    CLINICAL_CARE = "clinical_care"
    HOUSING = "housing"
    DIRECT_ASSISTANCE = "direct_assistance"
    LEGAL_SERVICES = "legal_services"
    PROSECUTION = "prosecution"
    POLICE_TIME = "police_time"
    TRAINING = "training"
    EVALUATION = "evaluation"
    SOFTWARE = "software"
    PREMISES = "premises"
    START_UP = "start_up"


class ConditionKind(StrEnum):
    """What a condition of money asks for; ``CONTINGENT`` ties it to somebody else's decision."""

    MATCH = "match"
    CONTINGENT = "contingent"
    REPORTING = "reporting"
    EVALUATION = "evaluation"
    PROGRAM_RULE = "program_rule"
    ELIGIBLE_COSTS = "eligible_costs"
    FLOW_DOWN = "flow_down"


class FundingCondition(Item):
    """A condition that comes with money."""

    kind: ConditionKind = required("What the condition asks for.", "reporting")
    text: Prose = required("The condition, in plain words.", "Performance measures go to the council each quarter.")


class Match(Item):
    """The share that somebody else must put in."""

    amount: Money = required("How much must be put in.", "$50,000")
    by: Several[AgencyId] = expected("Who puts the matching share in.", ["sampleton-government"], default=())
    in_kind_allowed: Flag | None = optional("Whether staff time or rooms count.", "yes")


class Stream(Item):
    """A stream of money or of help in kind."""

    kind: StreamKind = required("Where the money or help comes from.", "foundation")
    funder: Line = required("Who gives the money or help.", "Example Community Foundation")
    funder_agency: AgencyId | None = optional(
        "The funder, where it is one of the agencies.", "example-county-government"
    )
    amount: Money | None = expected("How much money it is, or what the help in kind is worth.", "$420,000")
    qualifier: Qualifier | None = optional("How exact the amount is; left out, it is exact.", "about")
    amount_for: AmountFor | None = optional("Whether the amount is for each year or for the whole time.", "each_year")
    status: StreamStatus | None = expected("How certain the money is.", "awarded")
    awarded: PartialDate | None = optional("When the money was awarded.", "2023-12")
    begins: PartialDate | None = optional("When the money begins to flow.", "2024-01-01")
    ends: PartialDate | None = expected("When the money ends.", "2027-12-31")
    pays_for: Several[Pays] = optional("What the money pays for.", ["case_management"], default=())
    payer: AgencyId | None = optional("The agency that pays the bills from it.", "public-health")
    pass_through_agent: AgencyId | None = optional(
        "The agency that receives it and passes it on.", "example-county-government"
    )
    recipients: Several[AgencyId] = optional("The agencies that receive it.", ["bridgeway"], default=())
    award_number: Line | None = optional("The number of the award or contract.", "EX-2024-17")
    conditions: dict[Id, FundingCondition] = optional(
        "What it asks for, by id.",
        {"metrics": {"kind": "reporting", "text": "Measures each quarter."}},
        default={},
    )
    match: Match | None = optional("The share that somebody else must put in.", {"amount": "$50,000"})
    in_kind: Prose | None = optional("What is given instead of money.", "An office and two vehicles")


class BudgetStatus(StrEnum):
    """How far a budget has come."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    SPENT = "spent"


class BudgetLine(Item):
    """A line of a budget."""

    label: Line = required("What the line is for, in a few words.", "Case managers (6)")
    amount: Money = required("How much the line provides.", "$612,000")
    pays_for: Several[Pays] = optional("What kind of cost the line pays for.", "case_management", default=())
    streams: Several[StreamId] = optional("The streams it is paid from.", ["county-sales-tax"], default=())


class Budget(Item):
    """The budget of one year."""

    status: BudgetStatus | None = expected("How far the budget has come.", "adopted")
    begins: PartialDate | None = optional("When the budget year begins.", "2026-01-01")
    total: Money | None = expected("The total of the budget.", "$1,180,000")
    lines: dict[Id, BudgetLine] = optional(
        "The lines of the budget, by id.",
        {"case-managers": {"label": "Case managers", "amount": "$612,000"}},
        default={},
    )


class CostPer(StrEnum):
    """What a unit cost is counted by."""

    PERSON_MONTH = "person_month"
    PERSON_YEAR = "person_year"
    PERSON = "person"
    DIVERSION = "diversion"
    INTAKE = "intake"


class CostBasis(StrEnum):
    """What a unit cost includes: figures on different bases must never be compared."""

    PROGRAM = "program"
    PROGRAM_WITH_START_UP = "program_with_start_up"
    PROGRAM_AND_JUSTICE = "program_and_justice"
    PROJECTED = "projected"


class UnitCost(Item):
    """What the program costs per person or event."""

    amount: Money = required("How much one unit costs.", "$532")
    per: CostPer = required("What it is counted by.", "person_month")
    basis: CostBasis | None = expected("What the unit cost includes.", "program")
    qualifier: Qualifier | None = optional("How exact the cost is; left out, it is exact.", "about")
    over: Duration | None = optional("Over how long, where it is a sum over time.", "3 years")
    year: PartialDate | None = optional("The year it was counted in.", "2026")


class Procurement(Item):
    """Rules on buying, on grants and on gifts that bind the parties."""

    method: Line | None = optional("How providers are chosen.", "Open request for proposals every three years")
    contractor_recuses: Flag | None = optional(
        "Whether a contractor's member leaves the room when its contract is decided.", "yes"
    )
    flow_down: Flag | None = optional("Whether the terms of a grant bind those who are paid from it.", "yes")
    gift_limit: Line | None = optional(
        "The law that limits gifts of public money.",
        "Washington Constitution, article VIII, sections 5 and 7",
    )


class Funding(Item):
    """What pays for the program."""

    streams: dict[Id, Stream] = expected(
        "The streams of money and of help in kind, by id.",
        {"county-sales-tax": {"kind": "sales_tax", "funder": "Example County"}},
        default={},
    )
    budget: dict[Id, Budget] = optional(
        "The budgets of the program, by year.", {"2026": {"total": "$1,180,000"}}, default={}
    )
    unit_cost: dict[Id, UnitCost] = optional(
        "What the program costs per person or event, by id.",
        {"per-month": {"amount": "$532", "per": "person_month"}},
        default={},
    )
    case_management_payer: Several[AgencyId] = expected(
        "The agency that pays for case management.", ["public-health"], default=()
    )
    subject_to_appropriation: Flag | None = expected(
        "Whether every payment depends on money that a council or legislature votes.", "yes"
    )
    procurement: Procurement | None = optional("Rules on buying, grants and gifts.", {"contractor_recuses": "yes"})
    when_money_ends: Prose | None = optional(
        "What happens to participants and to the program when a stream ends.",
        "The policy group decides six months before; no participant loses a case manager without a handover.",
    )
