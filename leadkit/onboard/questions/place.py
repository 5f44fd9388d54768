"""Where the program is: the state, its governments, and the areas it begins in."""

from __future__ import annotations

from leadkit.model.areas import AreaKind
from leadkit.model.program.kinds import GovernmentType
from leadkit.onboard.questions import forms
from leadkit.onboard.questions.question import Group, Question, choices

_AREAS = {
    AreaKind.COUNTYWIDE: "the whole county",
    AreaKind.CITYWIDE: "the whole city",
    AreaKind.UNINCORPORATED: "the county outside its cities",
    AreaKind.PRECINCT: "a precinct of the police",
    AreaKind.DISTRICT: "a district that is drawn already",
    AreaKind.ZONE: "a zone that is drawn already",
    AreaKind.NEIGHBORHOOD: "a neighborhood",
    AreaKind.STREET_BOUNDS: "what lies between streets that are named",
    AreaKind.CAMPUS: "the grounds of a school or a hospital, say",
    AreaKind.NAMED: "what everybody knows by this name, and nobody has drawn",
}
"""The kinds whose further fields can wait until the first draft has been read."""

STATE = Question(
    name="state",
    asks="In which state is the program? (its two letters or its name)",
    help="Its law decides what is an offense, and at what level. leadkit has catalogues of offenses for NY, WA, NM, "
    "CA, PA, TX and GA; in every other state you write down the few laws that you need.",
    example="OH",
    form=forms.state,
    required=True,
)
GOVERNMENTS = Group(
    name="governments",
    noun="government",
    asks="What is the full legal name of the government that leads the program?",
    more="Does another government take part? Its full legal name",
    help="Counties, cities, towns and tribes. Departments such as the police come later, and name the government that "
    "they belong to.",
    fields=(
        Question(
            "name",
            "The full legal name of the government",
            "As it stands in agreements.",
            "Maple County",
            forms.name,
            required=True,
        ),
        Question(
            "type",
            "What kind of government is {name}?",
            "It decides who can act for it.",
            "county",
            choices=choices(GovernmentType),
            required=True,
        ),
        Question(
            "governing_body",
            "Which body acts for {name}?",
            "The council, board or commission whose approval the agreement may need.",
            "Board of Commissioners",
        ),
        Question(
            "signs",
            "Does {name} itself sign the agreement? (yes or no)",
            "A government mostly signs for its departments; an elected sheriff or prosecutor signs alone.",
            "yes",
            forms.flag,
            usual="yes",
        ),
        Question(
            "signatory",
            "What is the title of the person who signs for {name}?",
            "A title, never a name: people change.",
            "President of the Board",
            when=("signs", "yes"),
        ),
    ),
    required=True,
)
AREAS = Group(
    name="areas",
    noun="area",
    asks="In which area will people be referred at first? Its name",
    more="Another area?",
    help="The whole county, a city, or a part such as downtown. Bounds and maps can follow.",
    fields=(
        Question(
            "name", "The name of the area", "As people call it.", "Downtown Maple Falls", forms.name, required=True
        ),
        Question(
            "kind",
            "How is {name} drawn?",
            "The list says what each word means. Bounds can follow; take named where none are drawn yet.",
            "citywide",
            choices=choices(_AREAS, _AREAS),
            required=True,
        ),
        Question(
            "government",
            "In the territory of which government does {name} lie?",
            "It decides whose ordinances hold there.",
            "maple-county",
            forms.identifier,
            of=("governments",),
        ),
    ),
)
