"""Findings as the results of tests, in the XML that JUnit began and every pipeline reads."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from leadkit.report.report import Report
from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Silenced

_NAME = "leadkit check"
_NOWHERE = "program"


def render(report: Report) -> str:
    """One suite for each file: a failure for what fails the check, a skipped test for what does not.

    A file without findings has one test that passes, so that a report is never empty.
    """
    root = Element("testsuites", name=_NAME)
    suites: dict[str, Element] = {}
    for one in report.found:
        _case(_suite(root, suites, _file(one)), one, fails=report.fails(one))
    for silence in report.silenced:
        _silenced(_suite(root, suites, _file(silence.finding)), silence)
    for name in report.files:
        if name not in suites:
            SubElement(_suite(root, suites, name), "testcase", name="no findings", classname=in_xml(name), time="0")
    return written(root)


def written(root: Element) -> str:
    """The results as a file has them, with the tests of each suite counted, and of all."""
    for element in (*root.iter("testsuite"), root):
        _count(element)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _file(one: Diagnostic) -> str:
    return one.spans[0].file if one.spans else _NOWHERE


def _suite(root: Element, suites: dict[str, Element], name: str) -> Element:
    if name not in suites:
        suites[name] = SubElement(root, "testsuite", name=in_xml(name), time="0")
    return suites[name]


def _test(suite: Element, one: Diagnostic) -> Element:
    line = f" line {one.spans[0].line}" if one.spans else ""
    test = SubElement(suite, "testcase", name=f"{one.code}{line}", classname=suite.get("name", ""), time="0")
    if one.spans:
        test.set("file", in_xml(one.spans[0].file))
        test.set("line", str(one.spans[0].line))
    return test


def _case(suite: Element, one: Diagnostic, *, fails: bool) -> None:
    test = _test(suite, one)
    told = SubElement(test, "failure", type=one.code) if fails else SubElement(test, "skipped")
    told.set("message", in_xml(f"{one.severity.value}: {one.message}"))
    told.text = "\n".join(in_xml(part) for part in (one.remedy, *(one.correction or "").splitlines()) if part)


def _silenced(suite: Element, one: Silenced) -> None:
    told = SubElement(_test(suite, one.finding), "skipped")
    told.set("message", in_xml(f"silenced, because {one.reason}"))
    told.text = in_xml(one.finding.message)


def _count(element: Element) -> None:
    tests = list(element.iter("testcase"))
    element.set("tests", str(len(tests)))
    element.set("failures", str(sum(test.find("failure") is not None for test in tests)))
    element.set("skipped", str(sum(test.find("skipped") is not None for test in tests)))


def in_xml(text: str) -> str:
    """A text in one line without the characters that XML cannot hold."""
    shown = clean(" ".join(text.splitlines()))
    return shown.replace("\ufffe", "\N{REPLACEMENT CHARACTER}").replace("\uffff", "\N{REPLACEMENT CHARACTER}")
