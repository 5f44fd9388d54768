"""Writes the log and reads it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from typing import TYPE_CHECKING, Any

from django.db import connections, transaction
from django.http import HttpRequest
from django.utils import timezone

from lead.gate import Decision

from .models import FIRST, AuditEvent

if TYPE_CHECKING:
    from lead.accounts.models import User

_LOCK = 71_071
"""The number of PostgreSQL's advisory lock under which entries are chained."""


def write(request: HttpRequest | None, action: str, *, user: User | None = None, **what: Any) -> AuditEvent:
    """Write an entry.

    The address from which a request came is kept of accounts, and of whoever fails to sign in. Somebody who asks for
    help at a public page has none: the log outlives the request, and is read by a privacy officer and by courts.

    Args:
        request: The request that it is about; None for a command.
        action: What was done.
        user: The account, where it is not that of the request.
        what: The other fields of an entry.
    """
    who: Any = user or getattr(request, "user", None)
    known = who is not None and who.is_authenticated
    staff = known or action == "sign_in_failed"
    said = {
        "user": who.pk if known else None,
        "role": who.role if known else "",
        "agency": who.agency if known else "",
        "address": (request.META.get("REMOTE_ADDR") or "")[:45] if request and staff else "",
    }
    entry = {"action": action, **said, **what}
    if not what.get("allowed", True) and hasattr(request, "denied"):
        request.denied.append(entry)  # type: ignore[union-attr]
    return append(**entry)


@contextmanager
def working(request: Any) -> Iterator[None]:
    """One transaction of work. Where it is undone, what was denied in it still stands in the log."""
    request.denied = []
    try:
        with transaction.atomic():
            yield
    except BaseException:
        for entry in request.denied:
            append(**entry)
        raise
    finally:
        del request.denied


def write_decision(request: HttpRequest, action: str, decision: Decision, person: int | None, thing: str = "") -> None:
    """Write what the gate answered, be it yes or no."""
    write(
        request,
        action,
        allowed=decision.allowed,
        person=person,
        thing=thing,
        category=decision.category or "",
        purpose=decision.purpose or "",
        basis=decision.basis,
        cell=decision.cell.id if decision.cell else "",
    )


def alone(lock: int, using: str = "default") -> None:
    """Wait until no other transaction holds a lock, and hold it to the end of this one; SQLite has one writer."""
    if connections[using].vendor == "postgresql":
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


def append(using: str = "default", **what: Any) -> AuditEvent:
    """Add an entry to the chain; that of the service, or of a database to which it moves."""
    with transaction.atomic(using=using):
        alone(_LOCK, using)
        last = AuditEvent.objects.using(using).order_by("-number").values_list("number", "digest").first()
        number, previous = (last[0] + 1, last[1]) if last else (1, FIRST)
        entry = AuditEvent(number=number, previous=previous, at=timezone.now().astimezone(UTC), **what)
        entry.digest = entry.sealed()
        entry.save(using=using, force_insert=True)
    return entry


def faults(head: tuple[int, str] | None = None, using: str = "default") -> Iterator[str]:
    """What is wrong with the log: nothing, where every entry is as it was written and none is missing.

    Args:
        head: The number and digest of the last entry as they were noted elsewhere: without them nobody can tell that
            the end of the log was cut off.
        using: The database: a restored one is looked at, too.
    """
    number, previous = 0, FIRST
    for entry in AuditEvent.objects.using(using).order_by("number").iterator(chunk_size=2000):
        number += 1
        if entry.number != number:
            yield f"Entry {number} is missing."
            number = entry.number
        elif entry.previous != previous:
            yield f"Entry {number} does not follow the entry before it."
        if entry.sealed() != entry.digest:
            yield f"Entry {number} was changed."
        if head and entry.number == head[0] and entry.digest != head[1]:
            yield f"Entry {number} is not the one that was noted."
        previous = entry.digest
    if head and number < head[0]:
        yield f"The log ends at entry {number}, but entry {head[0]} was noted."
