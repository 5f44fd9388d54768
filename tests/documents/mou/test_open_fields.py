"""No gap hides: a field that the memorandum looks at leaves its box when it is open."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from leadkit.documents import Composition, to_markdown

OPEN = [
    "agencies.sampleton-police.form",
    "roles.project-manager.agencies",
    "governance.project_management.change_of_host",
    "pathways.arrest-diversion.hours",
    "pathways.community-referral.referral_sources",
    "eligibility.consent.complainant.form",
    "procedure.charge_handling.felonies.filing",
    "procedure.handoff",
    "procedure.evidence",
    "sharing.retention",
    "services.access",
    "sharing.criminal_history.others_learn",
    "sharing.worse_off_remedy.remedy",
    "sharing.discovery.subpoena_steps",
    "sharing.immigration.share",
    "sharing.breach.notify_within",
    "sharing.public_records.statute",
    "funding.subject_to_appropriation",
    "agreement.instrument",
    "agreement.title",
    "agreement.amendment.written",
    "agreement.parties",
    "agreement.term.renewals",
]


def _open_with(one: str) -> str:
    """A field and others open at once: nothing stands in them, and each has its question.

    Without parties nobody is named in what they undertake, so fields of the agreement are open apart from the others.
    """
    laid: dict[str, Any] = {"open": {}}
    for path in (path for path in OPEN if path.startswith("agreement.") == one.startswith("agreement.")):
        *above, name = path.split(".")
        around = laid
        for step in above:
            around = around.setdefault(step, {})
        around[name] = "~"
        laid["open"][path] = {"why": "undecided", "question": f"What of {path}?", "owner": "county-prosecutor"}
    return json.dumps(laid)


@pytest.mark.parametrize("path", OPEN)
def test_what_is_open_leaves_its_box(path: str, printed: Callable[..., Composition]) -> None:
    composition = printed(_open_with(path))
    assert composition.document is not None, [one.message for one in composition.diagnostics]
    assert f"What of {path}?" in to_markdown(composition.document).replace("\\", "")


@pytest.mark.parametrize(
    ("term", "says"),
    [
        ("{kind: evergreen}", "has no fixed end."),
        (
            "{kind: evergreen, starts: 2024-01-01, reviewed_every: 2 years}",
            "begins on January 1, 2024 and has no fixed",
        ),
        ("{kind: while_funded, money: The state grant}", "for as long as this money lasts: the state grant."),
        ("{kind: fixed, length: 5 years}", "runs for five (5) years from the day on which it takes effect."),
        ("{kind: fixed, ends: 2028-12-31}", "ends on December 31, 2028."),
    ],
)
def test_every_kind_of_term_prints(term: str, says: str, printed: Callable[..., Composition]) -> None:
    gone = ", ".join(f"{name}: ~" for name in ("starts", "length", "ends", "renewals") if f"{name}:" not in term)
    made = printed(f"agreement: {{term: {{{term.strip('{}')}, {gone}}}}}\n")
    assert made.document is not None, [one.message for one in made.diagnostics]
    assert says in to_markdown(made.document)
