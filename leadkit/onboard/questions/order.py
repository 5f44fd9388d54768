"""All questions, in the order in which they are asked."""

from __future__ import annotations

from leadkit.onboard.questions import agencies, eligibility, governance, place, program
from leadkit.onboard.questions.question import Group, Question

QUESTIONS: tuple[Question | Group, ...] = (
    place.STATE,
    place.GOVERNMENTS,
    program.NAME,
    program.AS_OF,
    program.SIGN_BY,
    program.COUNSEL,
    program.CONVENER,
    program.STATUS,
    program.STAGE,
    program.POPULATION,
    place.AREAS,
    *agencies.AGENCIES,
    agencies.PROJECT_MANAGEMENT,
    eligibility.PATHWAYS,
    eligibility.OFFENCES,
    eligibility.LOCAL_OFFENCES,
    program.UNIT_OF_DECISION,
    program.SEVERAL_CHARGES,
    program.PRINCIPLES,
    program.LEAD_MARK,
    governance.POLICY_GROUP,
    governance.WORK_GROUP,
    governance.COMMUNITY_TEAM,
)
