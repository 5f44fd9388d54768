"""The core elements of the national model, each with the page that asks for it and the rules that look for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import ARREST, open_pathways
from leadkit.check.rules.lk527_no_defender_on_policy_body import DEFENSE
from leadkit.model.measures.evaluation import EvaluationStatus
from leadkit.model.program.kinds import Principle
from leadkit.model.roles.role import ProjectManagerRole

if TYPE_CHECKING:
    from leadkit.model.root import Program


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the LEAD National Support Bureau."""

    title: str
    year: str
    address: str


@dataclass(frozen=True, slots=True)
class Element:
    """What the model asks for.

    Attributes:
        id: Its id, by which the clause that tells of the program knows it.
        title: What it is called.
        asks: What the model asks, in one sentence or two.
        page: The page that asks for it.
        fields: Where a program says it, the most telling first.
        shown: Whether the program says that it has it; that no rule objects proves nothing.
        rules: The files of the rules that object where a program departs from it.
        word: The word that an objection must hold to be about this element, where a rule looks for several.
        barrier: Whether the fields hold what the model is against, so that to have none of it is to follow the model.
    """

    id: str
    title: str
    asks: str
    page: Page
    fields: tuple[str, ...]
    shown: Callable[[Program], bool]
    rules: tuple[str, ...] = ()
    word: str = ""
    barrier: bool = False


_TOOLKIT = "https://leadbureau.org/toolkit"
_GOLDEN_RULE = Page(
    "Deeper Dive: First Golden Rule", "2023", f"{_TOOLKIT}/deeper-dives/leads-information-sharing-golden-rule/"
)
_SECOND_RULE = Page(
    "Deeper Dive: Second Golden Rule", "2023", f"{_TOOLKIT}/deeper-dives/second-golden-rule-do-what-works/"
)
_ENROLLMENT = Page("Toolkit, chapter 3: LEAD Enrollment", "2023", f"{_TOOLKIT}/chapters/lead-enrollment/")
_QUESTIONS = Page("Frequently Asked Questions", "2023", f"{_TOOLKIT}/resources/frequently-asked-questions/")
_METHOD = Page("Toolkit, chapter 4: How LEAD Works", "2023", f"{_TOOLKIT}/chapters/how-lead-works/")
_PATHWAYS = Page(
    "Diversion and Referral Pathways",
    "no year given",
    "https://leadbureau.org/key-methods/diversion-referral-pathways/",
)
_ROLES = Page("Toolkit, chapter 5: Roles and Responsibilities", "2023", f"{_TOOLKIT}/chapters/roles-responsibilities/")
_GLOSSARY = Page("Toolkit resources and glossary", "2023", f"{_TOOLKIT}/resources/graphics/")
_LAUNCH = Page("Toolkit, chapter 7: Launching a LEAD Initiative", "2023", f"{_TOOLKIT}/chapters/launching-lead/")
_IMPACT = Page("Quick Guide: Evaluating LEAD’s Impact", "2023", f"{_TOOLKIT}/quick-guides/evaluating-leads-impact/")
_DESIGN = Page("Toolkit, chapter 2: Design and Principles", "2023", f"{_TOOLKIT}/chapters/design-principles/")


def _never_worse_off(program: Program) -> bool:
    return program.sharing.worse_off_remedy is not None


def _states(principle: Principle) -> Callable[[Program], bool]:
    return lambda program: principle in program.program.principles


def _voluntary(program: Program) -> bool:
    consent = program.eligibility.consent if program.eligibility else None
    asked = consent is not None and consent.participant is not None
    return asked or Principle.VOLUNTARY in program.program.principles


def _without(*conditions: str) -> Callable[[Program], bool]:
    return lambda program: all(getattr(program.services, each) is False for each in conditions)


def _leaves_by_choice(program: Program) -> bool:
    leaving = program.procedure.exit
    return leaving is not None and leaving.graduation in ("none", "self_chosen")


def _without_arrest(program: Program) -> bool:
    return any(each.kind.value not in ARREST for each in open_pathways(program).values())


def _community_body(program: Program) -> bool:
    return any(each.kind.value == "community" for each in program.governance.bodies.values())


def _defender(program: Program) -> bool:
    policy = [each for each in program.governance.bodies.values() if each.kind.value == "policy"]
    seats = [seat for body in policy for seat in body.members.values()]
    kinds = {program.agencies[each.agency].type.value for each in seats if each.agency in program.agencies}
    return bool(kinds & DEFENSE) or any("defen" in (each.seat or "").lower() for each in seats)


def _independent_manager(program: Program) -> bool:
    managers = [each for each in program.roles.values() if isinstance(each, ProjectManagerRole)]
    return any(each.independence is not None or each.independence_rule for each in managers)


def _by_race(program: Program) -> bool:
    counted = {each.value for one in program.measures.indicators.values() for each in one.disaggregations}
    return bool(counted & {"race", "ethnicity"})


def _evaluated(program: Program) -> bool:
    evaluation = program.measures.evaluation
    return evaluation is not None and evaluation.status not in (None, EvaluationStatus.NONE)


ELEMENTS: tuple[Element, ...] = (
    Element(
        "worse-off", "Nobody Is Worse Off",
        "Taking part never leaves a person worse off. Police and prosecutors act only on what would have come to "
        "light without the program, and never on what they learned through the coordination of care.",
        _GOLDEN_RULE, ("sharing.worse_off_remedy",), _never_worse_off, ("lk520_no_golden_rule",),
    ),
    Element(
        "immunity", "Own Authority, and No Immunity",
        "Each partner acts within its own authority and hears the others. Prosecutors keep their full authority, and "
        "taking part gives no immunity in other cases.",
        _SECOND_RULE, ("program.principles",), _states(Principle.NO_IMMUNITY),
        ("lk524_principles_missing",), word="no_immunity",
    ),
    Element(
        "voluntary", "Free Choice",
        "Taking part is voluntary.",
        _ENROLLMENT, ("eligibility.consent.participant", "program.principles"), _voluntary,
    ),
    Element(
        "conditions", "Help Without Conditions",
        "There are no sanctions, and nobody is asked to change at once.",
        _QUESTIONS, ("services.abstinence_required", "services.treatment_required"),
        _without("abstinence_required", "treatment_required"),
        ("lk521_abstinence_or_treatment",), barrier=True,
    ),
    Element(
        "time", "Help for as Long as It Is Wanted",
        "Help lasts for as long as the person wants it.",
        _QUESTIONS, ("services.time_limited",), _without("time_limited"),
        ("lk522_help_ends_after_a_time",), barrier=True,
    ),
    Element(
        "leaving", "Care That the Participant Leads",
        "Care and coordination are long-term, and the participant leads them.",
        _METHOD, ("procedure.exit.graduation", "procedure.exit"), _leaves_by_choice, ("lk523_graduation_imposed",),
    ),
    Element(
        "pathways", "A Way In Without an Arrest",
        "Officers refer people without waiting for an arrest, and partners refer people without the police.",
        _PATHWAYS, ("pathways",), _without_arrest, ("lk525_no_other_pathway",),
    ),
    Element(
        "community", "A Body of the Community",
        "A community leadership team has a part in priorities and planning, and sees to openness and accountability.",
        _GLOSSARY, ("governance.bodies",), _community_body, ("lk526_no_community_team",),
    ),
    Element(
        "defense", "The Defense at the Table",
        "Defenders sit on the policy coordinating group beside police, prosecutors and elected officials.",
        _ROLES, ("governance.bodies",), _defender, ("lk527_no_defender_on_policy_body",),
    ),
    Element(
        "manager", "A Project Manager in Nobody’s Service",
        "Project management belongs, where that can be, to a body with no other role in the program; a host with "
        "other interests does not decide alone.",
        _LAUNCH, ("roles",), _independent_manager, ("lk528_host_without_independence",),
    ),
    Element(
        "equity", "Racial Equity",
        "Racial equity is a core value, and the program is to undo racial disparity at the front door.",
        _DESIGN, ("measures.indicators",), _by_race, ("lk530_race_not_counted",),
    ),
    Element(
        "evaluation", "Evaluation",
        "Evaluation is a core tenet.",
        _IMPACT, ("measures.evaluation.status", "measures.evaluation"), _evaluated, ("lk532_nobody_evaluates",),
    ),
)  # fmt: skip
"""The elements, in the order of the report. An element without a rule is one that ``check`` does not look for."""
