"""What the agreement protects: powers, people, money, and the peace between the parties."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.references import AgencyId, DutyHolderId, Id, PartyId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.quantities import Duration, Money


class ReservedPower(StrEnum):
    """Powers that the agreement leaves where they are."""

    POLICE_DISCRETION = "police_discretion"
    PROSECUTORIAL_DISCRETION = "prosecutorial_discretion"
    JUDICIAL_ORDERS = "judicial_orders"
    WARRANTS = "warrants"
    REVOCATION_OF_SUPERVISION = "revocation_of_supervision"
    LEGISLATIVE_POWER = "legislative_power"
    INDEPENDENT_ELECTED_OFFICE = "independent_elected_office"
    DEFENSE_INDEPENDENCE = "defense_independence"
    CLINICAL_JUDGMENT = "clinical_judgment"
    SOVEREIGN_IMMUNITY = "sovereign_immunity"
    DISCOVERY_DUTIES = "discovery_duties"


class IndemnityKind(StrEnum):
    """Who bears the cost of whose fault."""

    NONE = "none"
    EACH_FOR_ITSELF = "each_for_itself"
    MUTUAL = "mutual"


class StateAnswer(StrEnum):
    """Whether the state's law lets a public body promise indemnity."""

    ALLOWED = "allowed"
    LIMITED = "limited"
    NOT_ALLOWED = "not_allowed"
    NOT_CHECKED = "not_checked"


class Liability(Item):
    """Who answers for what."""

    own_employees: Flag | None = expected("Whether each party answers for its own employees and volunteers.", "yes")
    workers_compensation: Flag | None = optional("Whether each party insures its own workers.", "yes")
    no_joint_venture: Flag | None = optional("Whether the agreement creates no joint venture or agency.", "yes")
    immunities_kept: Flag | None = optional("Whether every immunity and defense in law is kept.", "yes")
    indemnity: IndemnityKind | None = expected("Who bears the cost of whose fault.", "each_for_itself")
    state_allows_indemnity: StateAnswer | None = expected(
        "Whether the state's law lets a public body promise indemnity.", "limited"
    )
    citation: Line | None = optional("The law on liability and indemnity.", "RCW 4.96.010")


class InsuranceKind(StrEnum):
    """Kinds of insurance."""

    GENERAL = "general"
    PROFESSIONAL = "professional"
    AUTOMOBILE = "automobile"
    CYBER = "cyber"
    WORKERS_COMPENSATION = "workers_compensation"
    SELF_INSURED = "self_insured"


class Insurance(Item):
    """Insurance that a party must carry."""

    kind: InsuranceKind = required("What the insurance covers.", "professional")
    parties: Several[PartyId] = expected(
        "The parties that must carry it.", ["bridgeway", "harbor-treatment"], default=()
    )
    each_event: Money | None = optional("The least sum for each event.", "$1,000,000")
    in_total: Money | None = optional("The least sum for all events together.", "$2,000,000")
    proof_to: DutyHolderId | None = optional("Who is shown proof of insurance.", "fiscal-agent")


class LastResort(StrEnum):
    """Where a dispute ends that the parties cannot settle."""

    NONE = "none"
    MEDIATION = "mediation"
    ARBITRATION = "arbitration"
    COURT = "court"


class DisputeStep(Closed):
    """One step in settling a dispute."""

    step: Prose = required("What is done at this step.", "The staff concerned meet.")
    who: Several[DutyHolderId] = optional("Who acts at this step.", ["operational-work-group"], default=())
    within: Duration | None = optional("How soon this step must be done.", "10 business days")


class Disputes(Item):
    """How the parties settle disputes."""

    steps: dict[Id, DisputeStep] = expected(
        "The steps, in order, by id.", {"staff": {"step": "The staff concerned meet."}}, default={}
    )
    last_resort: LastResort | None = optional("Where it ends if they cannot.", "mediation")
    care_continues: Flag | None = optional("Whether care of participants goes on meanwhile.", "yes")


class NoticeMeans(StrEnum):
    """How a notice is sent."""

    MAIL = "mail"
    CERTIFIED_MAIL = "certified_mail"
    HAND = "hand"
    EMAIL = "email"


class NoticeAddress(Item):
    """Where one party receives notices. The agreement prints the office, never a person's telephone."""

    attention: Line = required("The title of the officer who receives them.", "Chief of Police")
    address: Line | None = optional("The postal address of the office.", "100 Main Street, Sampleton, WA")
    email: Line | None = optional("An address of the office.", "chief@sampleton.example.gov")


class Notices(Item):
    """How notices are given."""

    means: Several[NoticeMeans] = expected("How notices are sent.", ["certified_mail", "email"], default=())
    effective_after: Duration | None = optional("When one counts as received.", "3 business days")
    addresses: dict[PartyId, NoticeAddress] = expected(
        "Where each party receives them, by party.",
        {"sampleton-police": {"attention": "Chief of Police"}},
        default={},
    )


class GoverningLaw(Item):
    """The law of the agreement."""

    state: Line = required("The state whose law governs.", "Washington")
    venue: Line | None = optional("The court for disputes between the parties.", "Superior Court of Example County")
    except_for: Prose | None = optional(
        "For whom it does not hold.", "The tribe, whose own law and courts are untouched."
    )


class NonDiscrimination(Item):
    """Equal treatment, and how to complain."""

    laws: Several[Line] = expected(
        "The laws on equal treatment.",
        ["Title VI", "ADA Title II", "Section 504", "chapter 49.60 RCW"],
        default=(),
    )
    complaints_to: Several[DutyHolderId] = expected(
        "Who takes complaints of unequal treatment.", ["convener"], default=()
    )
    no_retaliation: Flag | None = optional("Whether nobody may be punished for a complaint.", "yes")
    answered_within: Duration | None = optional("How soon a complaint is answered.", "30 days")


class OpenMeetings(Item):
    """Whether the governing bodies meet in public."""

    statute: Line | None = expected("The open meetings law.", "chapter 42.30 RCW")
    policy_body_public: Flag | None = expected("Whether the policy body is a public body under it.", "yes")
    case_sessions_closed: Flag | None = expected("Whether sessions on a person's case are closed.", "yes")
    closed_under: Line | None = optional(
        "What lets them be closed.", "They are staff meetings, not meetings of a governing body"
    )


class Labor(Item):
    """Agreements with employees."""

    contracts_prevail: Flag | None = optional("Whether labor agreements prevail over this one.", "yes")
    consulted: Several[AgencyId] = optional(
        "The agencies whose unions were heard.", ["sampleton-police", "county-sheriff"], default=()
    )
    text: Prose | None = optional(
        "What the parties say of it.", "Duties of officers are bargained where the law asks for it."
    )


class Defense(Item):
    """What the agreement leaves to defenders."""

    no_relation_by_referral: Flag | None = expected("Whether a referral makes nobody the defender's client.", "yes")
    access_to_counsel: Prose | None = expected(
        "How a person reaches a lawyer before deciding.",
        "A defender answers by telephone during program hours.",
    )
    conflicts: Prose | None = optional(
        "What is done where a defender has a conflict.",
        "The case goes to assigned counsel and is not discussed in the room.",
    )
    conduct_rules_saved: Flag | None = optional("Whether the lawyers' rules of conduct prevail.", "yes")


class LeadMark(Item):
    """The use of the registered name LEAD; who permits it is a fact of the program (``program.mark_permission``)."""

    rules: Prose = required("What the parties do and do not do with it.", "No party uses the name for anything else.")


class Minors(StrEnum):
    """How the agreement treats people under age."""

    EXCLUDED = "excluded"
    INCLUDED = "included"
    SEPARATE_ANNEX = "separate_annex"
