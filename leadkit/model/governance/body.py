"""A governing body: who sits on it, what it may decide, and how."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints, model_validator

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.governance.kinds import (
    Authority,
    BodyKind,
    DecisionRule,
    Meets,
    MemberStanding,
    Minutes,
    PayPer,
)
from leadkit.model.references import AgencyId, AnnexId, BodyId, DocumentId, DutyHolderId, Id
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.quantities import Duration, Money


def _more_than_half(share: str) -> str:
    """Take a share that is more than half of the votes, and no more than all."""
    votes, of = map(int, share.split("/"))
    if not of < 2 * votes <= 2 * of:
        raise ValueError("write a share above one half and up to all votes, such as 2/3")
    return share


Fraction = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?/[1-9][0-9]?$"), AfterValidator(_more_than_half)]
"""A share of the votes as a fraction, such as ``2/3``."""


class Member(Item):
    """A member of a body: an agency, or a seat for a person such as someone with lived experience."""

    agency: AgencyId | None = optional("The agency that sits, by its id.", "sampleton-police")
    seat: Line | None = optional(
        "Who sits, where it is no agency, or which person of the agency.",
        "Person with lived experience of arrest",
    )
    standing: MemberStanding = optional(
        "Whether the member votes, advises without a vote, or only listens.",
        "advisory",
        default=MemberStanding.VOTING,
    )
    seats: Count | None = optional("How many people it sends, where that is known.", "2")
    votes: Count | None = optional("How many votes it has. Without it, one vote however many people it sends.", "1")
    alternates: Count | None = optional("How many alternates it may name.", "1")
    lived_experience: Flag = optional(
        "Whether the seat is kept for people who have been through the same.", "yes", default=False
    )
    chosen_by: Several[DutyHolderId] = optional(
        "Who fills the seat, where it is not the agency itself.", "community-leadership-team", default=()
    )
    term: Duration | None = optional("How long the member serves.", "2 years")

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        """Require an agency or a seat, and no vote for those who do not vote."""
        if not self.agency and not self.seat:
            raise ValueError('say who this member is: give "agency", "seat" or both')
        if self.standing is not MemberStanding.VOTING and self.votes:
            raise ValueError(f'"standing" says {self.standing}, but "votes" gives it a vote: keep one of the two')
        return self

    @property
    def voting_power(self) -> int:
        """How many votes the member has."""
        if self.standing is not MemberStanding.VOTING:
            return 0
        return 1 if self.votes is None else self.votes


class Officer(Item):
    """An office inside a body."""

    title: Line = required("The title of the office.", "Secretary")
    member: Id | None = optional("The member that fills it, by its id under members.", "justice-center")
    chosen_by: Prose | None = optional("How it is filled.", "Elected by the body each January.")
    duties: Several[Prose] = optional("What the officer does.", ["keeps the minutes"], default=())
    term: Duration | None = optional("How long the officer serves.", "1 year")


class Compensation(Item):
    """What members who are not paid by an agency get for their time."""

    amount: Money | None = expected("How much is paid.", "$75")
    per: PayPer | None = expected("What it is paid for.", "meeting")
    paid_to: Prose | None = optional("Which members are paid.", "Members with lived experience and resident members.")
    payer: AgencyId | None = optional("The agency that pays, by its id.", "justice-center")
    other_help: Prose | None = optional("Help beside money.", "Child care, meals and bus fare.")


class Body(Item):
    """A governing body."""

    kind: BodyKind = required("What the body is for.", "policy")
    local_name: Line = required("What the program calls it.", "Policy Coordinating Group")
    established_by: Line | None = optional("What created it.", "The memorandum of understanding")
    purpose: Prose | None = optional("What it is there to do.", "Sets policy and shares credit and blame.")
    members: dict[Id, Member] = expected(
        "Who sits on it, by id: agencies, or free seats.",
        {"police": {"agency": "sampleton-police", "seats": "2", "votes": "1"}},
        default={},
    )
    chairs: Several[Id] = optional(
        "The members that chair it, by their ids under members; several are co-chairs.",
        ["police"],
        default=(),
    )
    chair_term: Duration | None = optional("How long a chair serves.", "1 year")
    officers: dict[Id, Officer] = optional("Its officers, by id.", {"secretary": {"title": "Secretary"}}, default={})
    appointed_by: Several[DutyHolderId] = optional(
        "Who appoints its members, where they do not come by right.", "policy-coordinating-group", default=()
    )
    answers_to: BodyId | None = optional("The body it answers to, by its id.", "policy-coordinating-group")
    decision_rule: DecisionRule | None = expected("How it decides.", "consensus")
    supermajority: Fraction | None = optional("The share of votes that a supermajority needs.", "2/3")
    one_vote_per_agency: Flag | None = optional("Whether each agency has one vote however many people it sends.", "yes")
    quorum: Line | None = optional("How many must be present.", "a majority of the voting members")
    deadlock: Prose | None = optional(
        "What happens if it cannot decide.",
        "The question waits two meetings; then a two-thirds vote decides.",
    )
    veto_holders: Several[AgencyId] = optional(
        "The agencies that can stop a decision alone.", ["county-prosecutor"], default=()
    )
    veto_covers: Several[Authority] = optional(
        "The matters on which they can do so; without them, all.", ["eligibility"], default=()
    )
    accepts_cases: Flag | None = optional(
        "Whether it decides if a person is taken; who must agree stands under eligibility.acceptance.", "no"
    )
    meets: Meets | None = expected("How often it meets.", "biweekly")
    meeting_note: Prose | None = optional("Where and when it meets.", "First Thursday, 2 p.m., county library.")
    authorities: Several[Authority] = expected("What it may decide.", ["eligibility", "protocol"], default=())
    public_body: Flag | None = expected("Whether the open-meetings law of the state binds it.", "yes")
    open_meetings_statute: Line | None = optional(
        "The law on open meetings that binds it, as it is cited.", "RCW 42.30"
    )
    open_meeting: Flag | None = optional("Whether the public may attend, by law or by choice.", "yes")
    closed_sessions: Prose | None = optional(
        "When it meets without the public, and on what ground.", "Discussion of particular participants."
    )
    how_to_attend: Prose | None = optional("How anybody can attend or be heard.", "Ask for the link by e-mail.")
    minutes: Minutes | None = optional("What record is kept, and for whom.", "public")
    lived_experience_seats: Count | None = optional("How many seats are kept for people with lived experience.", "2")
    compensation: Compensation | None = optional(
        "What unpaid members get for their time.", {"amount": "$75", "per": "meeting"}
    )
    conflicts_of_interest: Prose | None = optional(
        "What counts as a conflict of interest.", "A member whose employer would be paid under the decision."
    )
    recusal: Prose | None = optional(
        "What a member with a conflict does.", "Says so, leaves the discussion and does not vote."
    )
    confidentiality_pledge: Flag | None = optional(
        "Whether everybody who attends signs a pledge of confidentiality.", "yes"
    )
    pledge_document: DocumentId | None = optional("The pledge, by its id under documents.", "confidentiality-pledge")
    rules: AnnexId | None = optional("The annex with its rules, by its id.", "governing-rules")

    @model_validator(mode="after")
    def _is_coherent(self) -> Self:
        """Require chairs and officers to be members, and the share where a supermajority decides."""
        named = (*self.chairs, *(officer.member for officer in self.officers.values() if officer.member))
        for name in named:
            if name not in self.members:
                raise ValueError(f'"{name}" chairs or holds an office but is not under "members"')
        if self.decision_rule is DecisionRule.SUPERMAJORITY and not self.supermajority:
            raise ValueError('"decision_rule" says supermajority: give the share of votes in "supermajority"')
        return self

    @property
    def votes(self) -> int:
        """How many votes the body has."""
        return sum(member.voting_power for member in self.members.values())
