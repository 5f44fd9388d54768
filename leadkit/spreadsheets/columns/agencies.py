"""The fields of a list of agencies."""

from __future__ import annotations

from leadkit.spreadsheets.columns.field import (
    HOUR_HEADS,
    ID,
    LANGUAGE_HEADS,
    WEBSITE_HEADS,
    Field,
    Form,
    contact_fields,
    place_fields,
)

AGENCY_FIELDS = (
    ID,
    Field("legal_name", ("legal_name",), ("legal name", "full legal name", "full name", "agency name",
          "organization name", "agency", "organization", "name", "partner", "partner agency", "partner name",
          "agency organization", "agency or organization", "partner organization", "name of agency",
          "name of organization", "organization program", "organization or program"),
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
    Field("description", ("description",), ("description", "mission", "summary", "about", "what they do"),
          "Refers people met by its patrol officers."),
    Field("sworn_officers", ("sworn_officers",), ("sworn officer", "number of officer", "officer"), "120", Form.COUNT),
    *contact_fields(),
    Field("languages", ("contacts", "general", "languages"), LANGUAGE_HEADS, "English; Spanish",
          Form.LANGUAGES),
    Field("hours", ("contacts", "general", "hours"), HOUR_HEADS, "Mon-Fri 08:00-17:00", Form.HOURS),
    Field("website", ("website",), WEBSITE_HEADS, "https://example.org", Form.WEB),
    *place_fields("address"),
)  # fmt: skip
