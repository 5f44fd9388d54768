"""The people of an agency as far as the law treats what they hear differently."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from leadkit.model.agencies.kinds import Privilege
from leadkit.model.base import Item, expected, optional, required
from leadkit.model.scalars import Count, Flag, Line, Prose


class StaffKind(Item):
    """One kind of staff: their licence, and whether what a participant tells them is privileged."""

    title: Line = required("What these people are called.", "Case manager")
    count: Count | None = optional("How many there are.", "8")
    licence: Line | None = optional(
        "The licence or certificate they hold; leave it out where they hold none.", "Certified peer counselor"
    )
    privilege: Privilege | None = expected(
        "Whether what a participant tells them is privileged: by statute, not at all, or uncertain. Peers "
        "and "
        "unlicensed staff often have no privilege.",
        "none",
    )
    privilege_statute: Line | None = optional("The statute that makes it privileged.", "RCW 5.60.060(9)")
    mandated_reporter: Flag | None = optional("Whether they must report abuse of children or vulnerable adults.", "yes")
    lived_experience: Flag | None = optional(
        "Whether these are people who have been through the same, such as peers.", "yes"
    )
    remark: Prose | None = optional("What else matters about them.", "They work in pairs at night.")

    @model_validator(mode="after")
    def _statute_is_named(self) -> Self:
        """Require the statute where one makes the words privileged, and none where nothing does."""
        if self.privilege is Privilege.STATUTE and not self.privilege_statute:
            raise ValueError('"privilege" says statute: name it in "privilege_statute"')
        if self.privilege is Privilege.NONE and self.privilege_statute:
            raise ValueError('"privilege" says none, but "privilege_statute" names a statute: keep one of the two')
        return self


class Part2Test(Item):
    """The two questions that make a provider a Part 2 program (42 CFR 2.11 and 2.12(b))."""

    holds_itself_out: Flag | None = expected(
        "Whether it presents itself as providing diagnosis, treatment or referral for treatment of substance use.",
        "yes",
    )
    federally_assisted: Flag | None = expected(
        "Whether it has federal help in any form: money, a license, registration for controlled medicines, "
        "or "
        "tax-exempt status.",
        "yes",
    )
    determined_by: Line | None = optional("Who decided the question for this agency.", "Counsel to Bridgeway")
    remark: Prose | None = optional("The reasons for the answer.", "Only the clinic team refers for treatment.")
