"""The section ``deployment``: settings of the generated service."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from leadkit.model.base import Closed, Item, optional, required
from leadkit.model.language import Language
from leadkit.model.references import AgencyId, RoleId
from leadkit.model.scalars import Line, Several, Url

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""A colour as six hexadecimal digits."""


class HostingKind(StrEnum):
    """Where the service runs."""

    OWN_SERVER = "own_server"
    GOVERNMENT_CLOUD = "government_cloud"
    COMMERCIAL_CLOUD = "commercial_cloud"
    VENDOR = "vendor"


class Hosting(Closed):
    """Where the service runs, and who looks after it."""

    kind: HostingKind = required("Where the service runs: own server, cloud or vendor.", "own_server")
    agency: AgencyId | None = optional("The agency that runs it.", "example-county-government")
    address: Url | None = optional("The web address of the service.", "https://lead.example.gov/")
    data_stays_in: Line | None = optional("Where the data must stay.", "United States")


class Colours(Closed):
    """The colours of the service."""

    primary: Colour = required("The main colour of the service.", "#1F4E5F")
    accent: Colour | None = optional("The colour of buttons and marks.", "#C8553D")


class ServiceContact(Closed):
    """Whom users of the service turn to."""

    role: RoleId | None = optional("The role that answers.", "data-steward")
    email: Line | None = optional("An address of the office, never of a person.", "lead-help@example.gov")
    phone: Line | None = optional("A telephone number of the office.", "360-555-0142")


class Deployment(Item):
    """Settings of the generated service."""

    name: Line | None = optional("What the service is called on its pages.", "Example County LEAD desk")
    languages: Several[Language] = optional(
        "The languages of its pages; the first is the usual one.", ["en", "es"], default=()
    )
    colours: Colours | None = optional("The colours of the service.", {"primary": "#1F4E5F"})
    contact: ServiceContact | None = optional("Whom users of the service turn to.", {"role": "data-steward"})
    hosting: Hosting | None = optional("Where the service runs, and who looks after it.", {"kind": "own_server"})
    time_zone: Line | None = optional("The time zone that clocks run in.", "America/Los_Angeles")
