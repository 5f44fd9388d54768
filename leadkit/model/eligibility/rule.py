"""What every rule of eligibility shares: its strength, who screens, who may override, what is recorded."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import ActorId, Id, PathwayId
from leadkit.model.scalars import Prose, Several


class Strength(StrEnum):
    """How strict a rule is.

    ``ABSOLUTE``: nobody may set it aside. ``PRESUMPTIVE``: it holds unless somebody named overrides it.
    ``ADVISORY``: it is weighed and never bars by itself.
    """

    ABSOLUTE = "absolute"
    PRESUMPTIVE = "presumptive"
    ADVISORY = "advisory"


class Rule(Item):
    """A rule that may keep a person out of the program."""

    strength: Strength | None = expected(
        "How strict the rule is: absolute, presumptive (somebody named may override it) or advisory.",
        "presumptive",
    )
    screened_by: Several[ActorId] = optional(
        "Who checks the rule first: a role, an agency, or a word such as officer or case_manager.",
        "officer",
        default=(),
    )
    override_by: Several[ActorId] = optional(
        "Who may set the rule aside for one person. A presumptive rule needs somebody here.",
        ["charging-authority"],
        default=(),
    )
    override_record: Prose | None = optional(
        "What is written down when the rule is set aside.",
        "The ground, and the name of the person who decided.",
    )
    pathways: Several[PathwayId] = optional(
        "The pathways the rule holds for. Without them it holds for every pathway.",
        ["arrest-diversion"],
        default=(),
    )
    reason_code: Id | None = optional(
        "A short public code for the reason, which any party may see.", "not-eligible-now"
    )
    public_reason: Prose | None = optional(
        "The reason in words that any party may see; it never tells criminal history.",
        "The program cannot take this referral now.",
    )
    restricted_reason: Prose | None = optional(
        "The reason in words for those who may know criminal history.",
        "A conviction for a serious violent offense within the look-back period.",
    )

    @property
    def only_weighed(self) -> bool:
        """Whether the rule is weighed and never bars by itself, as where a source says typically."""
        return self.strength is Strength.ADVISORY
