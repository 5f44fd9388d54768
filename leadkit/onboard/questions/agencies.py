"""Who takes part: the agencies by what they do, and whether each signs."""

from __future__ import annotations

from leadkit.model.agencies.kinds import SIDES, AgencyType, LegalForm, Side
from leadkit.onboard.questions import forms
from leadkit.onboard.questions.place import GOVERNMENTS
from leadkit.onboard.questions.question import Choice, Group, Question, choices
from leadkit.values.level import Level

_NOT_PARTNERS = frozenset((Side.POLICE, Side.PROSECUTOR, Side.DEFENSE))
PRIVATE = frozenset((LegalForm.NONPROFIT.value, LegalForm.COMPANY.value, LegalForm.UNINCORPORATED_GROUP.value))
"""The forms in law of what belongs to no government."""
_GOVERNMENTS = frozenset((AgencyType.CITY, AgencyType.COUNTY, AgencyType.STATE, AgencyType.TRIBE))
_SAYS = {
    AgencyType.PROSECUTOR_FELONY: "charges felonies alone",
    AgencyType.PROSECUTOR_MISDEMEANOR: "charges misdemeanors and what is less",
    AgencyType.PROSECUTOR_ALL: "charges offenses of every level",
    AgencyType.CITY_ATTORNEY: "a city's lawyer, who also charges",
    AgencyType.SOLICITOR: "a prosecutor, where the office has that name",
    AgencyType.PUBLIC_DEFENDER: "an office of lawyers that a government pays",
    AgencyType.ALTERNATE_DEFENDER: "a second office, for where the first has a conflict",
    AgencyType.ASSIGNED_COUNSEL: "private lawyers whom a court appoints",
    AgencyType.MCO: "managed care organization",
    AgencyType.FIRE_EMS: "fire department or ambulance service",
    AgencyType.BID: "business improvement district",
    AgencyType.CHAMBER: "chamber of commerce",
}
_FORMS = {
    LegalForm.GOVERNMENT: "a county, city, town or state itself",
    LegalForm.DEPARTMENT: "a part of a government, which mostly signs for it",
    LegalForm.ELECTED_OFFICE: "its head is elected, such as a sheriff, and signs alone",
    LegalForm.COURT: "a court, whatever government pays for it",
    LegalForm.PUBLIC_AUTHORITY: "a public body of its own, such as a hospital district",
    LegalForm.PUBLIC_UNIVERSITY: "a university or college of the public",
    LegalForm.TRIBE: "a tribal nation itself",
    LegalForm.TRIBAL_DEPARTMENT: "a part of a tribal nation's government",
    LegalForm.NONPROFIT: "a corporation that makes no profit for owners",
    LegalForm.COMPANY: "a business that may make a profit",
    LegalForm.UNINCORPORATED_GROUP: "people under a common name, without a corporation",
}


def _types(*sides: Side) -> tuple[Choice, ...]:
    return choices((one for one in AgencyType if SIDES.get(one) in sides), _SAYS)


_OTHERS = choices((one for one in AgencyType if SIDES.get(one) not in _NOT_PARTNERS and one not in _GOVERNMENTS), _SAYS)


def _fields(types: tuple[Choice, ...], example: str, usual: str = "", form: str = "") -> tuple[Question, ...]:
    """What is asked about each agency; ``usual`` and ``form`` are the type and the legal form proposed for it."""
    return (
        Question(
            "name", "The full legal name", "As it signs.", "Maple Falls Police Department", forms.name, required=True
        ),
        Question(
            "type",
            "What is {name}?",
            "It decides which rules on records and information hold for it.",
            example,
            choices=types,
            required=True,
            usual=usual,
        ),
        Question(
            "form",
            "What is {name} in law?",
            "It decides who can sign for it. The list says what each word means; counsel knows where it is in doubt.",
            "department",
            choices=choices(LegalForm, _FORMS),
            usual=form,
        ),
        Question(
            "government",
            "To which government does {name} belong?",
            "A department of it, or an office that its voters elect. None where it is an authority of its own.",
            "maple-county",
            forms.belonging,
            of=("governments",),
            unless=("form", PRIVATE),
            besides=(Choice(forms.ALONE, "of these; it stands alone"),),
        ),
        Question(
            "signs",
            "Does {name} sign the agreement itself? (yes or no)",
            "Say no where its government signs for it. Whether a department can sign is a question for counsel.",
            "yes",
            forms.flag,
        ),
        Question(
            "signatory",
            "What is the title of the person who signs for {name}?",
            "A title, never a name: people change.",
            "Chief of Police",
            when=("signs", "yes"),
        ),
    )


POLICE = Group(
    name="police",
    noun="police agency",
    asks="Which police or sheriff's agency will refer people? Its full legal name",
    more="Another police agency?",
    help="Every agency whose officers may offer the program, each by itself.",
    fields=_fields(_types(Side.POLICE), "police", "police", "department"),
)
PROSECUTORS = Group(
    name="prosecutors",
    noun="prosecutor",
    asks="Which office decides on charges? Its full legal name",
    more="Another office that decides on charges?",
    help="Often two: one for felonies, one for misdemeanors in a city.",
    fields=(
        *_fields(_types(Side.PROSECUTOR), "prosecutor_all", form="elected_office"),
        Question(
            "charges",
            "Which levels of offense does {name} charge?",
            "Where two offices share a county, each level in each place needs one.",
            "felony",
            choices=choices(one for one in Level if one is not Level.NONE),
            several=True,
        ),
    ),
)
DEFENDERS = Group(
    name="defenders",
    noun="defender",
    asks="Who defends people who cannot pay a lawyer? The full legal name",
    more="Another defender?",
    help="A public defender, or counsel assigned by the court, whom a person can ask before answering an offer.",
    fields=_fields(_types(Side.DEFENSE), "public_defender", "public_defender"),
)
CASE_MANAGEMENT = Group(
    name="case_management",
    noun="case management provider",
    asks="Who provides case management? The full legal name",
    more="Another provider of case management?",
    help="The people who walk with a participant for as long as it helps.",
    fields=_fields(_OTHERS, "case_management_provider", "case_management_provider", "nonprofit"),
)
PARTNERS = Group(
    name="partners",
    noun="partner",
    asks="Who else takes part? The full legal name",
    more="Another partner?",
    help="A health department, the host of project management, treatment, housing, neighbors, an evaluator.",
    empty="nobody else",
    fields=(
        *_fields(_OTHERS, "health_department"),
        Question("part", "What does {name} do in the program?", "A phrase.", "Advises the policy group on housing."),
    ),
)
AGENCIES = (POLICE, PROSECUTORS, DEFENDERS, CASE_MANAGEMENT, PARTNERS)
"""The groups whose entries are agencies; together they share one set of ids."""

PROJECT_MANAGEMENT = Question(
    name="project_management",
    asks="Which of these hosts project management?",
    help="Project management serves all partners. A host without another part in the program keeps it even-handed.",
    example="maple-center",
    form=forms.identifier,
    of=(GOVERNMENTS.name, *(group.name for group in AGENCIES)),
    several=True,
)
