"""The fields of a list of agencies."""

from __future__ import annotations

from leadkit.spreadsheets.columns.field import ID, Field, Form, contact_fields, place_fields

AGENCY_FIELDS = (
    ID,
    Field("legal_name", ("legal_name",), ("legal name", "full legal name", "full name", "agency name",
          "organization name", "agency", "organization", "name", "partner", "partner agency", "partner name"),
          "Sampleton Police Department", required=True),
    Field("name", ("name",), ("short name", "common name", "usual name", "display name", "known as", "name"),
          "Sampleton Police"),
    Field("abbreviation", ("abbreviation",), ("abbreviation", "acronym", "abbr", "initial"), "SPD"),
    Field("also_known_as", ("also_known_as",), ("also known as", "aka", "other name"), "Department of Police",
          Form.SEVERAL),
    Field("type", ("type",), ("agency type", "organization type", "type", "kind", "type of agency",
          "type of organization", "category", "sector"), "police", Form.AGENCY_TYPE, required=True),
    Field("form", ("form",), ("legal form", "form"), "nonprofit", Form.WORD),
    Field("signatory_titles", ("signatory_titles",), ("signatory", "signatory title", "title of signatory", "signer"),
          "Chief of Police", Form.SEVERAL),
    Field("part", ("part",), ("part", "role", "role in program", "role in the program"),
          "Advises the policy group on housing."),
    Field("description", ("description",), ("description", "mission", "summary", "about"),
          "Refers people met by its patrol officers."),
    Field("sworn_officers", ("sworn_officers",), ("sworn officer", "number of officer", "officer"), "120", Form.COUNT),
    *contact_fields(),
    Field("languages", ("contacts", "general", "languages"), ("language", "language spoken", "language served"),
          "English; Spanish", Form.LANGUAGES),
    Field("hours", ("contacts", "general", "hours"), ("hour", "hour of operation", "office hour", "opening hour"),
          "Mon-Fri 08:00-17:00", Form.HOURS),
    Field("website", ("website",), ("website", "web site", "web", "url", "web page", "homepage", "link"),
          "https://example.org", Form.WEB),
    *place_fields("address"),
)  # fmt: skip
