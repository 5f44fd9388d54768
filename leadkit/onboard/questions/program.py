"""What the program is, who settles what is open, and by when."""

from __future__ import annotations

from leadkit.model.agreement.authority import Stage
from leadkit.model.program.kinds import Population, Principle, ProgramStatus, SeveralCharges, UnitOfDecision
from leadkit.onboard.questions import forms
from leadkit.onboard.questions.question import Choice, Question, choices

NAME = Question(
    name="name",
    asks="What is the full name of the program?",
    help="It stands on every document. LEAD is a registered mark, so a name with LEAD in it needs a permission.",
    example="Maple County Diversion Program",
    required=True,
)
AS_OF = Question(
    name="as_of",
    asks="On what day is this description true? (YYYY-MM-DD)",
    help="Documents print this day, never the day on which somebody builds them.",
    example="2026-11-24",
    form=forms.day,
    required=True,
)
SIGN_BY = Question(
    name="sign_by",
    asks="By when should the agreement be signed? (YYYY-MM-DD, YYYY-MM or YYYY)",
    help="Everything that you leave open now gets this date as the date by which it must be decided.",
    example="2027-06-30",
    form=forms.date,
    required=True,
)
COUNSEL = Question(
    name="counsel",
    asks="Who settles the legal questions that are left open? A title",
    help="County counsel, the city attorney, or another lawyer of a party. Every open question needs an owner.",
    example="County counsel",
    usual="County counsel",
    required=True,
)
CONVENER = Question(
    name="convener",
    asks="Who brings about all the other decisions? A title or a group",
    help="A planning group, a coordinator, or the agency that has called the partners together.",
    example="Planning group",
    usual="Planning group",
    required=True,
)
STATUS = Question(
    name="status",
    asks="Where does the program stand?",
    help="Once it takes referrals, leadkit asks for more, such as who charges what.",
    example="planning",
    choices=(
        Choice(ProgramStatus.EXPLORING.value, "somebody has had the idea"),
        Choice(ProgramStatus.PLANNING.value, "the partners prepare it"),
        Choice(ProgramStatus.PILOT.value, "it takes referrals on trial"),
        Choice(ProgramStatus.OPERATING.value, "it takes referrals"),
    ),
    usual=ProgramStatus.PLANNING.value,
)
STAGE = Question(
    name="stage",
    asks="Is the agreement one to plan a program, or one to run it?",
    help="The two need different texts: an agreement to plan binds nobody to run anything.",
    example="operating",
    choices=(
        Choice(Stage.PLANNING.value, "the parties agree to work one out"),
        Choice(Stage.OPERATING.value, "the parties agree to run it"),
    ),
    usual=Stage.OPERATING.value,
)
POPULATION = Question(
    name="population",
    asks="Whom does the program serve?",
    help="Exact ages can follow. Youth bring in other courts and other records.",
    example="adults",
    choices=choices(Population),
    usual=Population.ADULTS.value,
)
UNIT_OF_DECISION = Question(
    name="unit_of_decision",
    asks="What is one decision about eligibility about?",
    help="One contact with an officer may bring several charges.",
    example="contact",
    choices=(
        Choice(UnitOfDecision.CONTACT.value, "a person met by an officer, with all charges together"),
        Choice(UnitOfDecision.CHARGE.value, "each charge by itself"),
        Choice(UnitOfDecision.INCIDENT.value, "what happened, whoever took part"),
    ),
    usual=UnitOfDecision.CONTACT.value,
)
SEVERAL_CHARGES = Question(
    name="several_charges",
    asks="What holds when a person faces several charges?",
    help="A rule that officers will need on the first day.",
    example="all",
    choices=(
        Choice(SeveralCharges.ALL.value, "all of them must be eligible"),
        Choice(SeveralCharges.ANY.value, "one eligible charge is enough"),
        Choice(SeveralCharges.MOST_SERIOUS.value, "the most serious one decides"),
    ),
    usual=SeveralCharges.ALL.value,
)
_PRINCIPLES = {
    Principle.HARM_REDUCTION: "every step away from harm counts",
    Principle.VOLUNTARY: "nobody is made to take part",
    Principle.NO_ABSTINENCE_CONDITION: "nobody must stop using drugs first",
    Principle.NON_DISPLACEMENT: "participants take no place from others who wait",
    Principle.RACIAL_EQUITY: "differences by race are counted and corrected",
    Principle.SHARED_INTENTION: "the partners share credit and blame",
    Principle.PARTICIPANT_LED: "participants set their own goals",
    Principle.NO_TIME_LIMIT: "help lasts as long as it helps",
    Principle.OFFICER_DISCRETION: "an officer may decide not to refer",
    Principle.NO_IMMUNITY: "taking part protects from no arrest for other conduct",
    Principle.NEVER_WORSE_OFF: "nobody is worse off for having taken part",
    Principle.HOUSING_FIRST: "housing comes without conditions",
}
PRINCIPLES = Question(
    name="principles",
    asks="To which principles does the program commit itself?",
    help="They are printed as commitments of all parties, so name only what the partners have agreed on.",
    example="voluntary",
    choices=choices(Principle, _PRINCIPLES),
    several=True,
)
LEAD_MARK = Question(
    name="uses_lead_mark",
    asks="Will the program use the name LEAD? (yes or no)",
    help="LEAD is a registered mark; its use needs a permission.",
    example="no",
    form=forms.flag,
)
