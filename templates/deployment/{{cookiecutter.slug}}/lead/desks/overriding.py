"""An exclusion that somebody may override: whose word counts, where it is recorded, and what it does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from textwrap import shorten

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from lead.audit.log import write
from lead.gate import Actor
from lead.pages.forms import LeadForm, hold
from lead.program import program
from lead.records.models import Referral, Screening
from lead.records.models.base import HINT, LONG, SHORT

from .cases import happened

OPEN = "needs_discretion"
"""The outcome under which an exclusion waits for whoever may override it."""


class OverrideForm(LeadForm):
    """Whether a presumptive exclusion is overridden, and on what ground."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        widget=forms.RadioSelect,
        choices=[
            ("eligible", gettext_lazy("Let the person in")),
            ("not_eligible", gettext_lazy("The exclusion stands")),
        ],
    )
    ground = forms.CharField(label=gettext_lazy("Ground"), max_length=LONG, widget=forms.Textarea, help_text=HINT)


def open_rules(screening: Screening) -> dict[str, list[str]]:
    """The rules in the way that nobody overrode, each with who may."""
    return {id_: by for id_, by in screening.whose.items() if id_ not in screening.settled}


def by_telephone(screening: Screening | None) -> dict[str, list[str]]:
    """The open rules of a referral's newest answer that none of their owners finds at a desk, each with who may."""
    if screening is None or screening.outcome != OPEN:
        return {}
    return {id_: by for id_, by in open_rules(screening).items() if not _at_desk(screening, by)}


def _at_desk(screening: Screening, named: list[str]) -> bool:
    """Whether somebody who is named learns of the case at the desk where overrides are recorded."""
    roles = [one for one in program().roles.values() if "prosecutor" in one.desks and one.names & {*named}]
    owners = (Actor(None, role.id, agency) for role in roles if not role.vacant for agency in role.agencies)
    return any(Screening.objects.filter(pk=screening.pk).for_actor(one).exists() for one in owners)


def settle_rules(
    request: HttpRequest, screening: Screening, rules: Iterable[str], form: OverrideForm, name: str, at: datetime
) -> None:
    """Keep what an owner decided: with the ground, the name and the time.

    Args:
        request: The request.
        screening: The answer whose rules are in the way.
        rules: Those of them that the owner may override.
        form: The decision and its ground.
        name: Who decided, and in which office.
        at: When they did.

    Raises:
        ValidationError: Somebody was faster; nothing was kept.
    """
    screening = hold(screening, lambda one: one.outcome == OPEN and {*rules} <= {*open_rules(one)})
    screening.settled += rules
    grounds = filter(None, (screening.override_ground, form.cleaned_data["ground"].strip()))
    screening.override_ground, screening.override_at = "; ".join(grounds), at
    fields, answer = ["settled", "override_ground", "override_at"], form.cleaned_data["answer"]
    code = shorten(screening.public_code, 200, placeholder=" …")
    write(request, "changed", person=screening.person_id, thing="override", note=code)
    if answer == "eligible" and open_rules(screening):
        screening.save(update_fields=fields)  # another rule is in the way, which is somebody else's to override
        return
    screening.outcome, said_by = answer, "overridden_by" if answer == "eligible" else "decided_by"
    setattr(screening, said_by, name[:SHORT])
    screening.save(update_fields=[*fields, "outcome", said_by])
    referral = screening.referral
    # Where somebody approves what is eligible, the referral stays new until they did.
    if answer != "eligible" or not program().pathways.get(referral.pathway, {}).get("approvers"):
        Referral.objects.filter(pk=referral.pk, status=Referral.Status.NEW).update(status=Referral.Status.SCREENED)
    happened(request, referral, "eligibility_decision", at=at)
