"""Two records that may be one person. They are proposed here, and merged by hand; both stay, and it can be undone."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import partial
from itertools import combinations, groupby

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lead.audit.reading import asker, may
from lead.desks import policy
from lead.gate import Actor, see
from lead.gate.fields import within
from lead.pages.forms import LeadForm, once
from lead.records.finding import person_or_404
from lead.records.models import Event, Person

from .forms import MergeForm
from .views import form_page, happened

ALIKE = 0.75
"""How much of two names must be the same."""


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(sorted("".join(one for one in letters if one.isalpha() or one == " ").split()))


def proposed(who: Actor) -> list[tuple[Person, Person]]:
    """The pairs born on one day with similar names, of people whose names and birthdays the gate shows."""
    asked = Person.objects.filter(merged_into=None, born__isnull=False).exclude(name="")
    known = [one for one in asked.for_actor(who).with_facts().order_by("born", "pk") if _known(who, one)]
    apart = set(Event.objects.filter(kind__startswith="not_same:").values_list("person_id", "kind"))
    pairs = (pair for _day, born in groupby(known, lambda one: one.born) for pair in combinations(born, 2))
    return [(a, b) for a, b in pairs if (a.pk, f"not_same:{b.pk}") not in apart and _alike(a.name, b.name)]


def _known(who: Actor, person: Person) -> bool:
    decision = see(who, person, "identity")
    return decision.allowed and within("full", decision.detail)


def _may_merge(request: HttpRequest, person: Person) -> bool:
    """Whether somebody may say whose a record is: they know the person, and may correct who it is or the referral.

    No name changes by it, so the right to correct one is not needed where a referral may be corrected.
    """
    who = asker(request)
    corrects = see(who, person, "identity", "correct") or may(request, person, "referral", "correct")
    return _known(who, person) and bool(corrects)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, _plain(one), _plain(other)).ratio() >= ALIKE


@require_safe
@policy(desk="project", purpose="operations")
def pairs(request: HttpRequest) -> HttpResponse:
    """The pairs that are proposed, and those that were merged."""
    who = asker(request)
    merged = Person.objects.filter(merged_into__isnull=False).select_related("merged_into").for_actor(who)
    page = {"pairs": proposed(who), "merged": merged, "form": LeadForm()}
    return render(request, "project/duplicates.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@policy(desk="project", purpose="operations")
def merge(request: HttpRequest, one: int, other: int) -> HttpResponse:
    """Whether two records are one person: somebody looks, and says."""
    both = person_or_404(request, min(one, other)), person_or_404(request, max(one, other))
    form = MergeForm(request.POST if request.method == "POST" else None, codes=(both[0].code, both[1].code))
    if form.is_valid() and (one == other or not all(_may_merge(request, each) for each in both)):
        form.add_error(None, _("The agreement does not let you change both records."))
    work = partial(_merged, request, both, form)
    return form_page(request, form, work, "project:duplicates", _("One person or two?"), _("Record it"), both=both)


def _merged(request: HttpRequest, both: tuple[Person, Person], form: MergeForm) -> str:
    answer = form.cleaned_data["answer"]
    if answer == "two":
        happened(request, both[0], f"not_same:{both[1].pk}")
    else:
        keeps, goes = both if answer == "one" else both[::-1]
        if keeps.merged_into_id is None and goes.merged_into_id is None:
            goes.merged_into = keeps
            goes.save(update_fields=["merged_into"])
            happened(request, goes, f"merged_into:{keeps.pk}")
    return reverse("project:duplicates")


@require_http_methods(["POST"])
@policy(desk="project", purpose="operations")
def undo(request: HttpRequest, one: int) -> HttpResponse:
    """Two records are two people again."""
    person, form = person_or_404(request, one), LeadForm(request.POST)
    if not form.is_valid() or not _may_merge(request, person):
        raise PermissionDenied
    return once(form, request, lambda: _undone(request, person))


def _undone(request: HttpRequest, person: Person) -> str:
    if person.merged_into_id is not None:
        happened(request, person, f"unmerged:{person.merged_into_id}")
        person.merged_into = None
        person.save(update_fields=["merged_into"])
    return reverse("project:duplicates")
