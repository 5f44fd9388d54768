"""Who may sign in. Nothing of any participant stands on these pages."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from lead.accounts import managing
from lead.accounts.models import User
from lead.pages.forms import LeadForm

from .forms import AccountForm
from .oversight import asks, found, page, reads

_FIRST = "privacy_first_password"
"""The key of the session under which a new password waits to be shown, once."""


@reads
def accounts(request: HttpRequest) -> HttpResponse:
    """Every account."""
    rows = User.objects.order_by("-is_active", "username").prefetch_related("authenticator_set")
    return page(request, "accounts", rows=rows)


@asks
def new(request: HttpRequest) -> HttpResponse:
    """Make an account."""
    form = AccountForm(request.POST or None)

    def make() -> str:
        role, _bar, agency = form.cleaned_data["place"].partition("|")
        try:
            user, request.session[_FIRST] = managing.add(form.cleaned_data["name"], [role], agency, request)
        except ValidationError as error:
            raise ValidationError(error.messages) from error  # the account's fields are not those of the form
        return reverse("privacy:one_account", args=[user.pk])

    return page(request, "new_account", form, make)


@asks
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: close it, open it again, help somebody who lost the password or the second factor."""
    user = found(request, User, pk=pk)
    form = LeadForm(request.POST or None)
    own = user.pk == request.user.pk
    password = request.session.pop(_FIRST, None) if request.method == "GET" else None
    work = None if own else lambda: _help(request, user, request.POST.get("what", ""))
    return page(request, "one_account", form, work, user=user, own=own, password=password)


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
