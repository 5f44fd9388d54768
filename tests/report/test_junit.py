"""Test results, as pipelines read them."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from leadkit.report.junit import render
from leadkit.report.report import Report


def _read(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(render(report).encode("utf-8"))


def test_errors_fail_and_the_rest_is_skipped(several: Report) -> None:
    root = _read(several)
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("16", "5", "10")
    first, whole, empty = root.findall("testsuite")
    assert (first.get("name"), first.get("failures"), whole.get("name")) == ("county/a.yaml", "5", "program")
    failure = first.findall("testcase")[9].find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message"), failure.text) == ("LK303", "error: Sentence 10.", "Do it.")
    assert [test.get("name") for test in empty.findall("testcase")] == ["no findings"]


def test_warnings_fail_where_they_fail_the_check(several: Report) -> None:
    assert _read(replace(several, strict=True)).get("failures") == "9"


def test_hostile_text_is_text(hostile: Report) -> None:
    root = _read(hostile)
    assert len(list(root.iter("testcase"))) == 2
    failure = root.find(".//failure")
    assert failure is not None
    assert "</script><script>alert(1)</script>" in (failure.get("message") or "")
    assert "]]>" in (failure.text or "")
