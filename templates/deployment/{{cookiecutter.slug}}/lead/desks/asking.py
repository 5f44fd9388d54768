"""A form of the policy's own questions: which stand in it follows from what the rules still miss and who is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lead.pages.forms import LeadForm
from lead.program import Role, program
from lead.records.models import Referral
from lead.screening import Question, questions
from lead.screening.asking import may_see_history

from .cases import answer_now, offences

ENTRIES = 8
"""How many entries of one list are asked about."""

_NOT_ASKED = ("room",)
"""What follows from the program's places, which the project's desk knows."""

_UNITS = {"milligrams": (1000, gettext_lazy("in grams")), "cents": (100, gettext_lazy("in dollars"))}


@dataclass(frozen=True)
class Asked:
    """A question that is open: about the contact, about an entry that is known, or about a whole list."""

    question: Question
    entry: int | None = None
    whole: bool = False


def still_asked(referral: Referral, role: Role, *, everybody: bool = False) -> list[Asked]:
    """What the rules still miss and a role may be asked.

    Args:
        referral: The referral.
        role: The role.
        everybody: Also what others know: whoever screens asks them. Restricted questions stay with those who may know.
    """
    history = may_see_history(role)
    asked = [
        one
        for one in questions(referral.pathway, None if everybody else role)
        if one.fact not in _NOT_ASKED and (history or not one.restricted)
    ]
    missing = answer_now(referral).missing
    return [found for one in asked for found in _places(one, missing)]


def _places(question: Question, missing: tuple[str, ...]) -> Iterator[Asked]:
    if question.of is None:
        if question.fact in missing:
            yield Asked(question)
    elif question.of in missing:
        yield Asked(question, whole=True)
    else:
        for name in missing:
            of, _dot, rest = name.partition(".")
            number, _dot, fact = rest.partition(".")
            if of == question.of and fact == question.fact and number.isdigit():
                yield Asked(question, int(number))


def counted(asked: list[Asked]) -> int:
    """How many questions that is; a whole list is one, as long as nobody said how many entries it has."""
    return len({one.question.of if one.whole else (one.question.of, one.question.fact, one.entry) for one in asked})


class QuestionsForm(LeadForm):
    """The open questions. What is not known stays open, and nothing is taken for a no."""

    def __init__(self, *args: Any, referral: Referral, asked: list[Asked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referral, self.asked = referral, asked
        self.lists = list(dict.fromkeys(str(one.question.of) for one in asked if one.whole))
        for one in asked:
            if not one.whole:
                self.fields[_name(one.question, one.entry)] = self._field(one.question, one.entry)
        for of in self.lists:
            self._ask_list(of)

    def _ask_list(self, of: str) -> None:
        text = (program().policy or {})["collections"][of]["question"]
        self.fields[f"{of}-count"] = forms.IntegerField(
            label=text,
            help_text=_("How many? 0 for none. Empty: not known."),
            required=False,
            min_value=0,
            max_value=ENTRIES,
        )
        for number in range(1, self._count(of) + 1):
            for one in self._of(of):
                self.fields[_name(one, number)] = self._field(one, number)

    def _of(self, of: str) -> list[Question]:
        return [one.question for one in self.asked if one.whole and one.question.of == of]

    def _count(self, of: str) -> int:
        told = str(self.data.get(f"{of}-count", "")).strip() if self.is_bound else ""
        return min(int(told), ENTRIES) if told.isascii() and told.isdigit() else 0

    def _field(self, question: Question, entry: int | None) -> forms.Field:
        label = question.text if entry is None else f"{self._entry(question, entry)}: {question.text}"
        known: dict[str, Any] = {"label": label, "required": False, "help_text": self.hint(question)}
        unknown = _("Not known")
        if question.type == "yes_no":
            choices = [("yes", _("Yes")), ("no", _("No")), ("", unknown)]
            return forms.ChoiceField(
                choices=choices, widget=forms.RadioSelect({"class": "inline"}), initial="", **known
            )
        if question.type == "choice":
            options = self._options(question)
            first = options[0][0] if len(options) == 1 else ""
            return forms.ChoiceField(choices=[("", unknown), *options], initial=first, **known)
        if question.type == "date":
            return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **known)
        if question.unit in _UNITS:
            known["help_text"] = " ".join(filter(None, (str(_UNITS[question.unit][1]), known["help_text"])))
            return forms.DecimalField(min_value=0, max_value=10**9, **known)
        return forms.IntegerField(min_value=0, max_value=question.at_most or 10**9, **known)

    def hint(self, question: Question) -> str:
        """What stands by a question."""
        return _("Used for the decision and not kept.") if question.restricted else ""

    def _options(self, question: Question) -> list[tuple[str, str]]:
        """The answers of a choice; of the offenses only those that the referral names, where it names any."""
        named = set(self.referral.offences) if question.fact == "offence" and question.of == "items" else set()
        return [(id_, text) for id_, text in question.options.items() if not named or id_ in named]

    def _entry(self, question: Question, entry: int) -> str:
        """What an entry is called on the page."""
        if question.of == "charges" and entry <= len(self.referral.offences):
            known = offences(self.referral.pathway).get(self.referral.offences[entry - 1], {})
            return str(known.get("label") or entry)
        return _("No. %(number)s") % {"number": entry}

    def clean(self) -> dict[str, Any]:
        """Ask about every entry that was counted."""
        cleaned = super().clean()
        for of in self.lists:
            names = [_name(one, number) for number in range(1, self._count(of) + 1) for one in self._of(of)]
            if any(name not in self.data for name in names):
                self.add_error(f"{of}-count", _("Answer what is asked below about each of them, and send it again."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        """The answers, as the policy reads them; what is not known is left out."""
        found: dict[str, Any] = {}
        for one in self.asked:
            if one.whole:
                continue
            value = _value(one.question, self.cleaned_data.get(_name(one.question, one.entry)))
            if value is None:
                continue
            if one.entry is None:
                found[one.question.fact] = value
            else:
                of = str(one.question.of)
                entries = found.setdefault(of, [{} for _entry in self.referral.facts.get(of, ())])
                entries[one.entry - 1][one.question.fact] = value
        for of in self.lists:
            count = self.cleaned_data.get(f"{of}-count")
            if count is not None:
                found[of] = [self._answered(of, number) for number in range(1, count + 1)]
        return found

    def _answered(self, of: str, number: int) -> dict[str, Any]:
        told = {one.fact: _value(one, self.cleaned_data.get(_name(one, number))) for one in self._of(of)}
        return {fact: value for fact, value in told.items() if value is not None}


def _name(question: Question, entry: int | None) -> str:
    return question.fact if entry is None else f"{question.of}-{entry}-{question.fact}"


def _value(question: Question, told: Any) -> Any:
    if told in (None, ""):
        return None
    if question.type == "yes_no":
        return told == "yes"
    if question.type == "date":
        return told.isoformat()
    if isinstance(told, Decimal):
        return int(told * _UNITS[str(question.unit)][0])
    return told
