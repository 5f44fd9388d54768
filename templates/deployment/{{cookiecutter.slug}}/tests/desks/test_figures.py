"""The program's measures and reports: people counted once, no small number, nobody by name, a reason for each gap."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from lead.audit.models import AuditEvent
from lead.desks.project import measures, reports
from lead.desks.project.hiding import hidden, small
from lead.desks.project.periods import ended_in, period
from lead.gate import Actor
from lead.pages.tables import cell
from lead.program import program
from lead.records.models import Event, Person, Referral
from tests.making import Making
from tests.test_pages import whole

from .test_project import MANAGER, Enter, manager, own

pytestmark = pytest.mark.skipif(MANAGER is None, reason="Nobody manages the program.")
DAY = timezone.make_aware(datetime(2026, 2, 3, 12))
COUNT: dict[str, Any] = {
    "title": "R",
    "kind": "count",
    "computed": "referrals",
    "period": "quarter",
    "disaggregations": [],
}
REPORT: dict[str, Any] = {
    "title": "Report R",
    "frequency": "yearly",
    "indicators": ["r"],
    "disaggregations": [],
    "readers": ["policy_body"],
    "sent_to": [],
    "public": False,
}


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The measures of a program, to be named by a test."""
    kept = program().measures
    for name, said in (
        ("indicators", {"r": COUNT}),
        ("reports", {"year": REPORT}),
        ("age_groups", []),
        ("elements", {}),
    ):
        monkeypatch.setitem(kept, name, said)
    monkeypatch.setattr(measures, "least", lambda: 2)
    return kept


def lines_of(figure: measures.Figure, cut: str) -> list[tuple[str, str]]:
    """The labels and values of a breakdown."""
    found = figure.parts[cut]
    assert isinstance(found, list), found
    return [(line.label, "hidden" if line.is_hidden else line.value) for line in found]


def referred(make: Making, at: datetime, count: int, **more: Any) -> None:
    """Some people, each referred once."""
    for _number in range(count):
        make.referral(make.person(**more.get("person", {})), at=at, offences=more.get("offences", []))


def test_age_groups_are_the_programs_own_and_none_are_invented(make: Making, named: dict[str, Any]) -> None:
    said = {**COUNT, "disaggregations": ["age"]}
    referred(make, DAY, 2, person={"born": date(2001, 2, 3)})
    referred(make, DAY, 3, person={"born": date(2001, 2, 4)})
    referred(make, DAY, 2, person={"born": None})
    assert measures.figure("r", said, DAY.date()).parts == {"age": "the program does not name age groups"}
    named["age_groups"] = [
        {"label": "18 to 24", "from": 18, "to": 24},
        {"label": "25 and over", "from": 25, "to": None},
    ]
    assert lines_of(measures.figure("r", said, DAY.date()), "age") == [
        ("18 to 24", "3"),
        ("25 and over", "2"),
        ("not recorded", "2"),
    ]
    named["age_groups"] = named["age_groups"][1:]
    assert ("in no age group of the program", "3") in lines_of(measures.figure("r", said, DAY.date()), "age")


def test_whoever_has_several_offenses_is_one_person_in_one_line(make: Making, named: dict[str, Any]) -> None:
    referred(make, DAY, 2, offences=["a", "b"])
    referred(make, DAY, 3, offences=["a"])
    figure = measures.figure("r", {**COUNT, "disaggregations": ["offence"]}, DAY.date())
    assert lines_of(figure, "offence") == [("a", "3"), ("a; b", "2")]


def test_free_words_of_single_people_are_in_no_figure(make: Making, named: dict[str, Any]) -> None:
    said = {**COUNT, "disaggregations": ["race", "sex", "language", "referring_unit"]}
    for count, race in ((3, "b"), (2, "w"), (1, "only one of her people"), (1, "n")):
        referred(make, DAY, count, person={"demographics": {"race": race, "sex": race}, "languages": f"tongue {race}"})
    Referral.objects.update(officer_unit="unit of one")
    values = {"b": "Race B", "w": "Race W", "n": "Race N"}
    named["elements"] = {"race": {"values": values}, "sex": {"values": {}}}
    figure = measures.figure("r", said, DAY.date())
    assert lines_of(figure, "race") == [("Race B", "3"), ("Race W", "2"), ("the rest, together", "hidden")]
    for cut in ("sex", "language", "referring_unit"):
        assert "free words" in str(figure.parts[cut])


def test_a_report_of_a_year_tells_each_quarter_that_ended_in_it(make: Making, named: dict[str, Any]) -> None:
    referred(make, DAY, 3)
    referred(make, DAY.replace(month=5), 4)
    told = reports.sheet(REPORT, date(2025, 12, 31), False)
    assert told.span == (date(2025, 1, 1), date(2025, 12, 31)) and len(told.figures) == 4
    assert {one.first.year for one in told.figures if one.first} == {2025}
    year = period("year", DAY.date())
    assert year and [one[0].month for one in ended_in("quarter", year)] == [1, 4, 7, 10]
    quarter = period("quarter", DAY.date())
    assert quarter and ended_in("year", quarter) == [(date(2025, 1, 1), date(2025, 12, 31))]


def test_a_report_of_a_period_that_runs_is_for_the_manager_alone(db: None, named: dict[str, Any]) -> None:
    today = timezone.localdate()
    mine, theirs = (reports.sheet(REPORT, today, running) for running in (True, False))
    assert mine.runs and not theirs.runs and theirs.span and theirs.span[1] < today
    assert not any(one.runs for one in theirs.figures)
    assert not any(one.first and one.first > today for one in mine.figures)


def test_no_month_can_be_counted_back_from_its_quarter(make: Making, named: dict[str, Any]) -> None:
    month = {**COUNT, "period": "month", "disaggregations": ["area"]}
    for number, count in ((1, 1), (2, 4), (3, 6)):
        referred(make, DAY.replace(month=number), count)
    days = [date(2026, number, 1) for number in (1, 2, 3)]
    named["indicators"] = {"r": {**COUNT, "period": "month"}}
    alone = [measures.figure("m", month, day).whole for day in days]
    assert [one and one.is_hidden for one in alone] == [True, False, False]
    named["indicators"] = {"m": month, "r": COUNT}
    beside = [measures.figure("m", month, day) for day in days]
    assert [one.whole and one.whole.is_hidden for one in beside] == [True, True, False]
    assert "worked out" in str(beside[2].parts["area"])


@pytest.mark.parametrize("left, hides", [(0, False), (1, True), (2, False)])
def test_nobody_is_counted_by_taking_a_part_from_its_whole(
    make: Making, named: dict[str, Any], left: int, hides: bool
) -> None:
    referred(make, DAY, 4 + left)
    for made in Referral.objects.order_by("pk")[:4]:
        for kind in ("handoff_call", "handoff"):
            Event.objects.create(person=made.person, referral=made, kind=kind, at=DAY, held_by="x")
    part = {**COUNT, "computed": "handoff_time"}
    named["indicators"] = {"r": {**COUNT, "period": "month"}, "h": part}
    whole_ = measures.figure("h", part, DAY.date()).whole
    assert whole_ and whole_.is_hidden is hides
    named["indicators"] = {"h": part}
    alone = measures.figure("h", part, DAY.date()).whole
    assert alone and not alone.is_hidden


def test_a_part_is_not_taken_from_its_whole_in_a_group_either(make: Making, named: dict[str, Any]) -> None:
    for area, count, done in (("x", 5, 4), ("y", 4, 4), ("z", 9, 4)):
        for number in range(count):
            made = make.referral(make.person(), at=DAY, area=area)
            for kind in ("handoff_call", "handoff") if number < done else ():
                Event.objects.create(person=made.person, referral=made, kind=kind, at=DAY, held_by="x")
    part = {**COUNT, "computed": "handoff_time", "disaggregations": ["area"]}
    named["indicators"] = {"r": COUNT, "h": part}
    figure = measures.figure("h", part, DAY.date())
    assert figure.whole and figure.whole.value == "0 minutes"
    assert lines_of(figure, "area") == [("the rest, together", "hidden")]


def test_a_report_names_its_readers_its_measures_and_what_is_missing(
    make: Making, enter: Enter, named: dict[str, Any]
) -> None:
    referred(make, DAY, 3)
    named["indicators"]["f"] = {**COUNT, "title": "Fiscal", "period": "fiscal_year", "definition": "As <b>agreed</b>."}
    named["indicators"]["n"] = {**COUNT, "title": "Never", "computed": None}
    named["reports"]["year"] = {**REPORT, "indicators": ["r", "f", "n"]}
    client = manager(enter)
    text = client.get(reverse("project:report", args=["year"]), {"on": "2026-02-03"}).content.decode()
    whole(text)
    for said in ("Report R", "policy body", "yearly", "fiscal year begins", "As &lt;b&gt;agreed", ">3<"):
        assert said in text, said
    assert "Report R" in client.get(reverse("project:figures")).content.decode()
    assert text.count("Never") == 1
    line = measures.Line("Everybody", False, 0, 12, "0%")
    shown = render_to_string("project/line.html", {"line": line, "one": {"said": {"kind": "share"}}})
    assert ">0<" in shown and ">12<" in shown
    file = client.get(reverse("project:report_csv", args=["year"]), {"on": "2026-02-03"}).content.decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(file)))
    assert len(table) == 7 and table[1][5:8] == ["3", "", "3"] and "fiscal year" in table[5][7]


def test_a_report_opens_for_those_to_whom_it_goes(make: Making, enter: Enter, named: dict[str, Any]) -> None:
    given = {one.recipient for one in program().cells if one.scope == "aggregate_only"}
    for role in program().roles.values():
        for agency in role.agencies if not role.vacant else ():
            ids = Actor(1, role.id, agency).ids
            if "project" in role.desks or not (ids & given or "privacy" in role.desks):
                continue
            client, address = enter(role.id, agency), reverse("project:report", args=["year"])
            for sent_to, public, code in (([], False, 404), ([], True, 200), (sorted(ids)[:1], False, 200)):
                named["reports"]["year"] = {**REPORT, "sent_to": sent_to, "public": public}
                assert client.get(address).status_code == code
            assert AuditEvent.objects.filter(action="page_denied", thing="report", allowed=False).exists()
    assert manager(enter).get(reverse("project:report", args=["no-report"])).status_code == 404


LEAST = 5


def test_no_small_number_can_be_counted_back() -> None:
    for lines in (*product(range(0, 13, 2), repeat=3), *product((1, 3, 5, 9), repeat=4)):
        _cannot_be_counted_back(lines)


def _cannot_be_counted_back(lines: tuple[int, ...]) -> None:
    away = hidden([(one, 0) for one in lines], LEAST)
    assert all(index in away for index, one in enumerate(lines) if small((one,), LEAST))
    if away and not small((sum(lines),), LEAST):
        left = sum(lines[index] for index in away)
        assert len(away) > 1 and not small((left,), LEAST)


def test_a_share_is_hidden_too_where_few_did_not() -> None:
    assert hidden([(30, 1), (20, 20), (10, 10)], LEAST) == {0, 2}
    assert hidden([(30, 30), (20, 20)], LEAST) == set()
    assert hidden([], LEAST) == set()


def test_the_figures_count_people_once_in_a_period_that_is_over(make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "least", lambda: 2)
    day = timezone.make_aware(datetime(2026, 2, 3, 12))
    people = [make.person() for _number in range(5)]
    pathway = next(iter(program().pathways))
    for person in (*people, people[0]):
        made = make.referral(person, pathway=pathway, at=day, area="x")
        for kind, after in (("referral", 0), ("handoff_call", 0), ("handoff", 20)):
            at = day + timedelta(minutes=after)
            Event.objects.create(person=person, referral=made, kind=kind, at=at, held_by="x")
    make.referral(people[1], pathway=pathway, at=day + timedelta(days=90))
    make.referral(make.person(), pathway=pathway, at=day, status=Referral.Status.VOID)
    Person.objects.filter(pk=people[4].pk).update(merged_into=people[3])
    said = {"computed": "referrals", "period": "quarter", "disaggregations": ["area", "housing"], "title": "R"}
    figure = measures.figure("r", said, date(2026, 3, 31))
    assert figure.whole and (figure.whole.value, figure.first, figure.last) == (
        "4",
        date(2026, 1, 1),
        date(2026, 3, 31),
    )
    assert figure.parts["housing"] == "the service does not keep it"
    assert lines_of(figure, "area") == [("x", "4")]
    minutes = measures.figure("h", {**said, "computed": "handoff_time"}, date(2026, 3, 31))
    assert minutes.whole and minutes.whole.value == "20 minutes" and minutes.whole.denominator == 4
    for more, why in (
        ({"computed": None}, "needs data"),
        ({"period": "fiscal_year"}, "fiscal year"),
        ({"period": "to_date"}, "calendar years"),
        ({"follow_up": {"count": 6, "unit": "months"}}, "over time"),
    ):
        none = measures.figure("n", {**said, **more}, date(2026, 3, 31))
        assert none.whole is None and why in none.why_not
    monkeypatch.setattr(measures, "least", lambda: 10)
    away = measures.figure("r", said, date(2026, 3, 31))
    assert away.whole and away.whole.is_hidden and away.whole.denominator is None and away.parts == {}


def test_intake_in_time_is_counted_from_the_clock(make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "least", lambda: 0)
    timed = next(
        (one for one in program().clocks.values() if one["until"] == "intake_completed" and one["at_most"]), None
    )
    if timed is None or timed["starts"] != "referral":
        pytest.skip("Intake has no clock from the referral.")
    day = timezone.make_aware(datetime(2026, 2, 3, 12))
    for days in (1, 400, None):
        made = make.referral(make.person(), pathway=(timed["pathways"] or [next(iter(program().pathways))])[0], at=day)
        same = {"person": made.person, "referral": made, "held_by": "x"}
        Event.objects.create(kind="referral", at=day, **same)
        if days:
            Event.objects.create(kind="intake_completed", at=day + timedelta(days=days), **same)
    said = {"computed": "intake_in_time", "period": "quarter", "disaggregations": ()}
    whole_ = measures.figure("i", said, date(2026, 3, 31)).whole
    assert whole_ and (whole_.numerator, whole_.denominator, whole_.value) == (1, 3, "33%")


HIDDEN = ("\u00a0=1", "\ufeff=1", "\u200b=1", "\x00=1", "＝1", "\u00ad＋1")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", *HIDDEN])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell("a=1") == "a=1" and cell(None) == "" and cell(12) == "12"


def test_the_file_of_figures_is_logged_and_names_nobody(
    make: Making, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measures, "least", lambda: 0)
    last = timezone.now() - timedelta(days=100)
    one = own(make, at=last, area="=cmd|x", officer_unit="@SUM(A1)")
    answer = manager(enter).get(reverse("project:csv"), {"on": timezone.localdate(last).isoformat()})
    text = answer.content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]
    assert one.person.name not in text and one.person.code not in text
    assert AuditEvent.objects.filter(action="export", thing="figures.csv").count() == 1


def test_figures_open_for_bodies_that_are_given_them_and_never_for_a_period_that_runs(
    make: Making, enter: Enter
) -> None:
    given = {cell.recipient for cell in program().cells if cell.scope == "aggregate_only"}
    for role in program().roles.values():
        for agency in role.agencies if not role.vacant else ():
            page = enter(role.id, agency).get(reverse("project:figures"), {"on": timezone.localdate().isoformat()})
            opens = bool({"project", "privacy"} & {*role.desks}) or bool(Actor(1, role.id, agency).ids & given)
            assert page.status_code == (200 if opens else 403)
            if opens:
                whole(page.content.decode())
                assert "project" in role.desks or "still running" not in page.content.decode()


@pytest.mark.parametrize("day", ["no-day", "0001-01-01", "1999-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_that_is_in_no_period_is_refused_and_in_the_log(enter: Enter, day: str) -> None:
    for number, name in enumerate(("figures", "csv"), 1):
        assert manager(enter).get(reverse(f"project:{name}"), {"on": day}).status_code == 404
        assert AuditEvent.objects.filter(action="page_denied", thing="figures").count() == number
