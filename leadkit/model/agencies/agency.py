"""One agency."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from leadkit.model.agencies.contact import Contact, Place
from leadkit.model.agencies.kinds import JUSTICE, SIDES, AgencyType, CjisStatus, HipaaStatus, LegalForm, Side
from leadkit.model.agencies.staff import Part2Test, StaffKind
from leadkit.model.base import Item, expected, optional, required
from leadkit.model.references import AgencyId, GovernmentId, Id
from leadkit.model.scalars import Count, Flag, Line, Prose, Several, Url


class Agency(Item):
    """An organization that has a part in the program."""

    legal_name: Line = required("Its full legal name, as it signs.", "Albany Police Department")
    name: Line | None = optional("The name used in running text.", "Albany Police")
    abbreviation: Line | None = optional("Its usual abbreviation.", "APD")
    also_known_as: Several[Line] = optional("Other names people know it by.", ["Department of Police"], default=())
    type: AgencyType = required("What the agency does.", "police")
    type_text: Line | None = optional(
        "What it does, if none of the usual types. Where type is other and no source says what it does, list this "
        "field under open.",
        "Public library",
    )
    form: LegalForm | None = expected(
        "What it is in law: a government, a department of one, an elected office, a nonprofit and so on.",
        "department",
    )
    government: GovernmentId | None = optional("The government it is or belongs to, by its id.", "albany-city")
    parent: AgencyId | None = optional(
        "The agency it is a part of, by its id: a police department's city, for example.", "city-of-albany"
    )
    elected_official: Flag = optional(
        "Whether an independently elected official heads it, such as a sheriff or a district attorney, who "
        "then signs "
        "in their own name.",
        "yes",
        default=False,
    )
    can_sign: Flag | None = expected("Whether it can sign an agreement itself. If not, its parent signs for it.", "yes")
    signatory_titles: Several[Line] = optional("The titles of those who sign for it.", ["Chief of Police"], default=())
    part: Prose | None = optional(
        "What it does in the program, for a partner that no role, pathway, area or undertaking names. Where it is "
        "known as a partner and no source says how it takes part, leave this out and list it under open by its own "
        "path: with * it would be said of every agency, also of those that have a role.",
        "Advises the policy group on housing.",
    )
    description: Prose | None = optional(
        "What it brings to the program, in a sentence or two.", "Refers people met by its patrol officers."
    )
    hipaa_status: Several[HipaaStatus] = expected(
        "What health-privacy law calls it; several may hold at once. Write none if it is none of these.",
        ["covered_entity", "part2_program"],
        default=(),
    )
    part2_test: Part2Test | None = optional(
        "For an agency that offers or refers to treatment of substance use: what makes it a Part 2 program or not.",
        {"holds_itself_out": "yes", "federally_assisted": "no"},
    )
    cjis: CjisStatus | None = optional(
        "Whether and how it may see criminal-history records.", "criminal_justice_agency"
    )
    public_records: Flag | None = optional("Whether the public-records law of the state binds it.", "yes")
    records_custodian: Line | None = optional("The title of its custodian of records.", "Records Manager")
    sworn_officers: Count | None = optional("How many sworn officers it has, for a police agency.", "120")
    staff: dict[Id, StaffKind] = optional(
        "Its kinds of staff, by id, with their licence and privilege. Say it for everyone who hears participants.",
        {"peers": {"title": "Peer counselor", "privilege": "none"}},
        default={},
    )
    contacts: dict[Id, Contact] = optional(
        "How to reach it, by id. Contacts are internal unless they say otherwise.",
        {"duty-line": {"kind": "on_call", "phone": "360-555-0100"}},
        default={},
    )
    address: Place | None = optional("Where it is.", {"street": "100 Main Street", "city": "Sampleton"})
    website: Url | None = optional("Its page on the web.", "https://example.org")

    @model_validator(mode="after")
    def _is_coherent(self) -> Self:
        """Require ``none`` to stand alone."""
        if HipaaStatus.NONE in self.hipaa_status and len(self.hipaa_status) > 1:
            raise ValueError('"hipaa_status" says none and something else: keep one of the two')
        return self

    def expected_besides(self) -> tuple[str, ...]:
        """What an agency of no usual type does must be said, or be open."""
        return ("type_text",) if self.type is AgencyType.OTHER else ()

    @property
    def side(self) -> Side | None:
        """Where it stands when somebody is accused; None where it has no part in that."""
        return SIDES.get(self.type)

    @property
    def justice_agency(self) -> bool:
        """Whether it administers criminal justice, and so may hold criminal history."""
        return self.side in JUSTICE or self.cjis is CjisStatus.CRIMINAL_JUSTICE_AGENCY
