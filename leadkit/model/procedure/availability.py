"""When the program can be reached, and what happens when it cannot."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.hours import Hours
from leadkit.model.references import ActorId, AfterHoursId, AreaId, PathwayId
from leadkit.model.scalars import Count, Prose, Several
from leadkit.values.quantities import Duration


class OutsideHours(StrEnum):
    """What being outside these hours means."""

    NOT_ELIGIBLE = "not_eligible"
    AFTER_HOURS_RULE = "after_hours_rule"


class ProcedureHours(Item):
    """The hours in which a referral is taken, for some areas and pathways."""

    areas: Several[AreaId] = optional("The areas. Without them, all.", ["sampleton-city"], default=())
    pathways: Several[PathwayId] = optional("The pathways. Without them, all.", ["arrest-diversion"], default=())
    hours: Hours | None = expected("The hours in which referrals are taken there.", "Mon-Fri 12:00-20:00")
    outside: OutsideHours | None = expected(
        "What holds outside them: not_eligible, or the after_hours_rule.", "after_hours_rule"
    )
    after_hours: AfterHoursId | None = optional(
        "The rule for after hours, by its id under procedure.after_hours.", "nights"
    )


class AfterHoursAction(StrEnum):
    """What an officer does after hours; ``BOOK`` is a choice that must be written."""

    UNAVAILABLE = "unavailable"
    PHONE = "phone"
    ON_CALL = "on_call"
    NEXT_DAY = "next_day"
    RELEASE_AND_REFER = "release_and_refer"
    BOOK = "book"


class NoAnswerRule(StrEnum):
    """What a call that nobody answers means; it is an arrest only where ``ORDINARY_PROCESS`` is chosen."""

    RELEASE_AND_REFER = "release_and_refer"
    NEXT_DAY = "next_day"
    TRY_NEXT_NUMBER = "try_next_number"
    SUPERVISOR_DECIDES = "supervisor_decides"
    ORDINARY_PROCESS = "ordinary_process"


class AfterHours(Item):
    """What happens after hours, or when nobody answers."""

    areas: Several[AreaId] = optional("The areas this is for. Without them, all.", ["unincorporated"], default=())
    pathways: Several[PathwayId] = optional(
        "The pathways this is for. Without them, all.", ["arrest-diversion"], default=()
    )
    action: AfterHoursAction | None = expected(
        "What the officer does: unavailable, phone, on_call, next_day, release_and_refer or book.", "next_day"
    )
    promise_to_contact: Duration | None = optional("Within what time a case manager promises to call.", "24 hours")
    no_answer_rule: NoAnswerRule | None = expected(
        "What a call that nobody answers means: release_and_refer, next_day, try_next_number, "
        "supervisor_decides "
        "or ordinary_process.",
        "release_and_refer",
    )
    calls: Count | None = optional("How many calls are made before the rule applies.", "2")
    called: Several[ActorId] = optional("Who is called, in this order.", ["case-management"], default=())
    remark: Prose | None = optional("Anything else.", "The referral form is sent the same night.")
