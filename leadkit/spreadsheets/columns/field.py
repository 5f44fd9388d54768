"""What a column may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How the text of a cell becomes the value of a field."""

    TEXT = "text"
    SEVERAL = "several"
    PHONE = "phone"
    HOURS = "hours"
    LANGUAGES = "languages"
    AREAS = "areas"
    KINDS = "kinds"
    AGENCY_TYPE = "agency type"
    WORD = "word"
    WORDS = "words"
    FLAG = "flag"
    COUNT = "count"
    CAPACITY = "capacity"
    STATE = "state"
    WEB = "web"
    STREET = "street"
    CONDITION = "condition"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a column may hold.

    Attributes:
        name: What it is called on the command line.
        path: Where it stands in an entry.
        heads: The words that columns of this kind have at their head, the surest first.
        example: A cell that it can take.
        form: How its text is read.
        required: Whether there is no entry without it.
    """

    name: str
    path: tuple[str, ...]
    heads: tuple[str, ...]
    example: str
    form: Form = Form.TEXT
    required: bool = False


NOTES, LEFT_OUT = "notes", "leave_out"
"""What a column may be besides a field: kept as a note on each entry, or not imported at all."""

HOUR_HEADS = (
    "hour", "hour of operation", "open", "opening hour", "hour open", "when", "when open", "office hour",
    "business hour", "operating hour", "day and hour", "hour and day", "day hour",
)  # fmt: skip
LANGUAGE_HEADS = (
    "language", "language spoken", "language served", "language offered", "spoken language", "speak",
)  # fmt: skip
WEBSITE_HEADS = ("website", "web site", "web", "url", "web page", "homepage", "link", "web address", "website address")
"""What columns of the same kind have at their head in every list."""

ID = Field("id", (), ("id",), "mill-street-shelter", Form.ID)


def contact_fields() -> tuple[Field, ...]:
    """The fields of the general contact of an agency or a provider."""
    at = ("contacts", "general")
    return (
        Field("phone", (*at, "phone"), ("phone", "phone number", "telephone", "telephone number", "main phone",
              "contact phone", "office phone", "call", "contact number", "main telephone"), "360-555-0100", Form.PHONE),
        Field("text_message", (*at, "text_message"), ("text", "text message", "sms"), "360-555-0101", Form.PHONE),
        Field("email", (*at, "email"), ("email", "email address", "contact email", "mail"),
              "intake@example.org"),
        Field("person", (*at, "person"), ("contact", "contact person", "contact name", "point of contact", "person",
              "primary contact", "main contact"), "A. Sample"),
        Field("title", (*at, "title"), ("title", "job title", "contact title", "position"), "Intake coordinator"),
    )  # fmt: skip


def place_fields(at: str) -> tuple[Field, ...]:
    """The fields of an address."""
    return (
        Field("address", (at, "street"), ("address", "street", "street address", "location", "physical address",
              "office address", "address 1", "address line 1", "where"), "100 Main Street", Form.STREET),
        Field("unit", (at, "unit"), ("unit", "suite", "floor", "room", "address 2", "address line 2"), "Suite 200"),
        Field("city", (at, "city"), ("city", "town", "city town"), "Sampleton"),
        Field("state", (at, "state"), ("state", "st"), "WA", Form.STATE),
        Field("zip", (at, "zip"), ("zip", "zip code", "zipcode", "postal code", "zip postal code"),
              "98999"),
        Field("mailing_address", (at, "mailing"), ("mailing address", "mailing", "postal address", "p o box"),
              "P.O. Box 100, Sampleton, WA 98999"),
    )  # fmt: skip


def folded(text: str) -> str:
    """A name or a head as it is compared: small letters, one space between words, no marks."""
    return " ".join(re.findall(r"\w+", text.replace("_", " ").casefold()))
