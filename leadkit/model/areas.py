"""The places the program works in: what they are, who serves them, and when."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.hours import Hours
from leadkit.model.references import AgencyId, AreaId, GovernmentId
from leadkit.model.scalars import Flag, Line, Path, Prose, Several


class AreaKind(StrEnum):
    """How an area is drawn.

    ``NAMED``: known by its name only; its bounds are not known.
    """

    CITYWIDE = "citywide"
    COUNTYWIDE = "countywide"
    UNINCORPORATED = "unincorporated"
    PRECINCT = "precinct"
    DISTRICT = "district"
    ZONE = "zone"
    BEAT = "beat"
    NEIGHBORHOOD = "neighborhood"
    STREET_BOUNDS = "street_bounds"
    CENSUS = "census"
    FACILITY = "facility"
    SCHOOL = "school"
    CAMPUS = "campus"
    TRANSIT = "transit"
    INDIAN_COUNTRY = "indian_country"
    POLYGON = "polygon"
    COMBINED = "combined"
    NAMED = "named"


class AreaPurpose(StrEnum):
    """What an area decides.

    Where the conduct happens, where earlier conduct must have happened, where services reach, or where a
    person must live.
    """

    OFFENCE_LOCATION = "offence_location"
    PRIOR_CONDUCT = "prior_conduct"
    SERVICE_AREA = "service_area"
    RESIDENCE = "residence"


class PublicLaw280(StrEnum):
    """Whether the state has criminal jurisdiction on the land under Public Law 280."""

    APPLIES = "applies"
    PARTLY = "partly"
    RETROCEDED = "retroceded"
    DOES_NOT_APPLY = "does_not_apply"


class IndianCountry(Item):
    """Who has authority in Indian country, and on what footing the program works there."""

    tribe: Line = required("The name of the tribe.", "Sample River Tribe")
    tribe_agency: AgencyId | None = optional("The tribe as an agency of the program, by its id.", "sample-river-tribe")
    pl280: PublicLaw280 | None = expected(
        "Whether the state has criminal jurisdiction there under Public Law 280.", "partly"
    )
    cross_commission: Flag | None = expected(
        "Whether officers of one side are commissioned to enforce the other side's law.", "yes"
    )
    cross_commissioned: Several[AgencyId] = optional(
        "The agencies whose officers are cross-commissioned.", ["county-sheriff"], default=()
    )
    agreement: Prose | None = expected(
        "The agreement between the tribe and the program under which referrals are made there.",
        "Intergovernmental agreement of 2023-10-02 on cross-commissioning; referrals need the tribe's consent.",
    )
    tribal_court: Line | None = optional("The tribal court with jurisdiction.", "Sample River Tribal Court")
    tribal_code: Line | None = optional("The tribal code that applies.", "Sample River Tribal Code, Title 5")
    handling: Prose | None = optional(
        "How an officer handles a contact with a tribal member on this land.",
        "The officer calls the tribal police first; the tribe decides whether the program is offered.",
    )


class School(Item):
    """The school or campus that an area is."""

    district: GovernmentId | None = optional("The school district, by its id under governments.", "school-district")
    campuses: Several[Line] = optional("The campuses it covers.", ["Attucks Middle School"], default=())
    officer_agency: AgencyId | None = optional("The agency whose officers work at the school.", "constable-1")
    grades: Line | None = optional("The grades it covers.", "6 to 8")


class Area(Item):
    """A place the program works in."""

    name: Line = required("What the area is called.", "Downtown core")
    kind: AreaKind = required("How the area is drawn.", "street_bounds")
    purpose: Several[AreaPurpose] = expected(
        "What the area decides: where the conduct happens, where earlier conduct must have happened, where "
        "services "
        "reach, or where a person must live.",
        ["offence_location", "service_area"],
        default=(),
    )
    government: GovernmentId | None = optional("The government in whose territory it lies.", "sampleton")
    members: Several[Line] = optional(
        "The districts, beats, tracts or stations it is made of, by their local names.",
        ["Zone 5", "Beat 604", "Beat 605"],
        default=(),
    )
    includes: Several[AreaId] = optional("Other areas of this program that it takes in.", ["downtown-core"], default=())
    excludes: Several[AreaId] = optional(
        "Other areas of this program that are left out of it.", ["sampleton-city"], default=()
    )
    bounds: Prose | None = optional(
        "Its bounds in words, street by street; both sides of the street unless said otherwise.",
        "North: First Avenue. East: Mill Street. South: the river. West: Dock Street.",
    )
    map: Path | None = optional("The file in this folder that draws it (GeoJSON).", "maps/downtown-core.geojson")
    agencies: Several[AgencyId] = expected(
        "The police and other agencies that refer people in it.", ["sampleton-police"], default=()
    )
    case_managers: Several[AgencyId] = expected(
        "The agencies whose case managers take people referred in it.", ["bridgeway"], default=()
    )
    hours: Hours | None = optional(
        "When the program works in this area; outside these hours nobody can be diverted here.",
        "Mon-Fri 12:00-20:00",
    )
    school: School | None = optional("If it is a school or campus: which.", {"grades": "6 to 8"})
    indian_country: IndianCountry | None = optional(
        "If it is Indian country: whose, and who has authority there.", {"tribe": "Sample River Tribe"}
    )
    confidential: Flag = optional(
        "Whether its place must never be published, as with a shelter for survivors of abuse.",
        "no",
        default=False,
    )
    remark: Prose | None = optional("What else a reader must know about it.", "The bridge belongs to the area.")
