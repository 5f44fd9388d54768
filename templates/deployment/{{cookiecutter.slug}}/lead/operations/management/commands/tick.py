"""``manage.py tick``: what time alone brings about. Running it twice changes nothing twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.mail import send_mail
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lead.accounts import managing
from lead.accounts.models import User
from lead.audit.log import write
from lead.audit.models import AuditEvent
from lead.gate import Actor
from lead.program import program
from lead.records.clocks import clocks
from lead.records.models import Consent, Referral

SOON = timedelta(days=2)
_OPEN = ("new", "screened", "waiting", "handed_over", "taken_in")
_CLOCKS = {"care", "project", "screening", "prosecutor"}


class Command(BaseCommand):
    """Does what is due."""

    help = "Close accounts that nobody uses, note consents that ended, remind of tasks. A timer runs it every hour."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it."""
        dormant = list(User.objects.dormant())
        for user in dormant:
            managing.close(user, "not used")
        ended = [write(None, "consent_ended", person=one.person_id, thing=f"consent {one.pk}") for one in _ended()]
        waiting = urgent()
        sent = sum(_reminded(user, waiting) for user in User.objects.filter(is_active=True).exclude(email=""))
        self.stdout.write(f"{len(dormant)} accounts closed, {len(ended)} consents ended, {sent} reminders sent.")


def _ended() -> list[Consent]:
    """The consents that ended and of which the log does not know yet; the gate stopped heeding them by itself."""
    known = set(AuditEvent.objects.filter(action="consent_ended").values_list("thing", flat=True))
    over = Consent.objects.filter(expires_on__lt=timezone.localdate())
    return [one for one in over if f"consent {one.pk}" not in known]


def _reminded(user: User, waiting: list[int]) -> bool:
    """Remind an account once a day, by a message that names nobody and nothing but a number."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    if AuditEvent.objects.filter(action="reminded", user=user.pk, at__gte=today).exists():
        return False
    count = tasks(user, waiting)
    if not count:
        return False
    text = ngettext("You have %(count)s LEAD task.", "You have %(count)s LEAD tasks.", count) % {"count": count}
    address = (program().hosting or {}).get("address") or ""
    body = f"{text}\n\n{_('Sign in to see it:')} {address}\n"
    try:
        send_mail(text, body, None, [user.email])
    except OSError as error:
        write(None, "reminder_failed", user=user, note=str(error.strerror or "")[:200])
        return False
    write(None, "reminded", user=user, note=str(count))
    return True


def tasks(user: User, urgent: list[int]) -> int:
    """What waits for an account: clocks of its agency's people that end soon or ran out, and its own desk's work."""
    actor = user.actor(second_factor=True)
    found = _of(actor, urgent) if _CLOCKS & {*actor.desks} else 0
    if "care" in actor.desks:
        today = timezone.localdate()
        ending = Consent.objects.filter(expires_on__range=(today, today + timedelta(days=30)), held_by=actor.agency)
        found += ending.count()
    if "privacy" in actor.desks:
        from lead.desks.privacy.sharing import untold
        from lead.records.models import BreakGlass

        found += len(untold()) + BreakGlass.objects.filter(reviewed_at=None).count()
    return found


def urgent() -> list[int]:
    """The referrals of which a clock runs that ends soon or ran out."""
    until = timezone.now() + SOON
    found = Referral.objects.filter(status__in=_OPEN).prefetch_related("events")
    return [one.pk for one in found if any(clock.running and clock.due < until for clock in clocks(one))]


def _of(actor: Actor, referrals: list[int]) -> int:
    seen = Referral.objects.filter(pk__in=referrals).for_actor(actor)
    return sum(actor.agency in one.person.agencies() for one in seen)
