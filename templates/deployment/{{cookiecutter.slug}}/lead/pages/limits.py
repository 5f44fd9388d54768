"""How often one address may do a thing that needs no account. The database counts, so that every process does."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Tries


def too_many(request: HttpRequest, what: str, *, each: int, every: int, window: timedelta) -> bool:
    """Count a try, and tell whether one address, or everybody together, tried too often.

    Of an address only its digest under the service's key is kept, and no longer than the window: the begin of the
    window is a part of it, so that what is left in a backup tells nothing of the next.

    Args:
        request: The request that is the try.
        what: What is tried.
        each: How many tries one address has in a window.
        every: How many all addresses have together.
        window: How long a window is.
    """
    now = timezone.now()
    seconds = int(window.total_seconds())
    begin = datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=now.tzinfo)
    Tries.objects.filter(what=what, begin__lt=begin).delete()
    address = salted_hmac(f"{what} {begin.isoformat()}", str(request.META.get("REMOTE_ADDR"))).hexdigest()
    # An address that tried too often does not count for all, so that it cannot close the door for everybody.
    return _count(what, address, begin) > each or _count(what, "", begin) > every


def _count(what: str, key: str, begin: datetime) -> int:
    with transaction.atomic():
        Tries.objects.get_or_create(what=what, key=key, begin=begin)
        Tries.objects.filter(what=what, key=key, begin=begin).update(count=models.F("count") + 1)
        return Tries.objects.get(what=what, key=key, begin=begin).count
