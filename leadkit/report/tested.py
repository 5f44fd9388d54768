"""Scenarios that were decided: in plain words, as JSON, and as the results of tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from leadkit.report.junit import in_xml, written
from leadkit.report.report import counted
from leadkit.report.screened import reasons_in_words, undecided_in_words
from leadkit.report.terminal import Paint, clean

if TYPE_CHECKING:
    from leadkit.policy.scenarios import Difference, Tested


@dataclass(frozen=True)
class Suite:
    """The scenarios of one program.

    Attributes:
        name: The program, as it was named.
        tested: Its scenarios, in order.
    """

    name: str
    tested: Sequence[Tested]

    @property
    def failed(self) -> bool:
        """Whether a scenario was not decided as expected."""
        return any(one.failed for one in self.tested)


def render_text(suites: Sequence[Suite], *, colour: bool = False) -> str:
    """Each scenario that failed, with what was expected, what came of it and why; then a count for each program."""
    paint = Paint(colour)
    lines: list[str] = []
    for suite in suites:
        for one in suite.tested:
            if one.failed:
                lines += [*_failure(one, paint), ""]
    return "\n".join([*lines, *(_count(suite, paint) for suite in suites)]) + "\n"


def _count(suite: Suite, paint: Paint) -> str:
    name = clean(suite.name)
    if not suite.tested:
        return f"{name}: no scenarios."
    failing = sum(one.failed for one in suite.tested)
    passed = sum(one.passed for one in suite.tested)
    silent = [one.id for one in suite.tested if not one.failed and not one.expects]
    counts = []
    if failing:
        counts.append(paint.colour(f"{failing} of {counted(len(suite.tested), 'scenario')} failed.", "red"))
    elif passed:
        counts.append(paint.colour(f"{counted(passed, 'scenario')} passed.", "green"))
    if silent:
        counts.append(f"{counted(len(silent), 'scenario')} skipped, of which nothing is expected: {named(silent)}.")
    return f"{name}: {' '.join(counts)}"


_FEW = 5
"""More ids than these are not named, but counted."""


def named(ids: Sequence[str]) -> str:
    """The first ids of scenarios, and how many there are beyond."""
    told = [*ids[:_FEW], *([f"and {len(ids) - _FEW} more"] if len(ids) > _FEW else [])]
    return clean(", ".join(told))


def _failure(one: Tested, paint: Paint) -> list[str]:
    where = f"{clean(one.place.file)}, line {one.place.line}"
    return [paint.bold(f"{where}: {clean(one.id)}"), f"  {clean(one.title)}", *(f"  {line}" for line in _told(one))]


def _told(one: Tested) -> Iterator[str]:
    """What is wrong with a scenario, in lines."""
    for difference in one.differences:
        yield from _difference(difference)
    for found in one.found:
        line = f"line {found.spans[0].line}: " if found.spans else ""
        yield clean(f"{line}{found.code} {found.message} {found.remedy}")
    if one.desk is None or one.decision is None:
        if not one.found:
            yield "The scenario or the rules of its day cannot be read. Run leadkit check."
        return
    undecided = one.decision["outcome"] == "needs_information"
    words = undecided_in_words if undecided else reasons_in_words
    reasons = words(one.desk, one.decision["reasons"])
    if reasons:
        yield "Rules that wait for what is missing:" if undecided else "Why:"
        yield from (f"  {line}" for line in reasons)


def _difference(one: Difference) -> Iterator[str]:
    yield clean(f"{one.what}: expected {', '.join(one.expected)}")
    yield clean(f"{' ' * len(one.what)}  got      {', '.join(one.got) or 'none'}")


def render_json(suites: Sequence[Suite]) -> str:
    """Every scenario with its decision, by program."""
    told = {suite.name: {one.id: _as_json(one) for one in suite.tested} for suite in suites}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _as_json(one: Tested) -> dict[str, Any]:
    return {
        "title": one.title,
        "passed": one.passed if one.expects or one.failed else None,
        "file": one.place.file,
        "line": one.place.line,
        "differences": [
            {"what": each.what, "expected": list(each.expected), "got": list(each.got)} for each in one.differences
        ],
        "found": [{"code": each.code, "message": each.message, "remedy": each.remedy} for each in one.found],
        "case": one.case,
        "decision": one.decision,
    }


def render_junit(suites: Sequence[Suite]) -> str:
    """One suite for each program, one test for each scenario; one of which nothing is expected counts as skipped."""
    root = Element("testsuites", name="leadkit test")
    for suite in suites:
        element = SubElement(root, "testsuite", name=in_xml(suite.name), time="0")
        for one in suite.tested:
            _test(element, one)
    return written(root)


def _test(suite: Element, one: Tested) -> None:
    test = SubElement(suite, "testcase", name=in_xml(one.id), classname=suite.get("name", ""), time="0")
    test.set("file", in_xml(one.place.file))
    test.set("line", str(one.place.line))
    if one.failed:
        failure = SubElement(test, "failure", type="scenario", message=in_xml(one.title))
        failure.text = "\n".join(in_xml(line) for line in _told(one))
    elif not one.expects:
        SubElement(test, "skipped", message="nothing is expected of it")
