"""What the desk enters: orders and approvals on which flows rest, and the register of complaints and incidents."""

from __future__ import annotations

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.audit.log import write
from lead.audit.reading import asker
from lead.pages.forms import hold
from lead.program import program
from lead.records.models import Authority

from .forms import AuthorityForm, EntryForm, FindingForm
from .models import Entry
from .oversight import asks, does, found, kept, page


@asks
def authorities(request: HttpRequest) -> HttpResponse:
    """Orders of courts, duties in law, audits, approved studies."""
    form = AuthorityForm(request.POST or None)

    def keep() -> str:
        said = {name: value for name, value in form.cleaned_data.items() if name != "token"}
        one = Authority.objects.create(**said, held_by=asker(request).agency, created_by_id=request.user.pk)
        return kept(request, "authorities", "changed", person=one.person_id, thing="authority", basis=one.kind)

    rows = Authority.objects.select_related("person").order_by("-begins", "-pk")
    return page(request, "authorities", form, keep, about=[one.person_id for one in rows], rows=rows)


@does
def end_authority(request: HttpRequest, pk: int) -> HttpResponse:
    """End one: from tomorrow on nothing rests on it; what begins later is set aside."""
    one = found(request, Authority, pk=pk)
    if one.ends is None or one.ends > timezone.localdate():
        one.ends = timezone.localdate()
        one.save(update_fields=["ends"])
        write(request, "changed", person=one.person_id, thing="authority ended", basis=one.kind)
    return redirect("privacy:authorities")


@asks
def register(request: HttpRequest) -> HttpResponse:
    """Complaints and incidents, the open ones first."""
    form = EntryForm(request.POST or None)

    def keep() -> str:
        said = {name: form.cleaned_data[name] for name in ("kind", "known_on", "text")}
        person = form.cleaned_data["person"]
        Entry.objects.create(**said, code=person.code if person else "", by_id=request.user.pk)
        return kept(request, "register", "changed", person=person.pk if person else None, thing=said["kind"])

    rows = Entry.objects.order_by(F("closed_at").desc(nulls_first=True), "-at")
    return page(request, "register", form, keep, rows=rows, grievance=program().texts.get("grievance"))


@asks
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One complaint or incident, and what came of it."""
    one = found(request, Entry, pk=pk)
    form = FindingForm(request.POST or None)
    form.fields["finding"].label = _("What came of it")

    def keep() -> str:
        hold(one, lambda fresh: fresh.closed_at is None)
        one.outcome, one.closed_at = form.cleaned_data["finding"], timezone.now()
        one.save(update_fields=["outcome", "closed_at"])
        return kept(request, "register", "changed", thing=f"{one.kind} closed")

    return page(request, "entry", form, None if one.closed_at else keep, one=one)
