"""The tags of the service's templates; they need no {% load %}."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from lead.audit.reading import may as may_do
from lead.audit.reading import shown
from lead.pages import words

register = template.Library()
_PROPER = ("agencies", "bodies")
"""What has a name of its own, which is of no language."""


@register.simple_tag(takes_context=True)
def show(context: template.Context, record: Any, name: str) -> SafeString:
    """A field of a record as whoever asks may see it: ``{% show person "name" %}``."""
    told = shown(context["request"], record, name)
    return render_to_string("pages/shown.html", {"shown": told})


@register.simple_tag(takes_context=True)
def row(context: template.Context, record: Any, name: str) -> SafeString:
    """A term and its field, for a list of them in ``<dl class="facts">``: ``{% row person "born" %}``."""
    told = shown(context["request"], record, name)
    return render_to_string("pages/row.html", {"shown": told})


@register.simple_tag(takes_context=True)
def may(context: template.Context, person: Any, group: str, action: str = "view") -> bool:
    """Whether whoever asks may do something with a group: ``{% may person "clinical" "enter" as can %}``."""
    return bool(may_do(context["request"], person, group, action))


@register.filter
def named(id_: str, kind: str) -> str:
    """The name that the program gives an id: ``{{ referral.pathway|named:"pathways" }}``."""
    name = words.named(id_, kind) or id_.replace("-", " ")
    return name if kind in _PROPER else words.english(name)


register.filter("english", words.english)
register.filter("words", words.said)
register.filter("told", words.told)
register.filter("lasting", words.lasting)
