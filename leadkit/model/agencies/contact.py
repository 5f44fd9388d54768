"""How to reach an agency, and where it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from leadkit.model.agencies.kinds import ContactKind
from leadkit.model.base import Item, Visibility, optional, required
from leadkit.model.hours import Hours
from leadkit.model.language import Language
from leadkit.model.references import AreaId
from leadkit.model.scalars import Flag, Line, Several, Url

Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ().\-]{1,24}( ?(x|ext\.?) ?[0-9]{1,6})?$")]
"""A telephone number as people write it: ``360-555-0100``, ``360-555-0100 x12``, ``988``."""

Email = Annotated[str, StringConstraints(pattern=r'^[^\s@<>"]+@[^\s@<>"]+\.[A-Za-z]{2,}$', max_length=254)]
"""An e-mail address."""

Zip = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}(-[0-9]{4})?$")]
"""A ZIP code."""


class Contact(Item):
    """A way to reach an agency for one purpose. Internal unless it says otherwise."""

    kind: ContactKind = required("What this contact is for.", "on_call")
    title: Line | None = optional("The title of the person who answers.", "Duty case manager")
    person: Line | None = optional(
        "The person's name. Prefer the title: names change and are never printed in the agreement.",
        "A. Sample",
    )
    phone: Phone | None = optional("The telephone number.", "360-555-0100")
    text_message: Phone | None = optional("The number for text messages.", "360-555-0101")
    email: Email | None = optional("The e-mail address.", "referrals@example.org")
    url: Url | None = optional("The web page or form.", "https://example.org/refer")
    hours: Hours | None = optional("When it is answered.", "24/7")
    languages: Several[Language] = optional(
        "The languages in which it is answered without an interpreter.", ["en", "es"], default=()
    )
    visibility: Visibility = optional(
        "Who may see this contact: public, partners or internal.", "partners", default=Visibility.INTERNAL
    )


class Place(Item):
    """An address."""

    name: Line | None = optional("What the place is called.", "North Side Resource Center")
    area: AreaId | None = optional("The area of the program in which it lies.", "downtown-core")
    street: Line | None = optional("The street and number.", "100 Main Street")
    unit: Line | None = optional("The floor, suite or room.", "Suite 200")
    city: Line | None = optional("The city or town.", "Sampleton")
    state: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = optional(
        "The state, by its two postal letters.", "WA"
    )
    zip: Zip | None = optional("The ZIP code.", "98999")
    mailing: Line | None = optional("The postal address, if it is another.", "P.O. Box 100, Sampleton, WA 98999")
    confidential: Flag = optional(
        "Whether the place must never be published, as with a shelter for survivors of abuse. It is then "
        "left out of "
        "every document and page, whatever its visibility.",
        "no",
        default=False,
    )
    wheelchair_access: Flag | None = optional("Whether a wheelchair user can get in.", "yes")
    visibility: Visibility = optional(
        "Who may see this place: public, partners or internal.", "public", default=Visibility.INTERNAL
    )
