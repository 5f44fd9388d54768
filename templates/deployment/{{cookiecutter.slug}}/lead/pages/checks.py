"""The service's own checks: `manage.py check` asks the first four, `check --deploy` all of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Warned
from django.urls import URLPattern, URLResolver, get_resolver

from lead.program import DATA, program
from lead.records.models import Held

Apps = Sequence[AppConfig] | None

# What a record has beside what it tells of a person.
_PLUMBING = {
    "id",
    "person",
    "referral",
    "held_by",
    "created_by",
    "created_at",
    "code",
    "is_demo",
    "legal_hold",
    "merged_into",
    "form_token",
    "token",
    "offered",
    "handed_to",
    "policy_digest",
    "handling",
}
_UNTOLD = {"event", "consent", "authority", "publicrequest", "agendaitem"}
_ELSEWHERE = ("allauth.", "django.")
_SECOND_FACTOR = "lead.accounts.middleware.SecondFactor"


@register
def data_is_whole(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E001: the rules are not those of the agreement that leadkit compiled."""
    manifest = settings.BASE_DIR / ".leadkit/manifest.json"
    if not manifest.is_file() or DATA != settings.BASE_DIR / "lead/data":
        return []
    files = json.loads(manifest.read_text(encoding="utf-8")).get("files", {})
    wrong = [name for name, digest in files.items() if name.startswith("lead/data/") and _sha256(name) != digest]
    hint = "Change the program's YAML and run `leadkit deploy update`; never change lead/data by hand."
    return [Error(f"{name} is not what leadkit wrote.", hint=hint, id="lead.E001") for name in wrong]


def _sha256(name: str) -> str:
    file = settings.BASE_DIR / name
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


@register
def fields_have_groups(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E002: a model of people has a field of which nobody says to which category it belongs."""
    found: list[CheckMessage] = []
    for model in apps.get_models():
        if not issubclass(model, Held) or model._meta.model_name in _UNTOLD:
            continue
        known = set(model.FIELDS) | _PLUMBING
        for field in model._meta.concrete_fields:
            if field.name not in known:
                text = f"{model._meta.label}.{field.name} belongs to no group of fields."
                found.append(Error(text, hint="Write tells(group, detail, field) in the model.", id="lead.E002"))
    return found


@register
def views_are_marked(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E003: a page that anybody may open, though nobody said so."""
    return [
        Error(f"The page {route} says neither which desk opens it nor that it is public.", id="lead.E003")
        for route, view in views()
        if not (hasattr(view, "policy") or hasattr(view, "public"))
    ]


def views(resolver: URLResolver | None = None, route: str = "/") -> Iterator[tuple[str, Any]]:
    """Every page with its address, but for those by which people sign in, which are Django's and allauth's."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views(pattern, here)
        elif isinstance(pattern, URLPattern) and not pattern.callback.__module__.startswith(_ELSEWHERE):
            yield here, pattern.callback


@register
def second_factor_is_asked(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E004: nothing asks for a second factor."""
    if _SECOND_FACTOR in settings.MIDDLEWARE:
        return []
    return [Error("The second factor is not asked for.", hint=f"Put {_SECOND_FACTOR} back.", id="lead.E004")]


@register(deploy=True)
def database_is_fit(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E005: SQLite in production, and nobody wrote down why."""
    lite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not lite or settings.LEAD_SQLITE_ACCEPTED.strip():
        return []
    hint = "Use PostgreSQL, or set LEAD_SQLITE_ACCEPTED to who accepted SQLite, when, and why."
    return [Error("The service would run on SQLite.", hint=hint, id="lead.E005")]


@register(deploy=True)
def backup_has_a_place(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E006: nothing says where backups go."""
    if settings.LEAD_BACKUP_TO:
        return []
    return [Error("Nothing says where backups go.", hint="Set LEAD_BACKUP_TO.", id="lead.E006")]


@register(deploy=True)
def county_is_asked_by_tls(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E008: who signs in would be told over a line that anybody can write on: there, TLS stands for the signature."""
    if not settings.OIDC_SERVER or settings.OIDC_SERVER.startswith("https://"):
        return []
    return [
        Error("The county's sign-in is asked without TLS.", hint="OIDC_SERVER begins with https://.", id="lead.E008")
    ]


@register(deploy=True)
def agreement_is_in_force(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """E007: the agreement has ended."""
    ends = program().ends_on
    if ends is None or date.fromisoformat(ends) >= date.today():
        return []
    return [Error(f"The agreement ended on {ends}.", hint="Renew it, then `leadkit deploy update`.", id="lead.E007")]


@register(deploy=True)
def releases_can_be_signed(app_configs: Apps, **_: Any) -> list[CheckMessage]:
    """W001: a release that nobody can sign, or whose words are older than the law that was read for it."""
    found: list[CheckMessage] = []
    for id_, release in program().consents.items():
        if all(words.get("draft") for words in release.get("languages", {}).values()):
            found.append(Warned(f"Nobody can sign the release {id_}: all its texts are drafts.", id="lead.W001"))
        reviewed, law = release.get("wording_reviewed"), release.get("law_on")
        if reviewed and law and str(reviewed) < str(law):
            text = f"The words of the release {id_} were last read in {reviewed}, before the law of {law}."
            found.append(Warned(text, id="lead.W001"))
    return found
