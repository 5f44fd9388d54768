"""Whoever refers and whoever screens: the officer, the records desk, the office that overrides, the screening desk."""

from __future__ import annotations

import pytest

from tests.gates.deploy.days.people import SCREENING, Ada
from tests.gates.deploy.stories import Town

pytestmark = pytest.mark.gate("chromium", "python:playwright", "npm:axe-core", "python:django", "python:gunicorn")


def test_an_officer_signs_in_with_password_and_code_and_refers_on_a_phone(town: Town, referred: Ada) -> None:
    ada = referred
    log = town.log(ada.code)
    assert [one["role"] for one in log if one["action"] == "entered"] == ["city-referrals"]
    assert all(one["allowed"] for one in log if one["role"] == "city-referrals")


def test_the_records_desk_answers_what_tells_criminal_history_and_keeps_none_of_it(town: Town, screened: Ada) -> None:
    ada = screened
    kept = [one for one in town.log(ada.code) if one["action"] == "records_check"]
    assert [one["role"] for one in kept] == ["records-check"]


def test_the_office_that_the_rules_name_overrides_on_a_ground(town: Town, overridden: Ada) -> None:
    ada = overridden
    assert [one["role"] for one in town.log(ada.code, thing="override") if one["allowed"]] == ["misdemeanor-charging"]


def test_the_screening_desk_says_yes_for_the_program(town: Town, approved: Ada) -> None:
    ada = approved
    with town.desk(SCREENING) as desk:
        assert ada.code not in desk.open("/screening/")
