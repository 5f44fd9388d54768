"""The section ``measures``."""

from __future__ import annotations

from leadkit.model.base import Item, expected
from leadkit.model.measures.evaluation import Evaluation
from leadkit.model.measures.indicators import Element, Indicator
from leadkit.model.measures.reports import DataAgreement, EquityReview, Report
from leadkit.model.references import Id


class Measures(Item):
    """What the program counts, reports and evaluates."""

    elements: dict[Id, Element] = expected(
        "What is written down for each referral or participant, by id.",
        {"referring-unit": {"label": "Referring unit"}},
        default={},
    )
    indicators: dict[Id, Indicator] = expected(
        "The measures that the program counts, by id.", {"referrals": {"title": "Referrals"}}, default={}
    )
    reports: dict[Id, Report] = expected(
        "The reports that are due, by id.", {"quarterly": {"title": "Quarterly report"}}, default={}
    )
    evaluation: Evaluation | None = expected("How the program is evaluated.", {"status": "planned"})
    data_agreements: dict[Id, DataAgreement] = expected(
        "Who owes data to whom, by id.",
        {
            "police-data": {
                "owed_by": "sampleton-police",
                "owed_to": "project-manager",
                "what": "Contacts and outcomes.",
            }
        },
        default={},
    )
    equity_review: EquityReview | None = expected(
        "How the parties look for unequal treatment.", {"frequency": "yearly"}
    )
