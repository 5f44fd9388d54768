"""How the pages of the desk are opened, on what they rest, and that the log has what they looked at.

Who watches over everybody's records has to find them, and so the desk shows codes, dates and kinds without the gate,
and the reason that was given for an emergency. What a person is called, or what else is written of them, goes through
the gate here as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lead.audit.log import write
from lead.audit.reading import asker, disclose
from lead.desks import access
from lead.gate import Actor, gate
from lead.pages.forms import answer
from lead.program import Cell, program
from lead.records.models import Person

reads, asks, does = (mark(desk="privacy", purpose="audit") for mark in (access.reads, access.asks, access.does))


def found(request: HttpRequest, model: Any, **by: Any) -> Any:
    """What an address names; where there is nothing, that somebody tried stands in the log."""
    one = model._default_manager.filter(**by).first()
    if one is None:
        write(request, "person_denied", allowed=False, thing=f"privacy: {model._meta.model_name}")
        raise Http404
    return one


def audits(who: Actor) -> list[Cell]:
    """The flows of the agreement that let somebody look at records to audit them."""
    return [one for one in program().cells if one.recipient in who.ids and one.purpose == "audit"]


def keeps_account(who: Actor) -> bool:
    """Whether the agreement names them as who keeps the account of disclosures."""
    return bool(who.ids & {*program().accounting.get("kept_by", ())})


def looked(request: HttpRequest, people: Iterable[int], thing: str, action: str = "view") -> None:
    """Log that the desk looked at what stands about people: by the agreement where it says so, else as oversight."""
    who, seen = asker(request), sorted(set(people))
    categories = {one.category for one in audits(who)}
    known = Person.objects.with_facts().in_bulk(seen) if categories else {}
    of_account = thing in ("privacy:account", "account.csv") and keeps_account(who)
    for number in seen:
        answers = (gate(who, known[number], one, "view", "audit") for one in sorted(categories))
        if flow := next((one for one in answers if one.cell), None):
            disclose(request, flow, known[number], action, thing)
        else:
            basis = "accounting" if of_account else "oversight"
            write(request, action, person=number, thing=thing, basis=basis, purpose="audit")


def page(
    request: HttpRequest, name: str, form: Any = None, work: Any = None, /, *, about: Iterable[Any] = (), **shown: Any
) -> HttpResponse:
    """A page of the desk: a list, a form, or a list with the form that adds to it; the log has whom it is about.

    Args:
        request: The request.
        name: The name of the page, which its template has, too.
        form: The form, bound where it was sent.
        work: Does what the form asks, and gives the address to go to.
        about: The people whose codes the page shows.
        **shown: What the page shows.
    """
    looked(request, (one for one in about if one), f"privacy:{name}")
    template = f"privacy/{name}.html"
    return answer(request, template, form, work, **shown) if form is not None else render(request, template, shown)


def kept(request: HttpRequest, to: str, action: str, *at: Any, person: int | None = None, **what: Any) -> str:
    """Log what a form did, and give the address of the page to go to."""
    write(request, action, person=person, **what)
    return reverse(f"privacy:{to}", args=at)
