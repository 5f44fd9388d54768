"""The lines of a figure: everybody in one, or each group in its own. Where a line is hidden, it holds no number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from django.utils.translation import gettext as _

from lead.records.models import Referral

from .hiding import Parts, hidden


@dataclass(frozen=True)
class One:
    """A person as a figure counts them: whether what is asked of them is so, or how many minutes it took."""

    referral: Referral
    so: bool | None = None
    minutes: float | None = None


@dataclass(frozen=True)
class Line:
    """A line of a figure. Where it is hidden, it holds no number at all."""

    label: str
    is_hidden: bool = False
    numerator: int | None = None
    denominator: int | None = None
    value: str = ""


def lines(ones: Sequence[One], by: Callable[[One], str], least: int, around: Sequence[One] = ()) -> list[Line]:
    """A line for each group, and a hidden one for those that are small, or by which a small one could be counted back.

    The hidden ones are one line without their names: the name of a small group tells that somebody is in it.

    Args:
        ones: Whom the figure counts.
        by: The group of each.
        least: Below which number a line is hidden.
        around: Whom a figure beside this one counts, of whom these are a part: nobody may count the others by taking
            one from the other.
    """
    cut, whole = _cut(ones, by), _cut(around, by)
    labels = sorted(cut)
    away = hidden([(*parts(cut[one]), _left(cut[one], whole.get(one, ()), around)) for one in labels], least)
    told = [_line(label, cut[label]) for i, label in enumerate(labels) if i not in away]
    return [*told, *([Line(_("the rest, together"), True)] if away else [])]


def _cut(ones: Sequence[One], by: Callable[[One], str]) -> dict[str, list[One]]:
    found: dict[str, list[One]] = {}
    for one in ones:
        found.setdefault(by(one) or _("not recorded"), []).append(one)
    return found


def _left(ones: Sequence[One], whole: Sequence[One], around: Sequence[One]) -> int:
    return abs(len(whole) - len(ones)) if around else 0


def parts(ones: Sequence[One]) -> Parts:
    """How many did and how many did not; where nothing is asked of them, how many they are."""
    yes = sum(one.so is True for one in ones)
    return (yes, len(ones) - yes) if any(one.so is not None for one in ones) else (len(ones), 0)


def _line(label: str, ones: Sequence[One]) -> Line:
    yes, every = sum(one.so is True for one in ones), len(ones)
    minutes = [one.minutes for one in ones if one.minutes is not None]
    if minutes:
        return Line(label, False, None, every, _("%(count)d minutes") % {"count": round(median(minutes))})
    if any(one.so is not None for one in ones):
        return Line(label, False, yes, every, f"{(200 * yes + every) // (2 * every)}%")
    return Line(label, False, every, None, str(every))
