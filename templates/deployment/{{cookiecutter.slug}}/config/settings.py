"""The settings of the service: what the program says stands in lead/data, what the machine says in the environment."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.environment import database, told
from lead.program import program

BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = told("LEAD_PROFILE", "development") == "production"
SECRET_KEY = told("SECRET_KEY") if PRODUCTION else told("SECRET_KEY", "not-secret: development and tests only")
ALLOWED_HOSTS = told("ALLOWED_HOSTS", None if PRODUCTION else "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if PRODUCTION]
DATABASES = {"default": database(told("DATABASE_URL", None if PRODUCTION else f"sqlite:///{BASE_DIR}/lead.sqlite3"))}
# Every worker counts tries together: each with a memory of its own would let a code be used once at each of them.
# There is room for many, or a flood of tries would push out what is counted.
_SHARED = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
CACHES = {"default": {**_SHARED, "OPTIONS": {"MAX_ENTRIES": 100_000}}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A desk, and the county's own app, need no line here: a folder with an apps.py is found.
DESKS = sorted(file.parent.name for file in (BASE_DIR / "lead/desks").glob("*/apps.py"))
INSTALLED_APPS = [
    *(["local"] if (BASE_DIR / "local/apps.py").is_file() else []),
    "lead.operations",
    *(f"lead.desks.{name}" for name in DESKS),
    "lead.pages",
    "lead.screening",
    "lead.records",
    "lead.audit",
    "lead.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "config.proxies.BehindProxies",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lead.accounts.middleware.IdleLock",
    "lead.accounts.middleware.SecondFactor",
    "lead.audit.middleware.ReadingLog",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "lead.pages.context.page",
            ],
            "builtins": ["lead.pages.templatetags.lead"],
        },
    }
]
FORM_RENDERER = "lead.pages.forms.Renderer"

# Who signs in, and for how long: every role has a second factor, thirty minutes idle and twelve hours at most.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "lead.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# axes counts passwords, below; this counts codes of the second factor, and tries from one address.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "60/m/ip,10/15m/key", "change_password": "5/m/user"}
MFA_ADAPTER = "lead.accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION

# The county's own sign-in by OpenID Connect, off without OIDC_SERVER. Only accounts that are here already use it. Its
# second factor is taken for ours only where OIDC_MFA names what it calls one, such as "mfa" (claims amr and acr).
OIDC_SERVER, OIDC_MFA = told("OIDC_SERVER", ""), told("OIDC_MFA", "")
OIDC_NAME = told("OIDC_NAME", "County") if OIDC_SERVER else ""
SOCIALACCOUNT_ADAPTER = "lead.accounts.county.CountySignIn"
SOCIALACCOUNT_LOGIN_ON_GET = True
COUNTY = {
    "provider_id": "county",
    "name": OIDC_NAME,
    "client_id": told("OIDC_CLIENT") if OIDC_SERVER else "",
    "secret": told("OIDC_SECRET") if OIDC_SERVER else "",
    "settings": {"server_url": OIDC_SERVER},
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [COUNTY] if OIDC_SERVER else []}}
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_AT_MOST = timedelta(hours=12)
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "lead.accounts.adapter.tried"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "lead.pages.errors.limited"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # who signed in stands in the service's own log
# axes would lock an address, too: one station is one address, and five typing errors there must not lock everybody out.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

# What a browser may do with a page: load nothing from elsewhere, run nothing that stands in it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# Where Django's defaults are right (nosniff, no frames, same origin) they stand; tests/test_guarding.py holds them.
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
_HOST = "__Host-" if PRODUCTION else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, LANGUAGE_COOKIE_NAME = (
    f"{_HOST}{name}" for name in ("lead", "csrf", "language")
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
# How many proxies of the county stand before the service, on this machine or at its Unix socket; see config/proxies.py.
LEAD_BEHIND_PROXY = int(told("LEAD_BEHIND_PROXY", "") or 0)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if LEAD_BEHIND_PROXY else None
CSRF_FAILURE_VIEW = "lead.pages.errors.csrf"
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "static_files"
STATIC_ROOT.mkdir(exist_ok=True)
_KEPT = "whitenoise.storage.CompressedManifest" if PRODUCTION else "django.contrib.staticfiles.storage."
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": f"{_KEPT}StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = not PRODUCTION

TIME_ZONE, LANGUAGE_CODE = program().time_zone, "en"
LANGUAGES = [(code, name) for code, name in (("en", _("English")), ("es", _("Spanish"))) if code in program().languages]
FORMAT_MODULE_PATH = "lead.pages.formats"

if not PRODUCTION:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
EMAIL_HOST, EMAIL_PORT = told("EMAIL_HOST", "localhost"), int(told("EMAIL_PORT", "25"))
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = told("EMAIL_USER", ""), told("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = bool(told("EMAIL_TLS", ""))
DEFAULT_FROM_EMAIL = told("EMAIL_FROM", "lead@localhost")

# What `manage.py check --deploy` asks beside Django's own questions; see lead/pages/checks.py.
LEAD_SQLITE_ACCEPTED, LEAD_BACKUP_TO = told("LEAD_SQLITE_ACCEPTED", ""), told("LEAD_BACKUP_TO", "")

# Logs tell what happened to the machine, never to a person: a request is logged without its query or its form.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

if (BASE_DIR / "local/settings.py").is_file():
    from local.settings import *  # noqa: F403 - the county's own settings stand last
