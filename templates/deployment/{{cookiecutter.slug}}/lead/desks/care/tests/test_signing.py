"""A release is read, signed and taken back; what 42 CFR 2.31 asks of it is asked here."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from lead.audit.models import AuditEvent
from lead.desks.care.releases import duties, learns
from lead.desks.care.signing import signers
from lead.desks.privacy.sharing import untold
from lead.program import program
from lead.records import consents
from lead.records.models import (
    Consent,
    Event,
    Person,
    Revocation,
)
from tests.making import Making, agency_of

from .sending import CARE, send, signable, url

pytestmark = pytest.mark.skipif(CARE is None, reason="The program has no case managers.")


def signature(release: str, **more: Any) -> dict[str, Any]:
    parts = {
        f"part_{id_}": "initialed" if said["may_be_struck"] else "on"
        for id_, said in program().consents[release]["blocks"].items()
    }
    today = timezone.localdate().isoformat()
    said: dict[str, Any] = {"version": program().consents[release]["version"]}
    said |= {
        "how": "screen",
        "signed_on": today,
        "interpreted": "no",
        "signed_name": "Ada Invented",
        "copy_given": "on",
    }
    return {**parts, **said, "clear": "yes", **more}


def test_a_release_that_two_take_back_at_once_is_taken_back_once(
    desk: Client, taken_in: Person, somebody_is_quicker: Any
) -> None:
    release, language = signable()
    send(desk, url("release", taken_in.pk, release, language), **signature(release))
    consent, means = Consent.objects.get(), program().consents[release]["revocation"]["means"][0]
    address, said = url("take_back", consent.pk), {"recipient": "*", "means": means}
    somebody_is_quicker(lambda: desk.post(address, {"token": "another", **said}))
    assert send(desk, address, **said).status_code == 422
    assert consent.revocations.count() == 1


def test_a_release_is_signed_and_taken_back(desk: Client, taken_in: Person) -> None:
    release, language = signable()
    answer = send(desk, url("release", taken_in.pk, release, language), **signature(release))
    assert answer.status_code == 302, answer.content.decode()
    consent = Consent.objects.get()
    assert answer.headers["Location"] == url("signed", consent.pk)
    assert "In force" in desk.get(url("person", taken_in.pk)).content.decode()
    means = program().consents[release]["revocation"]["means"][0]
    assert send(desk, url("take_back", consent.pk), recipient="*", means=means).status_code == 302
    assert consent.revocations.get().by == "the person"
    page = desk.get(url("person", taken_in.pk)).content.decode()
    assert "Not in force" in page
    assert "They were told" in page
    desk.post(url("told", consent.revocations.get().pk))
    assert "They were told" not in desk.get(url("person", taken_in.pk)).content.decode()


def test_a_release_on_paper_says_where_the_paper_is(desk: Client, taken_in: Person) -> None:
    release, language = signable()
    more = {"how": "paper", "kept_at": "Cabinet 2, invented", "read_aloud": "on", "signed_on": "2026-01-02"}
    assert send(desk, url("release", taken_in.pk, release, language), **signature(release, **more)).status_code == 302
    assert Consent.objects.get().read_aloud
    assert "Cabinet 2, invented" in desk.get(url("person", taken_in.pk)).content.decode()
    assert AuditEvent.objects.filter(action="changed", person=taken_in.pk, thing="release").exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"signed_name": ""}, "This field is required"),
        ({"copy_given": ""}, "This field is required"),
        ({"how": "paper"}, "Say where the signed paper is kept."),
        ({"signed_on": "2020-01-01"}, "Who signs here signs today."),
        ({"interpreted": "yes"}, "Name the interpreter."),
        ({"interpreted": "yes", "interpreter": "I. Invented, Spanish"}, "The interpreter signs, too."),
    ],
)
def test_a_release_without_what_it_must_have_is_refused(
    desk: Client, taken_in: Person, change: dict[str, str], words: str
) -> None:
    release, language = signable()
    answer = send(desk, url("release", taken_in.pk, release, language), **signature(release, **change))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Consent.objects.exists()


def test_the_copy_of_a_release_says_what_was_signed_whatever_the_program_says_now(
    desk: Client, taken_in: Person, monkeypatch: Any
) -> None:
    release, language = signable()
    form = program().consents[release]
    struck = next((id_ for id_, said in form["blocks"].items() if said["may_be_struck"]), "")
    more = {f"part_{struck}": "struck", "capacity": "guardian, invented", "interpreted": "yes"}
    more |= {"interpreter": "I. Invented, Spanish", "interpreter_signed": "I. Invented"}
    send(desk, url("release", taken_in.pk, release, language), **signature(release, **more))
    words = form["languages"][language]
    new = {**words, "paragraphs": ["Canary 7f3a"], "blocks": dict.fromkeys(words["blocks"], "Canary 7f3a")}
    monkeypatch.setitem(form["languages"], language, new)
    copy = url("signed", Consent.objects.get().pk)
    assert copy in desk.get(url("person", taken_in.pk)).content.decode()
    page = unescape(desk.get(copy).content.decode())
    lines = [*words["paragraphs"], *(line for text in words["blocks"].values() for line in text.splitlines())]
    assert [line for line in lines if line not in page] == [] and "Canary" not in page
    assert page.count("<strong>struck out</strong>") == 1
    for name in ("Ada Invented", "guardian, invented", "I. Invented, Spanish"):
        assert name in page
    assert AuditEvent.objects.filter(action="print", person=taken_in.pk, thing="signed release").exists()


def test_a_release_in_spanish_is_signed_in_spanish(desk: Client, taken_in: Person) -> None:
    release, language = signable()
    if "es" not in program().languages or program().consents[release]["languages"].get("es", {}).get("draft", True):
        pytest.skip("No release may be signed in Spanish.")
    address = url("release", taken_in.pk, release, "es")
    page = unescape(desk.get(address).content.decode())
    for english, spanish in (("I agree", "Acepto"), ("Sign the release", "Firmar la autorización")):
        assert english not in page and spanish in page
    page = unescape(send(desk, address, **signature(release, signed_name="")).content.decode())
    assert "Este campo es obligatorio." in page and "This field is required" not in page
    assert (
        language == "en" and "Sign the release" in desk.get(url("release", taken_in.pk, release, "en")).content.decode()
    )


def test_who_signs_for_somebody_says_by_what_right(desk: Client, taken_in: Person, monkeypatch: Any) -> None:
    release, language = signable()
    monkeypatch.setitem(program().consents[release], "signers", ["legal_representative"])
    address = url("release", taken_in.pk, release, language)
    said = signature(release, witness="x")
    assert send(desk, address, **said).status_code == 422
    assert send(desk, address, **said, capacity="guardian, invented").status_code == 302
    assert Consent.objects.get().capacity == "guardian, invented"


def test_the_words_of_a_release_stand_above_its_signature(desk: Client, taken_in: Person) -> None:
    for id_, said in program().consents.items():
        for language, words in said["languages"].items():
            page = unescape(desk.get(url("release", taken_in.pk, id_, language)).content.decode())
            missing = [text for text in words["paragraphs"] if text not in page]
            lines = [line for text in words["blocks"].values() for line in text.splitlines() if line not in page]
            assert (id_, language, missing, lines) == (id_, language, [], [])


def test_an_element_that_is_missing_is_named(desk: Client, taken_in: Person, monkeypatch: Any) -> None:
    release, language = signable()
    monkeypatch.setitem(program().consents[release]["elements"], "6", None)
    answer = send(desk, url("release", taken_in.pk, release, language), **signature(release))
    assert "the right to take it back, and how (42 CFR 2.31)" in answer.content.decode()
    assert not Consent.objects.exists()


def test_words_that_changed_while_they_were_read_are_not_signed(desk: Client, taken_in: Person) -> None:
    release, language = signable()
    answer = send(desk, url("release", taken_in.pk, release, language), **signature(release, version="another"))
    assert (answer.status_code, Consent.objects.count()) == (422, 0)
    assert "other words" in answer.content.decode()
    page = desk.get(url("release", taken_in.pk, release, language)).content.decode()
    assert f'value="{program().consents[release]["version"]}"' in page


def test_a_draft_cannot_be_signed(desk: Client, taken_in: Person, monkeypatch: Any) -> None:
    release, language = signable()
    monkeypatch.setitem(program().consents[release]["languages"][language], "draft", True)
    address = url("release", taken_in.pk, release, language)
    assert "<button>Sign" not in desk.get(address).content.decode()
    assert desk.post(address, {"token": "x", **signature(release)}).status_code == 422
    assert not Consent.objects.exists()


def test_who_has_no_clear_head_is_not_asked_again_at_once(desk: Client, taken_in: Person, monkeypatch: Any) -> None:
    release, language = signable()
    monkeypatch.setitem(program().consents[release], "sign_when", "not_impaired")
    monkeypatch.setitem(program().consents[release], "recheck_after", {"unit": "hours", "count": 24})
    address = url("release", taken_in.pk, release, language)
    assert send(desk, address, clear="no").status_code == 302
    assert desk.post(address, {"token": "x", **signature(release)}).status_code == 422
    assert not Consent.objects.exists()
    later = timezone.now() - timedelta(hours=25)
    Event.objects.filter(kind="not_clear").update(at=later)
    assert send(desk, address, **signature(release)).status_code == 302


def proceedings() -> tuple[str, str]:
    """The consent for use in one case, and a language in which it may be signed."""
    for id_, said in program().consents.items():
        ready = [language for language, words in said["languages"].items() if not words["draft"]]
        if said.get("covers") == "part2_proceedings" and ready:
            return id_, ready[0]
    pytest.skip("The program has no consent for proceedings that can be signed.")


def test_a_release_that_is_not_adopted_is_read_and_signed_in_a_demonstration_alone(
    desk: Client, taken_in: Person, monkeypatch: Any
) -> None:
    release, language = signable()
    monkeypatch.setitem(program().consents[release], "draft", True)
    address = url("release", taken_in.pk, release, language)
    page = desk.get(address).content.decode()
    assert "it is a draft" in page and "<button>Sign" not in page
    assert desk.post(address, {"token": "x", **signature(release)}).status_code == 422
    with pytest.raises(ValidationError, match="not adopted"):
        consents.sign(taken_in, release, language=language, signed_name="x", signed_on=timezone.localdate())
    Person.objects.update(is_demo=True)
    assert "for the demonstration" in desk.get(address).content.decode()
    assert send(desk, address, **signature(release)).status_code == 302
    assert learns(Consent.objects.get())
    Person.objects.update(is_demo=False)
    assert learns(Consent.objects.get()) == []


def test_a_consent_for_proceedings_names_its_one_case(desk: Client, taken_in: Person) -> None:
    release, language = proceedings()
    Person.objects.update(is_demo=program().consents[release]["draft"])
    address = url("release", taken_in.pk, release, language)
    answer = send(desk, address, **signature(release, named="L. Invented"))
    assert (answer.status_code, Consent.objects.count()) == (422, 0)
    assert "id_case" in answer.content.decode()
    whole = signature(release, case="No. 26-1, invented", named="L. Invented")
    assert send(desk, address, **whole).status_code == 302
    kept = Consent.objects.get()
    assert (kept.case, kept.named) == ("No. 26-1, invented", "L. Invented")
    page = desk.get(url("person", taken_in.pk)).content.decode()
    assert "No. 26-1, invented" in page and "In force" in page
    Consent.objects.update(case=" ")
    assert learns(Consent.objects.get()) == []


def test_nobody_is_asked_for_a_case_who_signs_anything_else(desk: Client, taken_in: Person) -> None:
    release, language = signable()
    if program().consents[release]["covers"] != "part2_proceedings":
        assert "id_case" not in desk.get(url("release", taken_in.pk, release, language)).content.decode()


def test_who_is_outside_the_program_is_named_by_whoever_signs(desk: Client, taken_in: Person) -> None:
    for id_, said in program().consents.items():
        outside = [one for block in said["blocks"].values() for one in block["recipients"] if one in program().outside]
        ready = [language for language, words in said["languages"].items() if not words["draft"]]
        if outside and ready and not said["draft"] and said["signers"] == ["participant"] and not said.get("youth"):
            address = url("release", taken_in.pk, id_, ready[0])
            assert send(desk, address, **signature(id_, case="x")).status_code == 422
            answer = send(desk, address, **signature(id_, case="x", named="Corner Shop, invented"))
            assert answer.status_code == 302, answer.content.decode()
            assert Consent.objects.get().named == "Corner Shop, invented"
            return
    pytest.skip("No release tells anybody outside the program.")


def test_the_privacy_desk_knows_that_they_were_told(desk: Client, taken_in: Person) -> None:
    release, language = signable()
    send(desk, url("release", taken_in.pk, release, language), **signature(release))
    consent = Consent.objects.get()
    send(desk, url("take_back", consent.pk), recipient="*", means=program().consents[release]["revocation"]["means"][0])
    assert len(untold()) == 1
    for _time in range(2):
        desk.post(url("told", consent.revocations.get().pk))
    assert untold() == []
    assert Event.objects.filter(kind="recipients_told").count() == 1


def test_a_struck_part_tells_nobody(make: Making, taken_in: Person) -> None:
    for id_, said in program().consents.items():
        struck = [one for one, block in said["blocks"].items() if block["may_be_struck"]]
        if struck and any(not words["draft"] for words in said["languages"].values()):
            whole = make.consent(taken_in, id_)
            part = make.consent(
                taken_in, id_, blocks={**dict.fromkeys(said["blocks"], "initialed"), struck[0]: "struck"}
            )
            assert len(learns(part)) == len(learns(whole)) - 1


def test_both_desks_name_the_same_whom_to_tell_that_a_release_was_taken_back(make: Making, taken_in: Person) -> None:
    """All that a part which stood names, both sides where it goes both ways; nobody of a part that was struck."""
    expected = {}
    for id_, said in program().consents.items():
        parts = said["blocks"]
        struck = next((one for one, block in parts.items() if block["may_be_struck"] and len(parts) > 1), None)
        marks = {one: "struck" if one == struck else "initialed" for one in parts}
        taken = Revocation.objects.create(consent=make.consent(taken_in, id_, blocks=marks))
        stood = [block for one, block in parts.items() if one != struck]
        named = {one for block in stood for one in block["recipients"]}
        back = {one for block in stood if block.get("both_ways") for one in block["disclosers"]}
        expected[taken.pk] = named | back | {*((said.get("revocation") or {}).get("told_to") or ())}
    assert {taken.pk: {*whom} for taken, whom, _by in duties(taken_in)} == expected
    assert {one["revocation"].pk: {*one["recipients"]} for one in untold()} == expected


@pytest.mark.parametrize(
    "born, said, grown", [(2, None, False), (40, None, True), (None, 15, False), (None, 30, True), (None, None, False)]
)
def test_somebody_young_or_of_an_age_that_nobody_knows_does_not_sign_alone(
    make: Making, monkeypatch: pytest.MonkeyPatch, born: int | None, said: int | None, grown: bool
) -> None:
    release, language = signable()
    form = {**program().consents[release], "youth": {"under": 18, "signers": ["participant_and_parent"]}}
    monkeypatch.setitem(program().consents, release, form)
    person = make.person(born=born and timezone.localdate() - timedelta(days=born * 366))
    make.referral(person, facts={} if said is None else {"age": said})
    assert signers(person, form) == (["participant"] if grown else ["participant_and_parent"])
    signed = {"blocks": dict.fromkeys(form["blocks"], "initialed"), "signed_on": timezone.localdate()}
    signed |= {"language": language, "signed_name": "Ada", "copy_given": True, "held_by": agency_of("care")}
    if born or said:
        assert consents.sign(person, release, **signed).pk
    else:
        with pytest.raises(ValidationError, match="date of birth"):
            consents.sign(person, release, **signed)


def test_a_release_that_was_about_treatment_when_it_was_signed_tells_of_it_still(make: Making) -> None:
    release, _language = signable()
    consent = make.consent(make.person(), release)
    before, of_part2 = consent.groups(), {**consent.signed, "covers": "part2_tpo"}
    for signed in (of_part2, {**consent.signed, "blocks": {"one": {"categories": ["a-category-that-is-no-more"]}}}):
        consent.signed = signed
        assert consent.groups() == ["sud"], before
