"""The fields of a list of services: who gives what help, where, when and for whom."""

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

SERVICE_FIELDS = (
    ID,
    Field("name", ("name",), ("provider", "provider name", "organization", "organization name", "agency", "agency name",
          "name", "legal name", "program", "program name", "site", "site name", "resource", "resource name",
          "facility", "facility name", "service provider", "name of provider", "name of organization",
          "organization program", "organization or program", "program organization", "agency program"),
          "Mill Street Shelter", required=True),
    Field("kind", ("categories",), ("kind", "type", "service type", "type of service", "kind of help", "service",
          "service provided", "service offered", "type of help", "category", "need", "need met", "help",
          "what they do"),
          "Food", Form.KINDS),
    Field("area", ("areas",), ("area", "area served", "service area", "neighborhood", "coverage", "coverage area"),
          "Downtown core", Form.AREAS),
    Field("hours", ("hours",), HOUR_HEADS, "Mon-Fri 08:00-17:00", Form.HOURS),
    Field("languages", ("languages",), LANGUAGE_HEADS, "English; Spanish", Form.LANGUAGES),
    Field("capacity", ("capacity", "count"), ("capacity", "bed", "number of bed", "slot"), "20", Form.CAPACITY),
    Field("capacity_of", ("capacity", "of"), ("capacity of", "counted as"), "beds", Form.WORD),
    Field("referral_method", ("referral_method",), ("referral method", "how to refer", "referral"), "warm handoff",
          Form.WORDS),
    Field("usual_wait", ("usual_wait",), ("usual wait", "wait", "wait time", "waiting time"), "2 weeks"),
    Field("cost", ("cost",), ("cost", "price"), "free", Form.WORD),
    Field("medicaid", ("medicaid",), ("medicaid", "bill medicaid", "accept medicaid"), "yes", Form.FLAG),
    Field("conditions", ("conditions",), ("condition", "requirement", "restriction", "who can go"), "adults only",
          Form.CONDITION),
    Field("confidential", ("confidential_location",), ("confidential", "confidential location", "secret"), "no",
          Form.FLAG),
    *contact_fields(),
    Field("website", ("contacts", "general", "url"), WEBSITE_HEADS, "https://example.org", Form.WEB),
    *place_fields("location"),
)  # fmt: skip
