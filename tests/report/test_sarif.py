"""SARIF 2.1.0."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from leadkit.diagnostic import Edit, Fix
from leadkit.report.report import Report
from leadkit.report.sarif import render


def _run(report: Report) -> Any:
    read = json.loads(render(report))
    assert read["version"] == "2.1.0"
    [run] = read["runs"]
    return run


def test_a_result_has_its_rule_its_sentence_and_its_place(several: Report) -> None:
    run = _run(several)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["LK303", "LK501"]
    assert rules[0]["shortDescription"]["text"] != rules[0]["id"]
    result = run["results"][9]
    assert result["message"]["text"] == "Sentence 10. Do it."
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "county/a.yaml"
    assert place["region"] == {"startLine": 10, "startColumn": 3, "endLine": 10, "endColumn": 9}
    assert {one["level"] for one in run["results"]} == {"error", "warning", "note"}
    assert run["results"][-1]["locations"] == []


def test_a_repair_is_given_by_line_and_column(several: Report) -> None:
    text = "agencies:\r\n  polise: yes\r\n"
    fix = Fix("Write police", (Edit("county/a.yaml", text.index("polise"), text.index("polise") + 6, "police"),))
    report = replace(several, found=[replace(several.found[0], fix=fix)], files={"county/a.yaml": text})
    [change] = _run(report)["results"][0]["fixes"][0]["artifactChanges"]
    [replacement] = change["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 9}
    assert replacement["insertedContent"] == {"text": "police"}


def test_a_file_is_a_reference_whatever_its_name(several: Report, hostile: Report) -> None:
    def uri(name: str) -> str:
        span = replace(several.found[0].spans[0], file=name)
        report = replace(several, found=[replace(several.found[0], spans=(span,))])
        where = _run(report)["results"][0]["locations"][0]["physicalLocation"]
        return str(where["artifactLocation"]["uri"])

    assert uri("git:HEAD~1:county/a b.yaml") == "git%3AHEAD~1%3Acounty/a%20b.yaml"
    assert uri("/srv/county/a.yaml") == "file:///srv/county/a.yaml"
    assert uri("C:/county/a.yaml") == "file:///C:/county/a.yaml"
    assert not urlsplit(
        _run(hostile)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    ).scheme


def test_a_planners_brackets_make_no_link_and_a_silence_is_a_suppression(hostile: Report) -> None:
    run = _run(hostile)
    assert "\\[a](http" in run["results"][0]["message"]["text"]
    [suppression] = run["results"][1]["suppressions"]
    assert suppression["kind"] == "inSource"
    assert "suppressions" not in run["results"][0]
