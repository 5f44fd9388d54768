"""Every model of people and cases."""

from .base import Held, Once
from .care import Assessment, Contact, Enrollment, PlanStep, ServiceReferral
from .case import Charge, Event, Referral, Screening
from .consent import Authority, Consent, Revocation
from .person import Person
from .sharing import AgendaItem, BreakGlass, Disclosure, PublicRequest

__all__ = [
    "AgendaItem",
    "Assessment",
    "Authority",
    "BreakGlass",
    "Charge",
    "Consent",
    "Contact",
    "Disclosure",
    "Enrollment",
    "Event",
    "Held",
    "Once",
    "Person",
    "PlanStep",
    "PublicRequest",
    "Referral",
    "Revocation",
    "Screening",
    "ServiceReferral",
]
