"""The agenda of the work group: who is proposed, the question, what was found. Nothing clinical has a place here."""

from __future__ import annotations

from functools import partial
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.accounts.models import User
from lead.audit.log import write
from lead.audit.reading import asker, disclose, may
from lead.desks import asks, reads
from lead.desks.cases import happened
from lead.gate import Actor, Decision, see
from lead.program import program
from lead.records.finding import person_or_404, record_or_404
from lead.records.models import AgendaItem, Person

from .forms import ItemForm, ProposeForm
from .views import form_page


def _open(who: Actor) -> list[AgendaItem]:
    items = AgendaItem.objects.filter(closed=None).order_by("conference", "pk")
    return list(items.for_actor(who))


@reads(desk="project", purpose="coordination")
def agenda(request: HttpRequest) -> HttpResponse:
    """Everybody on the agenda, with the agencies that may talk about them."""
    items = [(one, discussing(one)) for one in _open(asker(request))]
    return render(request, "project/agenda.html", {"items": items})


def discussing(item: AgendaItem) -> list[str]:
    """The agencies of the work group that a release of the person lets talk about them: asked for each of them anew."""
    found = []
    for body in (one for one in program().bodies.values() if one.kind == "operational"):
        for agency in body.agencies:
            roles = [one for one in program().roles_of(agency) if one.id in body.roles or not body.roles]
            if any(_talks(Actor(None, one.id, agency), item) for one in roles):
                found.append(program().agencies[agency].name)
    return sorted(dict.fromkeys(found))


def _talks(who: Actor, item: AgendaItem) -> bool:
    engaged = see(who, item.person, "engagement", "discuss", holder=item.held_by)
    return bool(engaged) and bool(see(who, item.person, "identity", "discuss"))


@reads(desk="project", purpose="coordination")
def roster(request: HttpRequest) -> HttpResponse:
    """The agenda of the next date as it is printed: only people whose release lets the work group talk about them."""
    items = _open(asker(request))
    day = min((one.conference for one in items), default=None)
    lines, left = [], 0
    for one in (each for each in items if each.conference == day):
        agencies, decision = discussing(one), may(request, one.person, "engagement", "discuss", holder=one.held_by)
        if len(agencies) > 1 and decision:
            disclose(request, decision, one.person, "print", "agenda")
            lines.append((one, agencies, decision))
        else:
            left += 1
    notice = any(decision.notice for _one, _agencies, decision in lines)
    return render(request, "project/roster.html", {"lines": lines, "left": left, "day": day, "notice": notice})


@asks(desk="project", purpose="coordination")
def propose(request: HttpRequest, person: int) -> HttpResponse:
    """A person is put on the agenda."""
    found = person_or_404(request, person)
    form = ProposeForm(request.POST if request.method == "POST" else None)
    decision = see(asker(request), found, "engagement", "enter")
    if form.is_valid() and not may(request, found, "engagement", "enter"):
        form.add_error(None, _("The agreement does not let you enter this: the person must be taken in first."))
    title = _("Put %(code)s on the agenda") % {"code": found.code}
    work = partial(_proposed, request, found, decision, form)
    return form_page(request, form, work, "project:people", title, _("Put on the agenda"))


def _proposed(request: HttpRequest, person: Person, decision: Decision, form: ProposeForm) -> str:
    who, said, user = asker(request), form.cleaned_data, cast(User, request.user)
    # What is entered under a flow belongs to whose records it is: a release names them as the one who tells.
    keepers = program().held_by(decision.cell.sender) & person.keepers("engagement") if decision.cell else set()
    AgendaItem.objects.create(
        person=person,
        held_by=min(keepers, default=who.agency),
        created_by=user,
        conference=said["conference"],
        question=said["question"],
    )
    happened(request, None, "case_conference", person=person)
    return reverse("project:agenda")


@asks(desk="project", purpose="coordination")
def item(request: HttpRequest, number: int) -> HttpResponse:
    """What the work group found about one person, and whether that is settled."""
    one = record_or_404(request, AgendaItem.objects.all(), number)
    form = ItemForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not may(request, one.person, "engagement", "correct", holder=one.held_by):
        form.add_error(None, _("The agreement does not let you change this."))
    title = _("Agenda, person %(code)s") % {"code": one.person.code}
    return form_page(request, form, partial(_noted, request, one, form), "project:agenda", title, _("Keep"), item=one)


def _noted(request: HttpRequest, one: AgendaItem, form: ItemForm) -> str:
    one.action = form.cleaned_data["action"]
    one.closed = timezone.now() if form.cleaned_data["closed"] else None
    one.save(update_fields=["action", "closed"])
    write(request, "changed", person=one.person_id, thing="agenda")
    return reverse("project:agenda")
