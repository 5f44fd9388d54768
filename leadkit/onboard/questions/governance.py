"""The bodies that govern the program, by the names that they will have."""

from __future__ import annotations

from leadkit.onboard.questions import forms
from leadkit.onboard.questions.question import Question

_NAMES = "The name that it will have in the agreement. Members, votes and meetings can follow."

POLICY_GROUP = Question(
    "policy_group",
    "What is the body that sets policy called?",
    f"The heads of the agencies that take part. {_NAMES}",
    "Policy Coordinating Group",
    forms.name,
    usual="Policy Coordinating Group",
)
WORK_GROUP = Question(
    "work_group",
    "What is the body that does the daily work called?",
    f"Officers, prosecutors and case managers who speak about participants. {_NAMES}",
    "Operational Work Group",
    forms.name,
    usual="Operational Work Group",
)
COMMUNITY_TEAM = Question(
    "community_team",
    "What is the body of the community called?",
    f"Residents and people who have been arrested, to whom the agencies answer. {_NAMES}",
    "Community Leadership Team",
    forms.name,
    usual="Community Leadership Team",
)
