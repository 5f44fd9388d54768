"""The controlled words of the section ``governance``."""

from __future__ import annotations

from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is for."""

    POLICY = "policy"
    OPERATIONAL = "operational"
    COMMUNITY = "community"
    EVALUATION = "evaluation"
    EXECUTIVE = "executive"
    ADVISORY = "advisory"


class DecisionRule(StrEnum):
    """How a body decides.

    ``UNANIMOUS`` counts votes and one no is enough; ``CONSENSUS`` seeks what everybody can live with.
    """

    CONSENSUS = "consensus"
    CONSENSUS_THEN_MAJORITY = "consensus_then_majority"
    MAJORITY = "majority"
    SUPERMAJORITY = "supermajority"
    UNANIMOUS = "unanimous"
    CHAIR = "chair"
    ADVICE_ONLY = "advice_only"


class Meets(StrEnum):
    """How often a body meets."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    TWICE_MONTHLY = "twice_monthly"
    MONTHLY = "monthly"
    EVERY_TWO_MONTHS = "every_two_months"
    QUARTERLY = "quarterly"
    TWICE_YEARLY = "twice_yearly"
    AD_HOC = "ad_hoc"


class Authority(StrEnum):
    """What a body may decide.

    ``POLICY``: the program's policy at large, where its papers name no single matter.
    """

    POLICY = "policy"
    ELIGIBILITY = "eligibility"
    PROTOCOL = "protocol"
    BUDGET = "budget"
    EVALUATION = "evaluation"
    CRISIS_COMMUNICATION = "crisis_communication"
    HIRE_PROJECT_MANAGER = "hire_project_manager"
    CHANGE_OF_HOST = "change_of_host"
    ADMIT_PARTY = "admit_party"
    APPOINT_MEMBERS = "appoint_members"
    AMEND_ANNEXES = "amend_annexes"
    INFORMATION_SHARING = "information_sharing"
    CASE_ACCEPTANCE = "case_acceptance"
    CASE_COORDINATION = "case_coordination"
    CASE_TERMINATION = "case_termination"
    GRIEVANCES = "grievances"
    CRITICAL_INCIDENTS = "critical_incidents"
    PRIORITIES = "priorities"
    TRANSPARENCY = "transparency"


class MemberStanding(StrEnum):
    """Whether a member votes, advises without a vote, or only listens."""

    VOTING = "voting"
    ADVISORY = "advisory"
    OBSERVER = "observer"


class Minutes(StrEnum):
    """What record is kept of a meeting, and for whom."""

    PUBLIC = "public"
    PARTNERS = "partners"
    DECISIONS_ONLY = "decisions_only"
    NONE = "none"


class PayPer(StrEnum):
    """What a payment to a member is for."""

    MEETING = "meeting"
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"
