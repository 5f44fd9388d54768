"""Who sits at which desk in the stories, and what they say."""

from __future__ import annotations

from dataclasses import dataclass

OFFICER, RECORDS = "city-referrals@sampleton-police", "records-check@sampleton-police"
DEPUTY, LIAISON = "county-referrals@county-sheriff", "police-liaison@sampleton-police"
CITY, FELONY = "misdemeanor-charging@city-attorney", "felony-charging@county-prosecutor"
SCREENING, CARE = "screening-desk@justice-center", "case-management@bridgeway"
MANAGER, PRIVACY = "project-manager@justice-center", "data-steward@public-health"
SUPERVISION = "supervision@community-corrections"
YES = ("probable", "user-quantity", "consents")
"""The questions whose yes speaks for a person."""
NOTE = "She sleeps in the blue van"
"""What only case management may read."""


@dataclass
class Ada:
    """The person whom the stories follow, by what one desk hands to the next."""

    code: str
    referral: str
    person: str = ""
    charge: str = ""
