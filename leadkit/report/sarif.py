"""Findings as SARIF 2.1.0, which code hosts and editors show beside the text."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from leadkit.diagnostic.diagnostic import Severity
from leadkit.report.report import Report
from leadkit.report.terminal import clean
from leadkit.source import SourceText
from leadkit.version import VERSION

if TYPE_CHECKING:
    from leadkit.diagnostic import Code, Diagnostic, Fix, Silenced, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_DRIVE = re.compile(r"[A-Za-z]:/")
_Json = dict[str, Any]


def render(report: Report) -> str:
    """One run: the rules that found something, with their texts, and each finding with its place and repair.

    What was not checked is a notice of the run.
    """
    found = [*report.found, *(one.finding for one in report.silenced)]
    codes = _codes(found)
    places = {code: number for number, code in enumerate(codes)}
    results = [_result(one, places, report) for one in report.found]
    results += [_silenced(one, places, report) for one in report.silenced]
    driver = {"name": "leadkit", "version": VERSION, "rules": [_rule(name, code) for name, code in codes.items()]}
    run: _Json = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if report.mend_first:
        notice = {"level": "note", "message": {"text": report.to_come}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notice]}]
    printed = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(printed, indent=2) + "\n"


def _codes(found: Sequence[Diagnostic]) -> dict[str, Code | None]:
    from leadkit.check.codes import all_codes

    texts = {code.code: code for code in all_codes()}
    return {name: texts.get(name) for name in sorted({one.code for one in found})}


def _rule(name: str, code: Code | None) -> _Json:
    if code is None:
        return {"id": name}
    shown = f"{code.why}\n\nWrong:\n\n{code.wrong.rstrip()}\n\nRight:\n\n{code.right.rstrip()}"
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": code.why},
        "help": {"text": shown},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(one: Diagnostic, places: dict[str, int], report: Report) -> _Json:
    result: _Json = {
        "ruleId": one.code,
        "ruleIndex": places[one.code],
        "level": _LEVELS[one.severity],
        "message": {"text": _message(f"{one.message} {one.remedy}".strip())},
        "locations": [_location(span) for span in one.spans[:1]],
    }
    if one.spans[1:]:
        result["relatedLocations"] = [{"id": number, **_location(span)} for number, span in enumerate(one.spans[1:])]
    if one.fix and all(edit.file in report.files for edit in one.fix.edits):
        result["fixes"] = [_fix(one.fix, report)]
    return result


def _silenced(one: Silenced, places: dict[str, int], report: Report) -> _Json:
    suppression = {"kind": "inSource", "justification": clean(one.reason), "location": _location(one.span)}
    return {**_result(one.finding, places, report), "suppressions": [suppression]}


def _message(text: str) -> str:
    """A message without links, which a viewer would make of a planner's brackets."""
    return _LINK.sub(r"\\[", clean(text))


def _location(span: Span) -> _Json:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.file)}, "region": _region(span)}}


def _region(span: Span) -> _Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(fix: Fix, report: Report) -> _Json:
    files = sorted({edit.file for edit in fix.edits})
    changes = [
        {
            "artifactLocation": {"uri": _uri(name)},
            "replacements": [
                {
                    "deletedRegion": _region(SourceText(name, report.files[name]).span(edit.start, edit.end)),
                    "insertedContent": {"text": edit.text},
                }
                for edit in fix.edits
                if edit.file == name
            ],
        }
        for name in files
    ]
    return {"description": {"text": clean(fix.title)}, "artifactChanges": changes}


def _uri(file: str) -> str:
    """A file as a reference: relative to where the check was started, unless it was named from the root."""
    if _DRIVE.match(file):
        return f"file:///{file[:2]}{_quoted(file[2:])}"
    return f"file://{_quoted(file)}" if file.startswith("/") else _quoted(file)


def _quoted(path: str) -> str:
    return quote(clean(path))
