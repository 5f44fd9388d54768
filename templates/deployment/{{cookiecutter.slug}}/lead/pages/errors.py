"""The pages of what went wrong. They tell what to do, and nothing about any person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "pages/error.html", {"title": title, "text": text, "status": status}, status=status)


def bad(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what came cannot be read."""
    return _page(request, 400, _("This could not be read"), _("Go back, load the page again, and send it once more."))


def denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the role does not open the page."""
    text = _("The agreement does not give your role this page. If you need it for your work, ask the project manager.")
    return _page(request, 403, _("Your role does not open this page"), text)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page, or nothing there for this role; which of the two is not told."""
    text = _("Either there is nothing at this address, or it is not for your role.")
    return _page(request, 404, _("There is nothing here for you"), text)


def limited(request: HttpRequest, *_of_axes: Any, **_more: Any) -> HttpResponse:
    """429: too many tries, or too many wrong passwords for one account."""
    return _page(request, 429, _("Too many tries"), _("Wait fifteen minutes and try again."))


def broken(request: HttpRequest) -> HttpResponse:
    """500: the service's own fault."""
    text = _("Nothing that you sent was kept. Try again; if it happens twice, tell the project manager.")
    return _page(request, 500, _("Something broke here"), text)


def unknown(request: HttpRequest) -> HttpResponse:
    """403: the county's sign-in did not work, or no account goes with it."""
    text = _("Either the sign-in was interrupted, or no account here matches it. Ask the privacy officer or IT.")
    return _page(request, 403, _("You are not signed in"), text)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from a page of this service, or the page was too old."""
    return _page(request, 403, _("This page was too old"), _("Go back, load the page again, and send it once more."))
