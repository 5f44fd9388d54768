"""The supervising agency's pages."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lead.audit.log import write
from lead.audit.reading import actor, may
from lead.desks import asks, reads
from lead.desks.cases import happened
from lead.desks.telling import followed
from lead.gate import see
from lead.pages.forms import LeadForm
from lead.pages.forms import answer as page
from lead.records.finding import person_or_404
from lead.records.models import Person, Referral

ANSWERS = {"yes": "supervision_agrees", "no": "supervision_refuses"}


class AnswerForm(LeadForm):
    """Whether the supervising agency agrees."""

    answer = forms.ChoiceField(
        label=_("Does your agency agree that the person takes part?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        help_text=_("Only this yes or no goes to whoever screens. Write nothing of the case."),
    )


@reads(desk="supervision", purpose="coordination")
def people(request: HttpRequest) -> HttpResponse:
    """The people whom the own agency supervises, as far as their releases let it know of them."""
    who = actor(request)
    supervised = Referral.objects.filter(supervising_agency=who.agency).values("person")  # type: ignore[union-attr]
    listed = Person.objects.filter(pk__in=supervised).for_actor(who).order_by("code")[:200]
    return render(request, "supervision/list.html", {"people": listed})


@asks(desk="supervision", purpose="screening")
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """One person, and the question."""
    who = actor(request)
    person = person_or_404(request, number)
    asked = person.referrals.filter(supervising_agency=who.agency).first()  # type: ignore[union-attr]
    if asked is None:
        write(request, "person_denied", allowed=False, person=person.pk)
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not may(request, person, "identity", "view"):
        raise PermissionDenied
    given = asked.events.filter(kind__in=ANSWERS.values(), held_by=who.agency).last()  # type: ignore[union-attr]
    told = {"person": person, "referral": asked, "given": given, "after": followed(request, person)}

    def keep() -> str:
        happened(request, asked, ANSWERS[form.cleaned_data["answer"]])
        return reverse("supervision:answer", args=[person.pk])

    return page(request, "supervision/person.html", form, keep, **told, is_open=bool(see(who, person, "identity")))
