"""Who may open a page. Every view is marked with one of these; a system check (lead.E003) finds one that is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Policy:
    """Which desks open a page, and what for."""

    desks: tuple[str, ...]
    purpose: str | None


def policy(*methods: str, desk: str | tuple[str, ...], purpose: str | None = None) -> Callable[[View], View]:
    """Mark a view as one of a desk: nobody else opens it, and who tries is in the log.

    Args:
        *methods: How the page may be asked for.
        desk: The desk, or the desks, that open the page; ``any`` for whoever has a role.
        purpose: What the page is for, as a purpose of the agreement.
    """
    marked = Policy((desk,) if isinstance(desk, str) else desk, purpose)

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            # A desk is imported before there are models, so what needs them is imported when a page is asked for.
            from django.contrib.auth.views import redirect_to_login

            from lead.audit.log import write
            from lead.audit.reading import actor

            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            who = actor(request)
            if who is None or not who.standing or not ({*marked.desks} & {*who.desks, "any"}):
                write(request, "page_denied", allowed=False, thing=view.__name__, purpose=purpose or "")
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.policy = marked  # type: ignore[attr-defined]
        return require_http_methods([*methods])(guarded)

    return mark


reads = partial(policy, "GET", "HEAD")
"""Marks a page that shows something."""
asks = partial(policy, "GET", "HEAD", "POST")
"""Marks a page that is a form."""
does = partial(policy, "POST")
"""Marks what a button does."""


def public(view: View) -> View:
    """Mark a view as open to anybody: it shows nothing of any person, and no browser keeps what was written there."""
    kept_nowhere: View = cache_control(no_store=True, private=True)(view)
    kept_nowhere.public = True  # type: ignore[attr-defined]
    return kept_nowhere
