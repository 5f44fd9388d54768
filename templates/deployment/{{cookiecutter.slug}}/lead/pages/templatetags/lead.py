"""The tags of the service's templates; they need no {% load %}."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lead.audit.reading import Shown, shown
from lead.audit.reading import may as may_do
from lead.pages.words import lasting, said
from lead.program import program

register = template.Library()

WORDS_OF = {"answer", "kind", "level", "means", "outcome", "purpose", "source"}
"""The fields of records that hold a word of the agreement or of a form, and no text that somebody wrote."""


def _in_words(told: Shown, name: str) -> Shown:
    return replace(told, value=said(told.value)) if name in WORDS_OF and isinstance(told.value, str) else told


@register.simple_tag(takes_context=True)
def show(context: template.Context, record: Any, name: str) -> SafeString:
    """A field of a record as whoever asks may see it: ``{% show person "name" %}``."""
    told = _in_words(shown(context["request"], record, name), name)
    return render_to_string("pages/shown.html", {"shown": told})


@register.simple_tag(takes_context=True)
def row(context: template.Context, record: Any, name: str) -> SafeString:
    """A term and its field, for a list of them in ``<dl class="facts">``: ``{% row person "born" %}``."""
    told = _in_words(shown(context["request"], record, name), name)
    return render_to_string("pages/row.html", {"shown": told})


@register.simple_tag(takes_context=True)
def may(context: template.Context, person: Any, group: str, action: str = "view") -> bool:
    """Whether whoever asks may do something with a group: ``{% may person "clinical" "enter" as can %}``."""
    return bool(may_do(context["request"], person, group, action))


@register.filter
def named(id_: str, kind: str) -> str:
    """The name that the program gives an id: ``{{ referral.pathway|named:"pathways" }}``."""
    held = getattr(program(), kind, {}).get(id_)
    if held is None:
        return id_.replace("-", " ")
    if isinstance(held, dict):
        return str(held.get("name") or held.get("title") or held.get("label") or id_)
    return str(getattr(held, "name", None) or getattr(held, "title", None) or getattr(held, "label", None) or id_)


@register.filter
def words(value: str) -> str:
    """A word of the agreement as people say it: ``{{ decision.purpose|words }}``."""
    return said(value)


register.filter(lasting)  # A length of time that the agreement names: ``{{ clock.length|lasting }}``.


@register.filter
def told(value: Any) -> Any:
    """A value as a page says it: yes and no, dates as the language has them, lists in a row, nothing as a dash."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list | tuple):
        return "; ".join(str(told(one)) for one in value) or "–"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {told(one)}" for name, one in value.items()) or "–"
    return "–" if value in (None, "") else value
