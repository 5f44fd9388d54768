"""The section ``program`` itself."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.beside import explain_other
from leadkit.model.language import Language
from leadkit.model.program.history import (
    Government,
    LocalPrinciple,
    OtherProgram,
    ProgramDates,
    StatutoryBasis,
)
from leadkit.model.program.kinds import (
    AcronymExpansion,
    Brand,
    CatalogueName,
    FidelityModel,
    Population,
    Principle,
    ProgramStatus,
    SeveralCharges,
    StateCode,
    TimeZone,
    UnitOfDecision,
)
from leadkit.model.references import AgencyId, Id
from leadkit.model.scalars import Flag, Line, Path, Prose, Several, Url
from leadkit.values.dates import PartialDate


class ProgramSection(Item):
    """What the program is."""

    name: Line = required("The full name of the program.", "Albany Law Enforcement Assisted Diversion")
    short_name: Line | None = optional("The name used in running text.", "Albany LEAD")
    acronym_expansion: Several[AcronymExpansion] = optional(
        "What the letters stand for; two if different pathways read them differently.",
        "law_enforcement_assisted_diversion",
        default=(),
    )
    acronym_text: Line | None = optional(
        "The words the letters stand for, if none of the usual ones.", "Police Assisted Diversion"
    )
    brand: Brand | None = optional("The name under which the model is known locally.", "lead")
    brand_name: Line | None = optional("The local brand, if none of the usual ones.", "Bridges")
    uses_lead_mark: Flag | None = expected("Whether the program uses the name LEAD, which is a registered mark.", "yes")
    mark_permission: Prose | None = optional(
        "By whom and when the use of the mark was permitted.", "Letter of the holder of the mark, 2023-09-05."
    )
    summary: Prose | None = optional(
        "What the program does, in two or three sentences for the public.",
        "Officers may connect people with a case manager instead of booking them.",
    )
    status: ProgramStatus | None = expected("Where the program stands in its life.", "operating")
    as_of: PartialDate | None = expected(
        "The day on which this description is true, or the month or year of the newest source where no day is known: "
        "its last day then counts. Documents are printed as of this day unless another is asked for.",
        "2026-11-24",
    )
    dates: ProgramDates | None = expected(
        "The dates of the program's life: agreement signed, launched, phases, end.",
        {"mou_signed": "2015-06-25", "launched": "2016-04-01"},
    )
    population: Population | None = expected(
        "Whether it serves adults, youth or both; the ages stand under eligibility.", "adults"
    )
    statutory_basis: dict[Id, StatutoryBasis] = optional(
        "The laws that found or shape the program, by id.",
        {"rcw-71-24-589": {"citation": "RCW 71.24.589"}},
        default={},
    )
    conditions_in_force: Several[Id] = optional(
        "Conditions that make a legal limit bind here, such as a grant whose rules the program accepted.",
        ["bscc_grant"],
        default=(),
    )
    fidelity_model: Several[FidelityModel] = optional(
        "What the program measures itself against.", ["bureau_core", "state_statute"], default=()
    )
    principles: Several[Principle] = expected(
        "The principles the program commits to.", ["harm_reduction", "voluntary", "no_immunity"], default=()
    )
    local_principles: dict[Id, LocalPrinciple] = optional(
        "Principles in the program's own words, by id.",
        {"neighbors": {"text": "We are neighbors."}},
        default={},
    )
    unit_of_decision: UnitOfDecision | None = expected(
        "What one decision about eligibility is about: a contact, a charge or an incident.", "contact"
    )
    several_charges: SeveralCharges | None = expected(
        "What holds when a person faces several charges: all must be eligible, any one is enough, or the "
        "most "
        "serious decides.",
        "all",
    )
    state: StateCode = required("The state whose law applies, by its two postal letters.", "NY")
    law: Several[CatalogueName] = optional(
        "The catalogues of offences the program draws on. A program in a state without one declares its law "
        "under law.local.",
        "us-ny",
        default=(),
    )
    governments: dict[Id, Government] = expected(
        "The governments that have a part in the program, by id.",
        {"albany-city": {"type": "city", "name": "City of Albany"}},
        default={},
    )
    distinct_from: dict[Id, OtherProgram] = optional(
        "Other programs with the same or a similar name, by id, and how this one differs.",
        {"county": {"name": "LEAD Santa Fe County"}},
        default={},
    )
    predecessor: OtherProgram | None = optional("The program that this one follows.", {"name": "LEAD Santa Fe"})
    successor: OtherProgram | None = optional("The program that follows this one.", {"name": "Thrive"})
    invented: Flag = optional(
        "Whether the program is invented, as an example; every page then says so.", "no", default=False
    )
    compiled_from_public_sources: Flag = optional(
        "Whether the description was put together from public sources rather than by the program; every "
        "page then "
        "says so.",
        "yes",
        default=False,
    )
    languages: Several[Language] = optional(
        "The languages of the program's public documents, the main one first.", ["en", "es"], default=("en",)
    )
    time_zone: TimeZone | None = optional("The time zone of its hours and clocks.", "America/New_York")
    website: Url | None = optional("The program's public page.", "https://example.org/lead")
    clauses: Path | None = optional(
        "The folder with the jurisdiction's own clauses, which holds one folder for each kind of document.", "clauses"
    )
    contact: AgencyId | None = optional("The agency that answers for the program.", "project-office")

    @model_validator(mode="after")
    def _other_is_explained(self) -> Self:
        """Require the words where the acronym or brand is none of the usual ones."""
        explain_other(self, "acronym_expansion", "acronym_text")
        explain_other(self, "brand", "brand_name")
        return self
