"""How accounts are made, closed and helped, by the command and by the privacy desk alike; all of it is logged."""

from __future__ import annotations

import secrets
from datetime import timedelta

from allauth.mfa.models import Authenticator
from axes.utils import reset
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.audit.log import write
from lead.audit.models import AuditEvent

from .models import User


def add(
    name: str, roles: list[str], agency: str, request: HttpRequest | None = None, email: str = ""
) -> tuple[User, str]:
    """Make an account; the account, and its first password.

    Raises:
        ValidationError: The name is taken, or the agreement gives the agency no such role.
    """
    user, password = User(username=name, agency=agency, email=email, must_change=True), new_password()
    user.set_password(password)
    _given(user, roles)
    write(request, "account_added", note=name[:150])
    return user, password


def give(user: User, roles: list[str], request: HttpRequest | None = None) -> None:
    """Give an account other roles, and end its sessions.

    Raises:
        ValidationError: The agreement gives the agency no such role.
    """
    _given(user, roles)
    end_sessions(user)
    write(request, "roles_changed", note=f"{user.username}: {', '.join(roles)}"[:200])


def _given(user: User, roles: list[str]) -> None:
    """Keep an account with its roles, the first of which its records name."""
    user.role, *user.also = roles or [""]
    user.full_clean()
    user.save()


def close(user: User, why: str = "closed", request: HttpRequest | None = None) -> None:
    """Close an account, and end its sessions at once."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user)
    write(request, "account_closed", note=f"{user.username[:150]}: {why}")


def reopen(user: User, request: HttpRequest | None = None) -> None:
    """Open an account again."""
    user.is_active, user.last_seen = True, timezone.now()
    user.save(update_fields=["is_active", "last_seen"])
    reset(username=user.username)
    write(request, "account_opened", note=user.username[:150])


def reset_factor(user: User, request: HttpRequest | None = None) -> None:
    """Take the second factor away; whoever signs in next sets up another.

    Raises:
        ValidationError: A desk reset the password just before.
    """
    _not_both(user, "password_reset", request)
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    write(request, "factor_reset", note=user.username[:150])


def reset_password(user: User, request: HttpRequest | None = None) -> str:
    """Give an account another password, which is told once and changed at the next sign-in.

    Raises:
        ValidationError: A desk reset the second factor just before.
    """
    _not_both(user, "factor_reset", request)
    password, user.must_change = new_password(), True
    user.set_password(password)
    user.save(update_fields=["password", "must_change"])
    reset(username=user.username)
    end_sessions(user)
    write(request, "password_reset", note=user.username[:150])
    return password


def _not_both(user: User, other: str, request: HttpRequest | None) -> None:
    """Refuse a desk both resets within a day, or between two sign-ins: with both it could sign in as anybody."""
    now = timezone.now()
    since = min(user.last_seen or now, now - timedelta(days=1))
    by_desk = AuditEvent.objects.filter(action=other, note=user.username[:150], user__isnull=False, at__gte=since)
    if request and by_desk.exists():
        write(request, "reset_denied", allowed=False, note=user.username[:150])
        raise ValidationError(_("The other reset was made here already. Ask the administrator of the system for this."))


def new_password() -> str:
    """A password that nobody guesses."""
    return secrets.token_urlsafe(15)


def end_sessions(user: User) -> None:
    """End every session of an account."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
