"""The program's governments, dates and laws, and the programs around it."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.program.kinds import GovernmentType
from leadkit.model.references import AreaId, GovernmentId, Id, PathwayId
from leadkit.model.scalars import Line, Prose, Several, Url
from leadkit.values.dates import PartialDate


class Government(Item):
    """A government that has a part in the program."""

    type: GovernmentType = required("What kind of government it is.", "county")
    name: Line = required("Its full legal name.", "Thurston County")
    parent: GovernmentId | None = optional("The government it belongs to or lies in, by its id.", "thurston-county")
    governing_body: Line | None = optional("The body that acts for it.", "Board of County Commissioners")
    seat: Line | None = optional("The place where it has its seat.", "Olympia")


class Phase(Item):
    """A stage of the program's growth."""

    title: Line = required("What the phase is called.", "Pilot downtown")
    starts: PartialDate | None = optional("The day, month or year in which it begins or began.", "2016-04-01")
    starts_by: PartialDate | None = optional(
        "The day, month or year by the end of which it had begun, where the sources give only the latest, as in "
        "citywide by the end of 2023. Write this or starts.",
        "2023",
    )
    ends: PartialDate | None = optional("The day, month or year in which it ends or ended.", "2018")
    areas: Several[AreaId] = optional("The areas in which it works.", ["downtown-core"], default=())
    pathways: Several[PathwayId] = optional("The pathways open in it.", ["social-contact"], default=())
    remark: Prose | None = optional("What is particular to it.", "Two squads only.")

    @model_validator(mode="after")
    def _begins_once(self) -> Self:
        """Refuse a beginning that is both known and known only by its latest day."""
        if self.starts is not None and self.starts_by is not None:
            raise ValueError('"starts" says when it began and "starts_by" only by when: keep one of the two')
        return self


class ProgramDates(Item):
    """The dates of the program's life. The agreement is usually signed long before the first diversion."""

    planning_began: PartialDate | None = optional("When planning began.", "2013")
    announced: PartialDate | None = optional(
        "When the program was announced to the public, which is mostly not yet its launch.", "2018-03"
    )
    mou_signed: PartialDate | None = expected("When the memorandum of understanding was signed.", "2015-06-25")
    launched: PartialDate | None = expected("When the program took its first referrals.", "2016-04-01")
    phases: dict[Id, Phase] = optional(
        "The phases of its growth, by id.",
        {"pilot": {"title": "Pilot downtown", "starts": "2016-04"}},
        default={},
    )
    pilot_end: PartialDate | None = optional("When the pilot ends or ended.", "2019-12-31")
    suspended: PartialDate | None = optional("When the program was suspended.", "2019-03")
    ended: PartialDate | None = optional("When the program ended.", "2021")


class StatutoryBasis(Item):
    """A law that founds or shapes the program."""

    citation: Line = required("The law as it is cited.", "RCW 71.24.589")
    title: Line | None = optional("What the law is called.", "Law enforcement assisted diversion")
    requires: Several[Prose] = expected(
        "What the law asks of the program, in your own words.",
        ["The program follows the core principles of the LEAD Support Bureau."],
        default=(),
    )
    applies_when: Id | None = optional(
        "The condition under which it binds, by its name under conditions_in_force; without one it always binds.",
        "bscc_grant",
    )
    url: Url | None = optional("Where the official text can be read.", "https://app.leg.wa.gov/RCW/")


class LocalPrinciple(Item):
    """A principle in the program's own words."""

    text: Prose = required("The principle in one or two sentences.", "We meet people where they are.")


class OtherProgram(Item):
    """Another program that this one follows, is followed by, or must not be mistaken for."""

    name: Line = required("The name of the other program.", "Thrive")
    government: Line | None = optional("The government whose program it is.", "City of Santa Fe")
    host: Line | None = optional("Who runs it.", "Fire Department, Mobile Integrated Health Office")
    difference: Prose | None = optional(
        "How it differs from this program, so that nobody confuses the two.",
        "It serves the city; this program serves the county outside the city.",
    )
    url: Url | None = optional("Its page on the web.", "https://example.org/thrive")
