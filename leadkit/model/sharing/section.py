"""The section ``sharing``: who may know what about a person, and why."""

from __future__ import annotations

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import Id
from leadkit.model.sharing.categories import Category, OutsideParty
from leadkit.model.sharing.duties import Discovery, Immigration, LegalDisclosure, Media, PublicRecords
from leadkit.model.sharing.flows import Flow, NeverRule
from leadkit.model.sharing.keeping import (
    Accounting,
    Breach,
    CriminalHistoryRule,
    Ownership,
    Prohibition,
    Regime,
    RetentionRule,
    Safeguard,
    WorseOffRemedy,
)
from leadkit.model.sharing.releases import Release


class Sharing(Item):
    """Who may know what about a person, and why. What is not written here is not shared."""

    categories: dict[Id, Category] = expected(
        "The kinds of information about a person, by id.",
        {"engagement": {"label": "Intake done and engaged", "sensitivity": "program"}},
        default={},
    )
    flows: dict[Id, Flow] = expected(
        "Who may share what with whom, by id.",
        {
            "engagement-to-police": {
                "sender": "case-management",
                "recipient": "police-liaison",
                "categories": ["engagement"],
                "actions": ["view"],
            }
        },
        default={},
    )
    never: dict[Id, NeverRule] = optional(
        "What is never shared, by id.",
        {
            "clinical-outside-care": {
                "categories": ["clinical"],
                "recipient_classes": ["press"],
                "reason": "Health records are nobody else's business.",
            }
        },
        default={},
    )
    regimes: dict[Id, Regime] = expected(
        "The bodies of privacy and records law that apply, by id.", {"part2": {"kind": "part2"}}, default={}
    )
    releases: dict[Id, Release] = expected(
        "The releases that a person may sign, by id.",
        {"care-team-release": {"title": "Release to my care team"}},
        default={},
    )
    outside: dict[Id, OutsideParty] = optional(
        "People and organizations outside the program who may ask, by id.",
        {"referring-business": {"kind": "business", "label": "The business that asked for help"}},
        default={},
    )
    prohibited: dict[Id, Prohibition] = expected(
        "The uses that the parties give up, by id.", {"informants": {"use": "informant_use"}}, default={}
    )
    exceptions: dict[Id, LegalDisclosure] = expected(
        "Duties and exceptions in law that override confidentiality, by id.",
        {"child-abuse-report": {"kind": "child_abuse_report", "duty": "Suspected child abuse is reported."}},
        default={},
    )
    criminal_history: CriminalHistoryRule | None = expected(
        "Who sees criminal history, and what all others learn.", {"others_learn": "eligible_with_reason_code"}
    )
    worse_off_remedy: WorseOffRemedy | None = expected(
        "What is done when taking part has left a person worse off.",
        {"remedy": "The agency withdraws the action that rested on shared information."},
    )
    discovery: Discovery | None = expected(
        "What must be handed over in a criminal case, and what staff do with a subpoena.", {"log": "yes"}
    )
    public_records: PublicRecords | None = expected(
        "How requests for public records are answered.", {"statute": "chapter 42.56 RCW"}
    )
    immigration: Immigration | None = expected(
        "Whether anybody asks about immigration status or tells of it.", {"ask_status": "never"}
    )
    safeguards: dict[Id, Safeguard] = optional(
        "Agreements on protecting information that must stand before records move, by id.",
        {"baa-bridgeway": {"kind": "business_associate"}},
        default={},
    )
    retention: dict[Id, RetentionRule] = expected(
        "How long each class of records is kept, by id.",
        {"care-notes": {"keep": "6 years", "then": "destroy"}},
        default={},
    )
    breach: Breach | None = expected(
        "What happens when information reaches somebody it should not.", {"notify_within": "24 hours"}
    )
    accounting: Accounting | None = optional(
        "The account of disclosures that a person may ask for.", {"kept_by": ["data-steward"]}
    )
    ownership: Ownership | None = optional(
        "Whose records they are, and what becomes of them when a party leaves.", {"on_exit": "return"}
    )
    media: Media | None = optional("How the program speaks to the press.", {"spokesperson": ["media-contact"]})
