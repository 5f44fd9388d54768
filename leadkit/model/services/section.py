"""The section ``services`` itself."""

from __future__ import annotations

from leadkit.model.agencies.contact import Phone
from leadkit.model.base import Item, expected, optional
from leadkit.model.hours import Hours
from leadkit.model.language import Language
from leadkit.model.references import ActorId, AgencyId, Id, RoleId
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.model.services.kinds import AlternativeFormat, WaitingOrder
from leadkit.model.services.provider import Provider, ServiceCategory
from leadkit.values.quantities import Duration, Money


class WaitingList(Item):
    """What happens when there is not room for all."""

    kept: Flag | None = expected("Whether a waiting list is kept.", "yes")
    order: Several[WaitingOrder] = expected(
        "In which order people are taken from it: the first rule decides, the next breaks ties.",
        ["pathway_rank", "risk_of_overdose", "first_come"],
        default=(),
    )
    kept_by: RoleId | None = optional("Who keeps it.", "project-manager")
    reviewed_every: Duration | None = optional("How often it is gone through.", "1 week")
    contact_every: Duration | None = optional("How often people on it are called.", "14 days")
    meanwhile: Prose | None = optional(
        "What people on it get while they wait.", "Naloxone, outreach visits and help with urgent needs."
    )
    charge_meanwhile: Prose | None = optional(
        "What it means for the charge of a person who waits.", "Waiting never counts against the person."
    )


class CarePlan(Item):
    """The plan that a participant makes with a case manager."""

    name: Line | None = optional("What the plan is called.", "Individual plan")
    within: Duration | None = expected("How soon after intake it is offered.", "72 hours")
    written_by: Several[ActorId] = optional("Who writes it.", ["participant", "case_manager"], default=())
    review_every: Duration | None = optional("How often it is gone through.", "90 days")


class AfterHoursHelp(Item):
    """How a participant gets help at night and on holidays."""

    line: Phone | None = expected("The number to call.", "360-555-0100")
    answered_by: Line | None = optional("Who answers.", "The case manager on call")
    hours: Hours | None = optional("When it is answered.", "24/7")
    crisis_line: Phone | None = optional("The number for a crisis.", "988")


class TransportHelp(Item):
    """How participants get where they need to go. How police drive people stands under procedure."""

    kinds: Several[Line] = expected(
        "What help with getting around there is.", ["bus passes", "rides by case managers"], default=()
    )
    by: Several[AgencyId] = optional("Who gives the rides.", "bridgeway", default=())
    insured_by: Line | None = optional("Whose insurance covers the rides.", "Bridgeway's auto policy")


class Access(Item):
    """How people who speak another language or have a disability are served."""

    languages: Several[Language] = expected(
        "The languages in which the program serves people without an interpreter.", ["en", "es"], default=()
    )
    interpreter_line: Line | None = expected(
        "The interpreting service that staff and officers call.", "Statewide telephone interpreting contract"
    )
    no_child_interpreter: Flag | None = expected(
        "Whether children, relatives and other participants are never used as interpreters.", "yes"
    )
    effective_communication: Prose | None = expected(
        "How the program makes itself understood by people who are deaf, blind or have trouble speaking.",
        "A sign-language interpreter by video at the scene, in person at intake.",
    )
    alternative_formats: Several[AlternativeFormat] = optional(
        "The forms in which documents can be had.", ["large_print", "read_aloud"], default=()
    )
    coordinator: Line | None = expected(
        "The title of the person who answers for disability access.", "ADA Coordinator of Sample County"
    )
    coordinator_agency: AgencyId | None = optional("That person's agency.", "public-health")
    request: Prose | None = optional("How a person asks for help with access.", "By telling anybody in the program.")
    response: Duration | None = optional("How soon a request is answered.", "2 business days")
    assistance_animals: Flag | None = optional("Whether service animals are welcome everywhere.", "yes")


class Services(Item):
    """What help the program gives, and by whom."""

    categories: dict[Id, ServiceCategory] = expected(
        "The kinds of help, by id.", {"housing": {"kind": "housing_first"}}, default={}
    )
    providers: dict[Id, Provider] = expected(
        "Those who give it, by id.",
        {"shelter": {"name": "Mill Street Shelter", "categories": ["temporary-shelter"]}},
        default={},
    )
    caseload_ratio: Count | None = expected(
        "How many participants one case manager has at most. A role of case management may say it for itself instead.",
        "20",
    )
    caseload_ceiling: Count | None = optional("How many active participants the program can have at one time.", "120")
    counted_as_active: Prose | None = optional(
        "Who counts toward it.", "Everybody with a contact in the last sixty days."
    )
    waiting_list: WaitingList | None = expected(
        "What happens when there is not room for all.",
        {"kept": "yes", "order": ["pathway_rank", "first_come"]},
    )
    abstinence_required: Flag | None = expected("Whether anybody must stop using drugs or alcohol to be served.", "no")
    treatment_required: Flag | None = expected("Whether anybody must enter treatment to be served.", "no")
    time_limited: Flag | None = expected("Whether help ends after a set time.", "no")
    time_limit: Duration | None = optional("The time after which help ends, if there is one.", "18 months")
    conditions: Several[Prose] = optional(
        "Any other condition of being served. A program that follows the model has none.",
        ["no violence toward staff"],
        default=(),
    )
    care_plan: CarePlan | None = optional(
        "The plan that a participant makes with a case manager.",
        {"name": "Individual plan", "within": "72 hours"},
    )
    contact_at_least: Duration | None = optional(
        "The longest a case manager leaves an active participant without trying to reach them.", "2 weeks"
    )
    direct_help: Money | None = optional(
        "What a case manager may spend on one participant's urgent needs in a year.", "$600"
    )
    transport_help: TransportHelp | None = optional(
        "How participants get where they need to go.", {"kinds": ["bus passes"]}
    )
    after_hours: AfterHoursHelp | None = optional(
        "How a participant gets help at night and on holidays.", {"line": "360-555-0100", "hours": "24/7"}
    )
    access: Access | None = expected(
        "How people who speak another language or have a disability are served.",
        {"languages": ["en", "es"], "no_child_interpreter": "yes"},
    )
