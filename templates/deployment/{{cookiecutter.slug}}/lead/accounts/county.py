"""The county's own sign-in: who comes in by it has an account here already."""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.http import HttpRequest

from lead.audit.log import write
from lead.pages import errors

from .models import User


class CountySignIn(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Lets in whom the county knows by the account's address; after that, by the county's own number alone."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody signs up."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account, or refuse."""
        if sociallogin.state.get("process", "login") != "login":
            _refuse(request)
        if not sociallogin.is_existing:
            sociallogin.connect(request, _known(sociallogin) or _refuse(request))

    def on_authentication_error(self, request: HttpRequest, provider: Any, **said: Any) -> NoReturn:
        """Tell that the county's sign-in did not work, and nothing of why."""
        _refuse(request)


def _known(sociallogin: SocialLogin) -> User | None:
    """The one account that has the address, if the county vouches for it and nobody came in to the account before."""
    vouched = [one.email for one in sociallogin.email_addresses if one.verified and one.email]
    found = list(User.objects.filter(email__iexact=vouched[0])[:2]) if vouched else []
    if len(found) != 1 or SocialAccount.objects.filter(user=found[0]).exists():
        return None
    return found[0]


def _refuse(request: HttpRequest) -> NoReturn:
    write(request, "sign_in_failed", allowed=False, note="county")
    raise ImmediateHttpResponse(errors.unknown(request))


def gave_factor(sociallogin: SocialLogin) -> bool:
    """Whether the county says, in the word that the settings name, that a second factor was given."""
    claims = (sociallogin.account.extra_data or {}).get("id_token") or {}
    methods = claims.get("amr")
    said = [*(methods if isinstance(methods, list) else []), claims.get("acr")]
    return bool(settings.OIDC_MFA) and settings.OIDC_MFA in said
