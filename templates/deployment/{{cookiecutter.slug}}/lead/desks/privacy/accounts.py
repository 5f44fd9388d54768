"""Who may sign in. Nothing of any participant stands on these pages."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lead.accounts import managing
from lead.accounts.models import User
from lead.desks import policy
from lead.pages.forms import LeadForm, once

from .forms import AccountForm
from .views import found, status

desk = policy(desk="privacy", purpose="operations")
_FIRST = "privacy_first_password"
"""The key of the session under which a new password waits to be shown, once."""


@require_safe
@desk
def accounts(request: HttpRequest) -> HttpResponse:
    """Every account."""
    rows = User.objects.order_by("-is_active", "username").prefetch_related("authenticator_set")
    return render(request, "privacy/accounts.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def new(request: HttpRequest) -> HttpResponse:
    """Make an account."""
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        role, _bar, agency = form.cleaned_data["place"].partition("|")

        def make() -> str:
            user, password = managing.add(form.cleaned_data["name"], role, agency, request)
            request.session[_FIRST] = password
            return reverse("privacy:one_account", args=[user.pk])

        try:
            return once(form, request, make)
        except ValidationError as error:
            form.add_error("name", ValidationError(error.messages))
    return render(request, "privacy/new_account.html", {"form": form}, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: close it, open it again, help somebody who lost the password or the second factor."""
    user = found(request, User, pk=pk)
    form = LeadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if user.pk == request.user.pk:
            messages.error(request, _("Nobody changes their own account here. Ask somebody else."))
            return redirect("privacy:one_account", user.pk)
        return once(form, request, lambda: _help(request, user, request.POST.get("what", "")))
    shown = {"user": user, "form": form, "own": user.pk == request.user.pk}
    shown["password"] = request.session.pop(_FIRST, None) if request.method == "GET" else None
    return render(request, "privacy/one_account.html", shown, status=status(form))


def _help(request: HttpRequest, user: User, what: str) -> str:
    if what == "close":
        managing.close(user, "closed", request)
    elif what == "open":
        managing.reopen(user, request)
    elif what == "factor":
        managing.reset_factor(user, request)
    elif what == "password":
        request.session[_FIRST] = managing.reset_password(user, request)
    return reverse("privacy:one_account", args=[user.pk])
