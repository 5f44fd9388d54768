"""Charts stand beside their tables and show what these show; figures of too few people are in neither."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from leadkit.documents.tree.blocks import Table
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.plain import inline_text
from leadkit.model.load import load
from leadkit.model.root import Program
from leadkit.resources import programs
from leadkit.site.composing import Composing
from leadkit.site.drawn.charts import charts
from leadkit.site.drawn.picture import Picture
from leadkit.site.write.markdown import Written, to_markdown


def _results(folder: Path, language: str = "en") -> tuple[Document, Program, Written]:
    standing = load(folder).resolve()
    assert standing.program is not None
    document = Composing(standing, standing.program).document("results", language)
    assert document is not None
    written = to_markdown(document, "results", "{}.svg", charts(document, standing.program))
    return document, standing.program, written


def _drawn(folder: Path, language: str = "en") -> dict[str, Picture]:
    document, program, _ = _results(folder, language)
    return {each.section: each for each in charts(document, program)}


def _whole(page: Written) -> str:
    """All that a page and its pictures say."""
    return page.text + "".join(page.pictures)


def test_each_chart_stands_before_the_table_that_holds_its_figures() -> None:
    for name in ("example-county", "albany-ny", "santa-fe-nm"):
        document, program, _ = _results(programs() / name)
        sections = {s.id: s for a in document.articles for c in a.clauses for s in c.sections}
        for picture in charts(document, program):
            table = sections[picture.section].blocks[picture.before]
            assert isinstance(table, Table)
            cells = {inline_text(cell) for row in table.rows for cell in row.cells}
            shown = re.findall(r">([^<>]+)</text>", picture.svg)
            assert len(shown) >= 4
            assert {each.partition(" (")[0] for each in shown} <= cells


def test_a_chart_compares_like_with_like() -> None:
    chart = _drawn(programs() / "example-county")["measure-referrals"]
    assert ">212<" in chart.svg
    assert ">381<" in chart.svg
    assert ">118<" not in chart.svg  # of a quarter, beside two years
    assert chart.alt == "Referrals, as bars. 2024: 212; 2025: 381."
    assert "measure-handoff-time" not in _drawn(programs() / "example-county")  # one figure is no comparison


def test_a_chart_tells_itself_and_needs_no_colour() -> None:
    svg = _drawn(programs() / "albany-ny")["measure-diversions"].svg
    assert '<title id="title">Diversions in a year, as bars</title>' in svg
    assert '<desc id="told">2018: 87; 2019: 35</desc>' in svg
    assert len(set(re.findall(r'<rect x="[^"]*" y="[^"]*" width="[^"]*" height="24" fill="([^"]*)"', svg))) == 1


def test_what_counts_too_few_is_in_no_table_remark_or_chart(county: Any, put: Callable[..., Path]) -> None:
    seen = county["measures"]["indicators"]["intake-in-window"]["observations"]["2025"]
    seen |= {"value": "7%", "numerator": "7", "denominator": "98", "remark": "Zqx seven people"}
    whole = _whole(_results(put(county))[2])
    assert "Zqx" not in whole
    assert " 7%" not in whole
    assert "98" not in whole.partition("Intake done in time")[2].partition("###")[0]
    assert "kept back: too few people" in whole
    assert "measure-intake-in-window" not in _drawn(put(county))


def test_the_rest_is_kept_back_where_it_would_give_the_few_away(county: Any, put: Callable[..., Path]) -> None:
    observations = county["measures"]["indicators"]["referrals"]["observations"]
    observations["2024"]["breakdown"]["pathway"] = {"Arrest diversion": "209", "Social contact": "3"}
    whole = _whole(_results(put(county))[2])
    assert "| 209 |" not in whole
    assert "| 171 |" in whole
    seen = county["measures"]["indicators"]["intake-in-window"]["observations"]["2024"]
    seen |= {"value": "98%", "numerator": "95", "denominator": "97"}
    assert "98%" not in _whole(_results(put(county))[2])


def test_a_share_and_a_sum_of_money_are_no_count_of_people(county: Any, put: Callable[..., Path]) -> None:
    county["measures"]["indicators"]["cost"]["observations"]["2025"]["value"] = "$5"
    county["measures"]["indicators"]["disparity"]["observations"]["2025"]["value"] = "2"
    whole = _whole(_results(put(county))[2])
    assert "$5" in whole
    assert "| 2025 | a year | 2 |" in whole


def test_an_invented_program_says_that_its_figures_are() -> None:
    assert "so is every figure on this page" in _results(programs() / "example-county")[2].text
    assert "so is every figure" not in _results(programs() / "albany-ny")[2].text
