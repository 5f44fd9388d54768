"""What is looked through: the access log each week, and every record that was opened in an emergency."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lead.accounts.models import User
from lead.audit.models import AuditEvent
from lead.audit.reading import asker
from lead.pages.forms import hold
from lead.records.models import BreakGlass, Person

from .forms import FindingForm, LogFilter
from .models import LogReview
from .oversight import asks, audits, found, keeps_account, kept, page, reads

EVERY = timedelta(days=7)
PAGE = 50


def last_review() -> LogReview | None:
    """The last review of the log that was signed off."""
    return LogReview.objects.first()


def since_review() -> QuerySet[AuditEvent]:
    """What was written into the log since."""
    last = last_review()
    return AuditEvent.objects.filter(number__gt=last.until if last else 0)


def unreviewed() -> int | None:
    """How many entries wait for the weekly review, once it is due."""
    last = last_review()
    return since_review().count() if last is None or last.at + EVERY < timezone.now() else None


def by_account() -> list[dict[str, Any]]:
    """What each account did since the last review, the most emergencies and denials first."""
    told = (
        since_review()
        .values("user")
        .annotate(
            entries=Count("pk"),
            people=Count("person", distinct=True),
            denied=Count("pk", filter=Q(allowed=False)),
            exports=Count("pk", filter=Q(action__contains="export")),
            emergencies=Count("pk", filter=Q(action="break_glass")),
        )
        .order_by("-emergencies", "-denied", "-entries")
    )
    names = _names()
    return [{**one, "name": names.get(one["user"], "")} for one in told]


def _names() -> dict[int | None, str]:
    return dict(User.objects.values_list("pk", "username"))


@reads
def log(request: HttpRequest) -> HttpResponse:
    """The access log, and what of it is looked for."""
    form = LogFilter(request.GET if {*LogFilter.base_fields} & {*request.GET} else None)
    entries = Paginator(form.entries(), PAGE).get_page(request.GET.get("page"))
    users, people = _names(), Person.objects.in_bulk({one.person for one in entries if one.person})
    asked = form.cleaned_data["code"] if form.is_valid() else None
    shown = {
        "page": entries,
        "rows": [(one, users.get(one.user), people.get(one.person or 0)) for one in entries],
        "query": urlencode({name: value for name, value in request.GET.items() if name in form.fields}),
        "last": last_review(),
        "waiting": since_review().count(),
        "flows": audits(asker(request)),
        "keeps_account": keeps_account(asker(request)),
    }
    return page(request, "log", form, about=[asked.pk] if asked else [], **shown)


@asks
def review(request: HttpRequest) -> HttpResponse:
    """The weekly review of the log, signed off up to the entry that was shown last."""
    form = FindingForm(request.POST or None)
    newest = AuditEvent.objects.order_by("-number").values_list("number", flat=True).first() or 0
    seen = request.POST.get("until", "")
    until = min(int(seen), newest) if seen.isdecimal() and len(seen) < 19 else newest

    def sign() -> str:
        LogReview.objects.create(until=until, finding=form.cleaned_data["finding"], by_id=request.user.pk)
        return kept(request, "log", "log_reviewed", thing=f"up to {until}")

    return page(request, "review", form, sign, accounts=by_account(), until=newest, last=last_review())


@reads
def emergencies(request: HttpRequest) -> HttpResponse:
    """Records that were opened in an emergency, those to be reviewed first."""
    rows = BreakGlass.objects.select_related("person", "by").order_by(F("reviewed_at").desc(nulls_first=True), "-at")
    return page(request, "emergencies", about=[one.person_id for one in rows], rows=rows)


@asks
def emergency(request: HttpRequest, pk: int) -> HttpResponse:
    """Review one: what was looked at in that hour, and the finding, which nobody writes about themselves."""
    one = found(request, BreakGlass, pk=pk)
    own = one.by_id == request.user.pk
    form = FindingForm(request.POST or None)

    def keep() -> str:
        hold(one, lambda fresh: fresh.reviewed_at is None)
        one.reviewed_by_id, one.reviewed_at = request.user.pk, timezone.now()
        one.finding = form.cleaned_data["finding"]
        one.save(update_fields=["reviewed_by", "reviewed_at", "finding"])
        return kept(request, "emergencies", "emergency_reviewed", person=one.person_id)

    looks = AuditEvent.objects.filter(user=one.by_id, person=one.person_id, basis="medical_emergency", at__gte=one.at)
    shown = {"one": one, "own": own, "reads": looks.exclude(action="break_glass")}
    return page(request, "emergency", form, None if own or one.reviewed_at else keep, about=[one.person_id], **shown)
