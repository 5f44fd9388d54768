"""The level of an offence, by which charging, screening and procedure may differ."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """The level of an offence; the catalogues of ``leadkit.law`` use the same words in their bands.

    ``VIOLATION``: an offence that is no crime (New York). ``CIVIL``: a civil infraction or penalty
    assessment. ``NONE``: conduct that is no offence at all.
    """

    INFRACTION = "infraction"
    VIOLATION = "violation"
    CIVIL = "civil"
    MISDEMEANOR = "misdemeanor"
    GROSS_MISDEMEANOR = "gross_misdemeanor"
    FELONY = "felony"
    NONE = "none"
