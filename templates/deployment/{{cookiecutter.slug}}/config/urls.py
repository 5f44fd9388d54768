"""The addresses of the service: a desk's own stand in its folder."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.webauthn import views as passkeys
from django.apps import apps
from django.conf import settings
from django.urls import include, path
from django.views.i18n import set_language

from lead.desks import DeskConfig
from lead.pages import errors, views

desks = [one for one in apps.get_app_configs() if isinstance(one, DeskConfig)]
# Of allauth only what the program uses: nobody signs up, and no password is sent by e-mail.
signing_in = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("code/", factor.authenticate, name="mfa_authenticate"),
    path("code/again/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("factor/", factor.index, name="mfa_index"),
    path("factor/app/", include("allauth.mfa.totp.urls")),
    path("factor/codes/", include("allauth.mfa.recovery_codes.urls")),
    path("factor/keys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("factor/keys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("factor/keys/again/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("factor/keys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
urlpatterns = [
    path("", views.home, name="home"),
    path("why/<int:person>/<slug:group>/", views.why, name="why"),
    path("theme.css", views.theme, name="theme"),
    path("locked/", views.locked, name="locked"),
    path("health/", views.health, name="health"),
    path("language/", set_language, name="set_language"),
    path("account/", include(signing_in)),
    *(path(one.prefix, include((f"{one.name}.urls", one.label))) for one in desks),
    *([path("local/", include("local.urls"))] if (settings.BASE_DIR / "local/urls.py").is_file() else []),
]
handler400, handler403, handler404, handler500 = errors.bad, errors.denied, errors.missing, errors.broken
