"""The section ``agreement``: parties, term, change, protections and execution in one place."""

from __future__ import annotations

from leadkit.model.agreement.authority import Instrument, LegalAuthority, Planning, Stage
from leadkit.model.agreement.change import (
    Amendment,
    Annex,
    Assignment,
    Binding,
    NewParties,
    PastAmendment,
    PrecedenceRank,
    Superseded,
)
from leadkit.model.agreement.execution import Approval, EffectiveWhen, Signature
from leadkit.model.agreement.parties import Party, Recital, Undertaking
from leadkit.model.agreement.protections import (
    Defense,
    Disputes,
    GoverningLaw,
    Insurance,
    Labor,
    LeadMark,
    Liability,
    Minors,
    NonDiscrimination,
    Notices,
    OpenMeetings,
    ReservedPower,
)
from leadkit.model.agreement.term import Suspension, Term, Termination, Withdrawal
from leadkit.model.base import Item, expected, optional
from leadkit.model.references import DutyHolderId, Id
from leadkit.model.scalars import Flag, Line, Prose, Several


class Agreement(Item):
    """The agreement between the parties: who is bound, to what, for how long, and how it came about."""

    stage: Stage | None = expected("Whether the parties agree to plan a program or to run one.", "operating")
    planning: Planning | None = optional(
        "What a planning agreement is for.", {"purpose": "develop_program", "done_by": "2026-12"}
    )
    instrument: Instrument | None = expected("What form the agreement has.", "mou")
    title: Line | None = expected(
        "The title of the agreement.", "Memorandum of Understanding on Law Enforcement Assisted Diversion"
    )
    number: Line | None = optional("The number under which it is filed.", "Contract 20-058")
    purpose: Prose | None = optional(
        "What it is for, in one or two sentences.",
        "The parties run one diversion program and govern it together.",
    )
    administrators: Several[DutyHolderId] = optional(
        "Who administers it between meetings.", ["project-manager"], default=()
    )
    authority: dict[Id, LegalAuthority] = expected(
        "The laws that let the parties make it, by id.",
        {"interlocal": {"citation": "chapter 39.34 RCW"}},
        default={},
    )
    parties: dict[Id, Party] = expected(
        "The parties and advisory members, by id.",
        {"sampleton-police": {"agency": "sampleton-police"}},
        default={},
    )
    roll_complete: Flag | None = optional("Whether the parties named are all that there are.", "yes")
    recitals: dict[Id, Recital] = optional(
        "The reasons for it, by id.",
        {"harm": {"text": "jail has not lowered the harm seen downtown"}},
        default={},
    )
    undertakings: dict[Id, Undertaking] = expected(
        "What each party undertakes, by id.",
        {"offer": {"parties": ["sampleton-police"], "subject": "referral", "text": "offer diversion"}},
        default={},
    )
    annexes: dict[Id, Annex] = expected(
        "The documents that go with it, by id.",
        {"eligibility": {"title": "Eligibility for diversion", "holds": "eligibility"}},
        default={},
    )
    term: Term | None = expected("How long the agreement runs.", {"kind": "fixed", "length": "3 years"})
    withdrawal: Withdrawal | None = expected(
        "How one party leaves the agreement.", {"at_will": "yes", "notice": "60 days"}
    )
    suspension: Suspension | None = optional(
        "How a pathway, a party or the program is stopped for a time.", {"of": "pathway"}
    )
    termination: Termination | None = expected("How the whole ends before its time.", {"by": "all_parties"})
    amendment: Amendment | None = expected(
        "How the agreement is amended.", {"written": "yes", "by": "unanimous_parties"}
    )
    amendments: dict[Id, PastAmendment] = optional(
        "The amendments made so far, by id.",
        {"first": {"number": "Amendment No. 1", "changes": "It extended the program to the whole county."}},
        default={},
    )
    new_parties: NewParties | None = expected("How an agency joins later.", {"by": "policy_body"})
    binding: Binding | None = expected(
        "Which sections of the agreement bind.", {"binds_by_default": "no", "binding": "confidentiality"}
    )
    no_funds_obligated: Flag | None = expected("Whether it obligates no money.", "yes")
    authority_preserved: Several[ReservedPower] = expected(
        "The powers that it leaves where they are.",
        ["police_discretion", "prosecutorial_discretion"],
        default=(),
    )
    no_third_party_rights: Flag | None = expected("Whether it gives nobody else a right, a claim or a defense.", "yes")
    defense: Defense | None = optional("What it leaves to defenders.", {"no_relation_by_referral": "yes"})
    liability: Liability | None = expected("Who answers for damage, and who pays for it.", {"own_employees": "yes"})
    insurance: dict[Id, Insurance] = optional(
        "Insurance that parties must carry, by id.", {"professional": {"kind": "professional"}}, default={}
    )
    disputes: Disputes | None = expected(
        "How the parties settle disputes.", {"steps": {"staff": {"step": "The staff concerned meet."}}}
    )
    notices: Notices | None = expected("How notices are given.", {"means": ["email"]})
    governing_law: GoverningLaw | None = expected("The law that governs it.", {"state": "Washington"})
    order_of_precedence: tuple[PrecedenceRank, ...] = optional(
        "Which text prevails where two differ, the highest first.",
        ["law", "agreement", "annexes"],
        default=(),
    )
    supersedes: dict[Id, Superseded] = optional(
        "Earlier agreements that it replaces, by id.",
        {"planning": {"title": "Planning memorandum"}},
        default={},
    )
    whole_agreement: Flag | None = optional("Whether nothing outside it was agreed.", "yes")
    severability: Flag | None = optional("Whether the rest stands if one part falls.", "yes")
    assignment: Assignment | None = optional("Whether a party may hand its place to another.", "prohibited")
    counterparts: Flag | None = optional("Whether the parties may sign separate copies.", "yes")
    electronic_signatures: Flag | None = optional("Whether they may sign electronically.", "yes")
    electronic_signature_law: Line | None = optional("The law that allows it.", "chapter 1.80 RCW")
    lead_mark: LeadMark | None = optional(
        "How the parties use the registered name LEAD.", {"rules": "No party uses the name for anything else."}
    )
    intellectual_property: Prose | None = optional(
        "Who owns what is written or made for the program.",
        "Each party owns what it made; all may use it for the program.",
    )
    non_discrimination: NonDiscrimination | None = expected(
        "Equal treatment, and how to complain.", {"laws": ["Title VI"], "complaints_to": ["convener"]}
    )
    open_meetings: OpenMeetings | None = optional(
        "Whether the governing bodies meet in public.", {"policy_body_public": "yes"}
    )
    labor: Labor | None = optional("Agreements with employees.", {"contracts_prevail": "yes"})
    minors: Minors | None = optional("How it treats people under age.", "excluded")
    approvals: dict[Id, Approval] = expected(
        "The acts by which governing bodies approve it, by id.",
        {"city-ordinance": {"body": "City Council", "kind": "ordinance", "number": "2023-41"}},
        default={},
    )
    signatures: dict[Id, Signature] = expected(
        "The lines on the signature page, by id.",
        {"police-chief": {"party": "sampleton-police", "title": "Chief of Police"}},
        default={},
    )
    effective_when: EffectiveWhen | None = expected("When it comes into force.", {"kind": "n_of", "at_least": "6"})
