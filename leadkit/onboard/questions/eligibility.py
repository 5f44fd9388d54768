"""By which pathways people come in, and for what they may be diverted."""

from __future__ import annotations

from leadkit.model.eligibility.offences import Conduct
from leadkit.model.pathways.kinds import PathwayKind
from leadkit.onboard.questions import forms
from leadkit.onboard.questions.question import Group, Question, choices
from leadkit.values.level import Level

_PATHWAYS = {
    PathwayKind.ARREST_DIVERSION: "an officer who could arrest offers the program instead",
    PathwayKind.SOCIAL_CONTACT: "an officer introduces a known person, with no arrest",
    PathwayKind.COMMUNITY_REFERRAL: "residents, businesses and services refer, with no call to the police",
    PathwayKind.PROSECUTOR_REFERRAL: "a prosecutor refers a person who would be charged",
    PathwayKind.COURT_REFERRAL: "a court refers a person whose case is before it",
    PathwayKind.JAIL_REENTRY: "a person is met on leaving jail",
    PathwayKind.CO_RESPONSE: "an officer and a clinician who go out together refer",
    PathwayKind.SELF_REFERRAL: "a person comes and asks",
    PathwayKind.FAMILY_REFERRAL: "relatives or friends bring a person",
    PathwayKind.FIRST_RESPONDER: "a fire department or an ambulance service refers",
    PathwayKind.POST_OVERDOSE: "somebody visits a person after an overdose",
    PathwayKind.SCHOOL: "a school refers",
}

PATHWAYS = Question(
    name="pathways",
    asks="By which pathways will people come in?",
    help="Each pathway is open once the program runs. Where arrest is the only one, an arrest is the price of help.",
    example="arrest_diversion",
    choices=choices(PathwayKind, _PATHWAYS),
    several=True,
)
OFFENCES = Question(
    name="offences",
    asks="For which offenses of the state's catalogue may a person be diverted?",
    help="Search by a word or by the number of a section, then take results by their numbers. leadkit law search finds "
    "the same.",
    example="ny-pl-220.03",
    form=forms.identifier,
    several=True,
)
LOCAL_OFFENCES = Group(
    name="local_offences",
    noun="law",
    asks="For which offense outside the catalogues may a person be diverted? Its citation",
    more="Another law?",
    help="An ordinance, or any law of a state without a catalogue. Counsel compares it with the text later.",
    fields=(
        Question("citation", "Where it stands", "As counsel cites it.", "Maple Falls Code § 9.20", required=True),
        Question("title", "What is {name} called?", "The offense in a few words.", "Drinking in public"),
        Question(
            "level",
            "At which level is {name} an offense?",
            "The level decides who charges it.",
            "misdemeanor",
            choices=choices(Level),
        ),
        Question(
            "conduct",
            "What kind of conduct is it?",
            "leadkit compares programs by kinds of conduct.",
            "open_container",
            choices=choices(Conduct),
        ),
        Question(
            "locality",
            "Whose law is it, if not the state's?",
            "The city or county.",
            "Maple Falls",
            empty="the state's",
        ),
    ),
)
