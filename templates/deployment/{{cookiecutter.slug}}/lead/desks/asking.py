"""A form of the policy's own questions: which stand in it follows from what the rules still miss and who is asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lead.pages.forms import InEnglish, LeadForm
from lead.pages.words import english, told
from lead.program import Role
from lead.records.models import Referral
from lead.screening import Question, questions
from lead.screening.asking import how_many, may_see_history

from .cases import answer_now, offences

_NOT_ASKED = ("room",)
"""What follows from the program's places, which the project's desk knows."""

_UNITS = {"milligrams": (1000, gettext_lazy("in grams")), "cents": (100, gettext_lazy("in dollars"))}


@dataclass(frozen=True)
class Asked:
    """A question that is open.

    Attributes:
        name: The engine's name of the fact that the answer is: ``weapon``, ``items.1.value``; a list's is how many
            entries it has.
        question: The question.
        entries: Of a list, what is asked about each entry as well.
    """

    name: str
    question: Question
    entries: tuple[Question, ...] = ()


class Askable:
    """What a role may be asked about a referral.

    Args:
        pathway: The pathway of the referral.
        role: The role.
        everybody: Also what others know: whoever screens asks them. Restricted questions stay with those who may know.
        restricted: Whether what tells criminal history is asked at all.
    """

    def __init__(self, pathway: str, role: Role, *, everybody: bool = False, restricted: bool = True) -> None:
        history = restricted and may_see_history(role)
        self._of: dict[str | None, dict[str, Question]] = {}
        for one in questions(pathway, None if everybody else role):
            if one.fact not in _NOT_ASKED and (history or not one.restricted):
                self._of.setdefault(one.of, {})[one.fact] = one

    def find(self, name: str) -> Asked | None:
        """The question of a fact by the engine's name; None where it is for others."""
        of, _dot, rest = name.partition(".")
        single = self._of.get(of, {}).get(rest.partition(".")[2]) if rest else self._of.get(None, {}).get(of)
        if single:
            return Asked(name, single)
        listed = self._of.get(of) if not rest else None
        return Asked(name, how_many(of), tuple(listed.values())) if listed else None


def still_asked(referral: Referral, role: Role) -> list[Asked]:
    """What the rules still miss and a role that screens may be asked, or ask others."""
    askable = Askable(referral.pathway, role, everybody=True)
    return [one for name in answer_now(referral).missing if (one := askable.find(name))]


class QuestionsForm(LeadForm):
    """The open questions. What is not known stays open, and nothing is taken for a no."""

    marks_optional = False  # every question may be left open

    def __init__(self, *args: Any, referral: Referral, asked: list[Asked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referral, self.asked = referral, asked
        self.named: dict[str, Question] = {}
        for one in asked:
            self._ask(one.name, one.question)
            for number in range(1, self._count(one.name) + 1 if one.entries else 0):
                for inner in one.entries:
                    self._ask(f"{one.name}.{number}.{inner.fact}", inner)

    def _ask(self, name: str, question: Question) -> None:
        self.named[name] = question
        self.fields[name] = field = self._field(question)
        field.label, field.required = label(self.referral, name, question), False
        field.help_text = " ".join(filter(None, (str(field.help_text), self.hint(question))))

    def _count(self, name: str) -> int:
        sent = str(self.data.get(name, "")).strip() if self.is_bound else ""
        is_number = sent.isascii() and sent.isdigit() and len(sent) < 10
        return min(int(sent), how_many(name).at_most or 0) if is_number else 0

    def _field(self, question: Question) -> forms.Field:
        open_, unknown = _("Empty: not known."), ("", _("Not known"))
        if question.type == "yes_no":
            choices = [("yes", _("Yes")), ("no", _("No")), unknown]
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect({"class": "inline"}), initial="")
        if question.type == "choice":
            options = self._options(question)
            first = options[0][0] if len(options) == 1 else ""
            return forms.ChoiceField(choices=[unknown, *options], initial=first, widget=InEnglish)
        if question.type == "date":
            widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            return forms.DateField(widget=widget, help_text=open_)
        if question.unit in _UNITS:
            return forms.DecimalField(
                min_value=0, max_value=10**9, help_text=f"{capfirst(_UNITS[question.unit][1])}. {open_}"
            )
        hint = _("How many? 0 for none. Empty: not known.") if question.type == "count" else open_
        return forms.IntegerField(min_value=0, max_value=question.at_most or 10**9, help_text=hint)

    def hint(self, question: Question) -> str:
        """What stands by a question."""
        return _("Used for the decision and not kept.") if question.restricted else ""

    def _options(self, question: Question) -> list[tuple[str, str]]:
        """The answers of a choice; of the offenses only those that the referral names, where it names any."""
        named = set(self.referral.offences) if question.fact == "offence" and question.of == "items" else set()
        return [(id_, text) for id_, text in question.options.items() if not named or id_ in named]

    def clean(self) -> dict[str, Any]:
        """Ask about every entry that was counted."""
        cleaned = super().clean()
        for one in self.asked:
            entries = [name for name in self.named if name.startswith(f"{one.name}.")]
            if any(name not in self.data for name in entries):
                self.add_error(one.name, _("Answer what is asked below about each of them, and send it again."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        """The answers by the engine's names, as the policy reads them; what is not known is left out."""
        read = {name: _read(question, self.cleaned_data.get(name)) for name, question in self.named.items()}
        return {name: value for name, value in read.items() if value is not None}


def label(referral: Referral, name: str, question: Question) -> str:
    """A question as a page asks it; of an entry, with what the entry is called."""
    of, _dot, rest = name.partition(".")
    if not rest:
        return english(question.text)
    number = int(rest.partition(".")[0])
    entry = _("No. %(number)s") % {"number": number}
    if of == "charges" and number <= len(referral.offences):
        of_charge = offences(referral.pathway).get(referral.offences[number - 1], {})
        entry = english(of_charge["label"]) if of_charge else entry
    return format_html("{}: {}", entry, english(question.text))


def _read(question: Question, sent: Any) -> Any:
    if sent in (None, ""):
        return None
    if question.type == "yes_no":
        return sent == "yes"
    if question.type == "date":
        return sent.isoformat()
    if isinstance(sent, Decimal):
        return int(sent * _UNITS[str(question.unit)][0])
    return sent


def written(question: Question, value: Any) -> Any:
    """A known answer as its field holds it."""
    if question.type == "yes_no" and value is not None:
        return "yes" if value else "no"
    return Decimal(value) / _UNITS[question.unit][0] if question.unit in _UNITS and value is not None else value


def spoken(question: Question, value: Any) -> str:
    """A known answer as a page says it."""
    if value is None:
        return _("Not known")
    if question.type in ("yes_no", "choice"):
        return english(str(question.options.get(value, value))) if question.type == "choice" else str(told(value))
    unit = f" ({_UNITS[question.unit][1]})" if question.unit in _UNITS else ""
    return f"{written(question, value)}{unit}"
