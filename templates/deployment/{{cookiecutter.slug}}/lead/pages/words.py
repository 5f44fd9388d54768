"""The words of the agreement as people say them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from lead.program import program

IDS = {
    "pathway": ("pathways",),
    "area": ("areas",),
    "offence": ("offences",),
    "offences": ("offences",),
    "referring_agency": ("agencies",),
    "supervising_agency": ("agencies",),
    "handed_to": ("agencies",),
    "provider": ("agencies",),
    "service": ("services_named",),
    "office": ("roles", "agencies"),
    "decided_by": ("roles",),
    "owner": ("roles", "bodies", "agencies"),
    "release": ("consents",),
}
"""The fields of records that hold an id of the program, and the lists in which it has a name."""

SAID = ("answer", "complainant_wish", "kind", "level", "means", "outcome", "owner", "purpose", "source", "state")
"""The fields of records that hold a word of the agreement or of a form."""

WORDS = {
    "yes_no": _("yes or no"),
    "reason_code": _("the answer with a reason code"),
    "dates_only": _("dates only"),
    "summary": _("a summary"),
    "full": _("all of it"),
    "referral": _("referral"),
    "screening": _("screening"),
    "coordination": _("coordination of care"),
    "treatment": _("treatment"),
    "payment": _("payment"),
    "operations": _("running the program"),
    "charging": _("the decision about the charge"),
    "legal_coordination": _("coordination of the case"),
    "supervision": _("supervision"),
    "safety": _("safety"),
    "caller_update": _("word to whoever asked for help"),
    "evaluation": _("evaluation"),
    "audit": _("audit"),
    "public_reporting": _("public reporting"),
    "legal_duty": _("a duty in law"),
    "no_adverse_action": _("act against the person because of it"),
    "no_evidence": _("use it as evidence"),
    "no_revocation": _("use it to revoke supervision"),
    "no_investigation": _("use it to investigate"),
    "no_immigration": _("use it to enforce immigration law"),
    "no_reidentification": _("find out who somebody is"),
    "no_publication": _("publish it"),
    "care_only": _("use it for anything but care"),
    "court_order": _("an order of a court"),
    "exception": _("a duty or exception in law"),
    "part2_criminal": _("42 CFR Part 2, subpart E, in a criminal matter"),
    "part2_noncriminal": _("42 CFR Part 2, subpart E, in a matter that is not criminal"),
    "state_law": _("state law"),
    "research": _("an approved study"),
    "public_record": _("a public record"),
    "volunteered": _("told freely by somebody with no duty to keep it secret"),
    "eligible": _("eligible"),
    "not_eligible": _("not eligible"),
    "needs_discretion": _("somebody may override"),
    "needs_information": _("something is still to be found out"),
    "needs_person": _("somebody decides"),
    "held": _("held back"),
    "filed": _("filed"),
    "ended": _("ended"),
    "offence": _("offense"),
}
LENGTHS = {
    "minutes": ngettext_lazy("%(count)s minute", "%(count)s minutes", "count"),
    "hours": ngettext_lazy("%(count)s hour", "%(count)s hours", "count"),
    "days": ngettext_lazy("%(count)s day", "%(count)s days", "count"),
    "business_days": ngettext_lazy("%(count)s business day", "%(count)s business days", "count"),
    "weeks": ngettext_lazy("%(count)s week", "%(count)s weeks", "count"),
    "months": ngettext_lazy("%(count)s month", "%(count)s months", "count"),
    "years": ngettext_lazy("%(count)s year", "%(count)s years", "count"),
}


def said(value: str) -> str:
    """A word as people say it; one that is not known, without its underscores."""
    return str(WORDS.get(value) or gettext(value.replace("_", " ")))


def lasting(length: dict[str, Any]) -> str:
    """A length of time as people say it, such as ``1 hour``."""
    unit, count = length["unit"], length["count"]
    return str(LENGTHS[unit] % {"count": count}) if unit in LENGTHS else f"{count} {said(unit)}"


def english(text: str) -> str:
    """A text of the program, which is English, marked as that where the page speaks another language."""
    return text if (get_language() or "en") == "en" else format_html('<span lang="en">{}</span>', text)


def named(id_: str, *kinds: str) -> str | None:
    """The name that the program gives an id in the first of some lists that has it."""
    for kind in kinds:
        held = getattr(program(), kind, {}).get(id_)
        if isinstance(held, str):
            return held
        if held is not None:
            names = held.get if isinstance(held, dict) else lambda name, one=held: getattr(one, name, None)
            return str(names("name") or names("title") or names("label") or id_)
    return None


def told(value: Any, field: str = "") -> Any:
    """A value as a page says it: yes and no, dates as the language has them, lists in a row, nothing as a dash.

    Args:
        value: The value.
        field: The field of a record that holds it, where it may hold an id or a word of the agreement.
    """
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list | tuple):
        return "; ".join(str(told(one, field)) for one in value) or "–"
    if field == "whose":
        return told(sorted({one for by in value.values() for one in by}), "owner")
    if isinstance(value, dict):
        return "; ".join(f"{name}: {told(one)}" for name, one in value.items()) or "–"
    if value in (None, ""):
        return "–"
    return named(value, *IDS.get(field, ())) or (said(value) if field in SAID else value)
