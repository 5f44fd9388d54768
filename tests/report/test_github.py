"""Annotations of a workflow, and the summary of its job."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt

from leadkit.report.github import SHOWN, render, summary
from leadkit.report.report import Report


def test_ten_are_annotated_errors_first_and_the_rest_is_counted(several: Report) -> None:
    *annotations, count = render(several).splitlines()
    assert len(annotations) == SHOWN
    words = [line.split(" ")[0] for line in annotations]
    assert words == ["::error"] * 5 + ["::warning"] * 4 + ["::notice"]
    assert annotations[0].startswith("::error file=county/a.yaml,line=10,col=3,endColumn=9,title=LK303 in line 10::")
    assert count.startswith("5 errors, 4 warnings, 6 notes. 5 more findings")


def test_no_text_ends_a_command_or_begins_another(hostile: Report) -> None:
    commands = [line for line in render(hostile).splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == 1
    properties, _, data = commands[0].removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "col", "endColumn", "title"]
    assert "%25 0A" not in data
    assert "%250A" in data
    assert "%0A::set-output x" in data


def test_the_summary_has_them_all_with_nothing_read_as_markup(several: Report, hostile: Report) -> None:
    assert summary(several).count("\n- **LK") == 15
    assert summary(several).index("### Errors") < summary(several).index("### Notes")
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(summary(hostile))
    assert "<script" not in page
    assert "<a " not in page
    assert "<code>" not in page
    assert page.count("<strong>") == 2
    assert page.count("<li>") == 2


def test_a_summary_stays_below_what_github_takes(several: Report) -> None:
    many = replace(several, found=[replace(several.found[0], message="é" * 3000)] * 1000)
    text = summary(many)
    assert len(text.encode("utf-8")) < 2**20
    assert "more: `leadkit check` prints them all" in text
