"""The conduct a person may be diverted for."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from leadkit.model.base import Item, optional
from leadkit.model.beside import explain_other
from leadkit.model.references import ActorId, AreaId, LawId, PathwayId, SubstanceId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.level import Level


class ListStatus(StrEnum):
    """Where the list of offences stands: adopted, a draft, or one that the partners have never agreed on."""

    ADOPTED = "adopted"
    DRAFT = "draft"
    NOT_AGREED = "not_agreed"


class Unlisted(StrEnum):
    """What holds for an offence that is not on the list."""

    NOT_ELIGIBLE = "not_eligible"
    OFFICER_JUDGEMENT = "officer_judgement"
    POLICY_GROUP_REVIEW = "policy_group_review"


class Conduct(StrEnum):
    """A kind of conduct, named without a statute; the catalogues of ``leadkit.law`` use the same words.

    ``LARCENY``: theft of any kind, petit larceny too. ``SHOPLIFTING``: retail theft. ``PATRONIZING``:
    soliciting or buying sex. ``CANNABIS_POSSESSION``: marijuana too. A sale for subsistence is ``DRUG_SALE``
    with the condition ``subsistence_sale``. ``OTHER`` needs a label.
    """

    DRUG_POSSESSION = "drug_possession"
    DRUG_USE_PUBLIC = "drug_use_public"
    DRUG_PURCHASE = "drug_purchase"
    DRUG_SALE = "drug_sale"
    CANNABIS_POSSESSION = "cannabis_possession"
    PARAPHERNALIA = "paraphernalia"
    PROSTITUTION = "prostitution"
    PATRONIZING = "patronizing"
    LARCENY = "larceny"
    SHOPLIFTING = "shoplifting"
    THEFT_OF_SERVICES = "theft_of_services"
    STOLEN_PROPERTY = "stolen_property"
    MINOR_PROPERTY = "minor_property"
    CRIMINAL_MISCHIEF = "criminal_mischief"
    BURGLARY_VEHICLE = "burglary_vehicle"
    TRESPASS = "trespass"
    LOITERING = "loitering"
    PANHANDLING = "panhandling"
    PEDESTRIAN = "pedestrian"
    PUBLIC_ORDER = "public_order"
    OPEN_CONTAINER = "open_container"
    PUBLIC_INTOXICATION = "public_intoxication"
    DISORDERLY_CONDUCT = "disorderly_conduct"
    HARASSMENT = "harassment"
    OBSTRUCTION = "obstruction"
    RESISTING = "resisting"
    ORDER_VIOLATION = "order_violation"
    TRANSIT_CONDUCT = "transit_conduct"
    PARK_RULES = "park_rules"
    SCHOOL_CONDUCT = "school_conduct"
    CRIMES_OF_POVERTY = "crimes_of_poverty"
    MENTAL_ILLNESS_RELATED = "mental_illness_related"
    OTHER = "other"


class Act(StrEnum):
    """What a person did with something."""

    POSSESS = "possess"
    USE = "use"
    USE_IN_PUBLIC = "use_in_public"
    POSSESS_WITH_INTENT = "possess_with_intent"
    SELL = "sell"
    DELIVER = "deliver"
    TRANSPORT = "transport"
    PURCHASE = "purchase"
    TAKE = "take"
    DAMAGE = "damage"
    OFFER = "offer"
    SOLICIT = "solicit"


class VictimType(StrEnum):
    """Whom the conduct harms; it decides whether a complainant must be asked."""

    NONE = "none"
    BUSINESS = "business"
    PERSON = "person"
    PUBLIC = "public"


class ConsentRequired(StrEnum):
    """When a complainant must consent: never, only where a person (not a business) was harmed, or always."""

    NEVER = "never"
    IF_PERSON_VICTIM = "if_person_victim"
    ALWAYS = "always"


class Condition(StrEnum):
    """A condition under which an offence is divertible; ``OTHER`` needs ``condition_text``.

    ``SUBSISTENCE_SALE``: the sale only pays for the person's own living or use.
    """

    SUBSISTENCE_SALE = "subsistence_sale"
    OWN_USE = "own_use"
    USER_QUANTITY = "user_quantity"
    DRIVEN_BY_NEED = "driven_by_need"
    NO_INJURY = "no_injury"
    NO_FORCE = "no_force"
    GOODS_RECOVERED = "goods_recovered"
    FIRST_OCCASION = "first_occasion"
    OTHER = "other"


class Offence(Item):
    """An offence, or a kind of conduct, that a person may be diverted for.

    Give ``law`` where the program names a statute, ``conduct`` where its papers name only a kind of conduct.
    """

    law: LawId | None = optional(
        "The law this entry points at: an id of the state's catalogue, or of law.local.", "wa-69.50.4013"
    )
    conduct: Conduct | None = optional(
        "The kind of conduct. It stands alone where the program names conduct without any section of law.",
        "drug_possession",
    )
    label: Line | None = optional(
        "What the program calls it, where that differs from the title in the catalogue.", "Low-level theft"
    )
    levels: Several[Level] = optional(
        "The levels of the offence that are divertible. Without them every level is.",
        ["misdemeanor"],
        default=(),
    )
    grades: Several[Line] = optional(
        "The grades that are divertible, in the words of the catalogue, where the level alone does not tell.",
        ["Class C felony"],
        default=(),
    )
    limbs: Several[Line] = optional(
        "The parts of the section that are divertible, where only some are.",
        ["(1)(a) knowing possession"],
        default=(),
    )
    acts: Several[Act] = optional("The acts that are divertible. Without them all are.", ["possess"], default=())
    substances: Several[SubstanceId] = optional(
        "The classes of substance that are divertible. Without them, all.", ["opiate"], default=()
    )
    conditions: Several[Condition] = optional(
        "Conditions that must hold, such as a sale for subsistence only.", ["subsistence_sale"], default=()
    )
    condition_text: Prose | None = optional(
        "The condition in the program's own words.", "Only where the proceeds pay for the seller's own use."
    )
    pathways: Several[PathwayId] = optional(
        "The pathways it is divertible on. Without them it is on every pathway.",
        ["arrest-diversion"],
        default=(),
    )
    areas: Several[AreaId] = optional(
        "The areas it is divertible in, such as a city whose ordinance it is. Without them, everywhere.",
        ["sampleton-city"],
        default=(),
    )
    approved_by: Several[ActorId] = optional(
        "Who must approve a diversion for this offence, beyond the general rule of acceptance.",
        ["felony-charging"],
        default=(),
    )
    victim_type: VictimType | None = optional("Whom the conduct harms: none, business, person or public.", "business")
    consent_required: ConsentRequired | None = optional(
        "When the complainant must consent to a diversion for this offence, where it differs from the general rule.",
        "if_person_victim",
    )
    excluded: Flag = optional(
        "Whether this offence is named only to say that it is never divertible.", "no", default=False
    )

    @model_validator(mode="after")
    def _other_is_explained(self) -> Self:
        """Require the words where the conduct or a condition is none of the usual ones."""
        explain_other(self, "conduct", "label")
        explain_other(self, "conditions", "condition_text")
        return self
