"""Files of charges: what is written, what is rejected and why, and how much memory it takes."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from leadkit.policy.batch import BatchError, Summary, screen_batch
from leadkit.policy.batch.mapfile import read_map
from leadkit.policy.batch.mapping import ColumnMap, Source
from leadkit.policy.policy import FactType, Policy
from tests.policy.batch.tables import ENGINES, policy_of, screened

ON = date(2026, 12, 1)


@pytest.fixture(scope="module")
def county() -> Policy:
    return policy_of("example-county")


@pytest.fixture
def screen(county: Policy, tmp_path: Path) -> Any:
    """Screen a file of this text; the summary."""

    def run(text: str, columns: str | None = None, encoding: str = "utf-8", **given: Any) -> Summary:
        source = tmp_path / "charges.csv"
        source.write_text(text, encoding=encoding, newline="")
        if columns is not None:
            (tmp_path / "map.yaml").write_text(columns, encoding="utf-8")
            given["columns"] = read_map(tmp_path / "map.yaml")
        return screen_batch(
            county, source, tmp_path / "cases.csv", **{"on": ON, "pathway": "arrest-diversion", **given}
        )

    return run


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def test_rows_of_one_name_are_one_case_and_others_are_cases_of_their_own(screen: Any) -> None:
    summary = screen("case,charge.offence,age\nb,theft,20\na,resisting,20\nb,resisting,20\n")
    assert [row[:4] for row in _rows(summary.out)[1:]] == [
        ["1", "b", "not_eligible", "eligibility.offences.resisting.excluded"],
        ["2", "a", "not_eligible", "eligibility.offences.resisting.excluded"],
    ]
    summary = screen("charge.offence,age\ntheft,17\nresisting,20\n")
    assert [row[:2] for row in _rows(summary.out)] == [["row", "outcome"], ["1", "not_eligible"], ["2", "not_eligible"]]
    assert (summary.cases, summary.rejected, summary.outcomes) == (2, 0, {"not_eligible": 2})


_NO_OFFENCE = (
    'charge.offence "murder" is none of the answers: possession, public-use, counterfeit, subsistence-sale, theft, '
    "stolen-goods, trespass-building, trespass, prostitution, disorderly, obstruction, mischief and 6 more."
)

WRONG = [
    ("charge.offence", "murder", _NO_OFFENCE),
    ("item.weight", "-1", "item.weight must not be negative."),
    ("item.weight", "2.5", "item.weight must be a whole number."),
    ("item.weight", "2 g", "item.weight must be a whole number."),
    ("age", "131", "age must be at most 130."),
    ("consents", "maybe", "consents must be yes or no."),
    ("record.convicted", "2026-12-02", "record.convicted must not lie after the day of the contact."),
    ("record.convicted", "2027", "record.convicted must not lie after the day of the contact."),
    ("record.convicted", "2023-02-29", "record.convicted is a day that there is not."),
    ("record.convicted", "2023-13", "record.convicted is a day that there is not."),
    ("record.convicted", "0000", "record.convicted is a day that there is not."),
    ("record.convicted", "1/2/2020", "record.convicted must be a date, written YYYY-MM-DD, YYYY-MM or YYYY."),
    ("on", "2026-12", "on must be a whole date, written YYYY-MM-DD."),
    ("on", "1999-01-01", "on is a day on which the rules of this policy do not hold."),
    (
        "pathway",
        "elsewhere",
        'pathway "elsewhere" is none of the answers: arrest-diversion, social-contact, '
        "community-referral, prosecutor-referral, post-overdose.",
    ),
    ("time", "25:00", 'time "25:00" is no time of the contact, such as 14:30.'),
    ("time", "10080", "time must be at most 10079, as a number of minutes after Monday 00:00."),
    ("time", "Mon 14:30", 'time "Mon 14:30" is not on the day of the contact.'),
    ("time", "2026-12-02 14:30", 'time "2026-12-02 14:30" is not on the day of the contact.'),
    ("charges", "0", "charges must not be empty on this pathway."),
    ("history.violent", "1e3", "history.violent must be a whole number."),
]


def test_a_row_that_is_wrong_is_rejected_with_the_reason(screen: Any) -> None:
    columns = sorted({column for column, _, _ in WRONG})
    rows = [",".join(cell if column == one else "" for one in columns) for column, cell, _ in WRONG]
    summary = screen("\n".join([f"resides,{','.join(columns)}", *(f"yes,{row}" for row in rows), ""]))
    assert _rows(summary.rejects) == [["row", "reason"], *([str(at), why] for at, (_, _, why) in enumerate(WRONG, 1))]
    assert (summary.cases, summary.rejected) == (0, len(WRONG))


def test_a_case_with_a_row_that_is_wrong_is_not_decided(screen: Any) -> None:
    rows = "a,theft,20\na,murder,20\nb,resisting,30\nc,theft,20\nc,theft,21\n,theft,21\n"
    summary = screen(f"case,charge.offence,age\n{rows}")
    assert [row[:2] for row in _rows(summary.out)] == [["row", "case"], ["3", "b"]]
    assert _rows(summary.rejects)[1:] == [
        ["2", "a", _NO_OFFENCE],
        ["4", "c", "The rows of the case differ in age."],
        ["6", "", "case must not be blank."],
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("aeg\n20\n", "The column aeg holds nothing that the program asks. Did you mean age?"),
        ("race\nx\n", "The column race holds nothing that the program asks. Leave it out, or name it under ignore."),
        ("age,age\n1,2\n", "The first line of charges.csv must name each column, and each once."),
        ("leadkit_malformed\n1\n", "The column leadkit_malformed of charges.csv has a name that is kept"),
        ("age,case,consents\n20,a,yes\n20,b\n", "Line 3 has 2 cells, and the heading has 3. Which case"),
        ('case,age\na,20\n"b,20\n', "Line 3 has a quote that does not end, or more after one that ends. Which case"),
        ("case,age\na,20\n,20,1\n", "Line 3 has 3 cells, and the heading has 2. Which case"),
        ('"age\n1\n', "holds nothing that the program asks"),
        ("row\n1\n", "The column row of charges.csv has a name that is kept for counting rows"),
    ],
)
def test_a_file_that_is_not_such_a_table_is_refused_whole(screen: Any, tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BatchError, match=says):
        screen(text)
    assert not (tmp_path / "cases.csv").exists()


def test_a_map_says_what_columns_are_called_and_what_their_values_mean(screen: Any) -> None:
    columns = (
        "columns:\n"
        "  age: AGE\n"
        "  amounts.sale: {column: GRAMS, unit: g}\n"
        "  charge.offence: {column: STATUTE, values: {resisting: [9A.76.040], theft: 9A.56.050}, otherwise: unlisted}\n"
        "ignore: [RACE]\n"
    )
    text = "AGE,GRAMS,STATUTE,RACE\n20,1.25,9A.76.040,x\n20,1.2345,9A.56.050,x\n17,,none of them,x\n,x,,x\n"
    summary = screen(text, columns)
    assert [row[:3] for row in _rows(summary.out)[1:]] == [
        ["1", "not_eligible", "eligibility.offences.resisting.excluded"],
        ["3", "not_eligible", "eligibility.unlisted; eligibility.age.minimum"],
    ]
    assert _rows(summary.rejects)[1:] == [[row, "amounts.sale must be a whole number."] for row in ("2", "4")]


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ("columns: {age: {unit: g}}", "map.yaml, line 1: Name the column."),
        ("columns:\n  age: {column: A, unit: stone}", "map.yaml, line 2: A unit is one of mg, g, kg, cents, dollars."),
        ("colums: {}", "map.yaml, line 1: Only columns, ignore can be here."),
        ("columns: {age: NONE}", "The file has no column NONE."),
        ("columns: {aeg: AGE}", "The column aeg holds nothing that the program asks. Did you mean age?"),
    ],
)
def test_a_map_that_is_wrong_says_where(screen: Any, columns: str, says: str) -> None:
    with pytest.raises(BatchError, match=says):
        screen("AGE\n20\n", columns)


def test_parquet_is_read_with_its_types_and_written(county: Policy, tmp_path: Path) -> None:
    frame = pl.DataFrame({
        "case": ["a", "b"], "charge.offence": ["resisting", "theft"], "age": [20, 17], "consents": [True, None],
        "on": [ON, None], "history.violent": [0, 1], "amounts.goods": [1.0, 2.5],
    })  # fmt: skip
    frame.write_parquet(tmp_path / "charges.parquet")
    summary = screen_batch(
        county, tmp_path / "charges.parquet", tmp_path / "out.parquet", on=ON, pathway="arrest-diversion"
    )
    assert pl.read_parquet(summary.out)["rules"].to_list() == ["eligibility.offences.resisting.excluded"]
    assert _rows(summary.rejects)[1:] == [["2", "b", "amounts.goods must be a whole number."]]


def test_a_long_file_takes_no_more_memory(county: Policy, tmp_path: Path) -> None:
    """What does not fit is written to disk: these rows and their cases are larger than what the database may hold."""
    count, rows = 300_000, pl.int_range(300_000)
    pl.select(
        pl.format("{}, a name of some length", rows % (count // 2)).alias("case"),
        pl.lit("theft").alias("charge.offence"),
        pl.lit(17).alias("age"),
    ).write_parquet(tmp_path / "charges.parquet")
    told: list[float] = []
    summary = screen_batch(
        county, tmp_path / "charges.parquet", tmp_path / "out.parquet", on=ON, pathway="arrest-diversion",
        memory="100MB", progress=told.append,
    )  # fmt: skip
    assert summary.outcomes == {"not_eligible": count // 2}
    assert pl.read_parquet(summary.out)["row"].to_list() == list(range(1, count // 2 + 1))
    assert told == sorted(told) and told[-1] == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["charges.parquet", "out.parquet", "out.rejects.csv"]


HOSTILE = ('it\'s "x"', "a\\b", "x'); DROP TABLE y; --", 'a" FROM z --', "two\nlines", "[a]{b}*?", "$file %s {}", "é ")


def test_a_heading_of_any_letters_is_a_name_and_nothing_else(screen: Any, county: Policy) -> None:
    facts = ["age", *(name for name, one in county.facts.items() if one.type is FactType.YES_NO)][: len(HOSTILE) - 1]
    mapped = ", ".join(f"{fact}: {json.dumps(name)}" for fact, name in zip(facts, HOSTILE, strict=False))
    heading = ",".join('"{}"'.format(one.replace('"', '""')) for one in HOSTILE)
    rows = ["17" + ",yes" * (len(HOSTILE) - 1), ",".join("?" * len(HOSTILE))]
    summary = screen("\n".join([heading, *rows, ""]), f"columns: {{{mapped}}}\nignore: [{json.dumps(HOSTILE[-1])}]\n")
    assert "eligibility.age.minimum" in _rows(summary.out)[1][2].split("; ")
    assert [_rows(summary.rejects)[1][1].count(f"{fact} must be") for fact in facts] == [1] * len(facts)
    with pytest.raises(BatchError, match=re.escape(f"The column {HOSTILE[0]} holds nothing")):
        screen(heading)


def test_a_name_with_stars_and_brackets_is_one_file(county: Policy, tmp_path: Path) -> None:
    (tmp_path / "[a] 'b'").mkdir()
    for name, age in (("a*.csv", 17), ("ab.csv", 40), ("c[1].csv", 17), ("c1.csv", 40)):
        (tmp_path / name).write_text(f"age\n{age}\n", encoding="utf-8")
    for name in ("a*.csv", "c[1].csv"):
        summary = screen_batch(
            county, tmp_path / name, tmp_path / "[a] 'b'" / "out [1].csv", on=ON, pathway="arrest-diversion"
        )
        assert summary.outcomes == {"not_eligible": 1}


@pytest.mark.parametrize("blank", ["", "  ", None])
def test_rows_that_name_no_case_are_no_case_together(county: Policy, tmp_path: Path, blank: str | None) -> None:
    rows = [
        {"row": at, "case": blank, "age": age, "on": "2026-12-01", "pathway": "arrest-diversion"}
        for at, age in ((1, "17"), (2, "40"))
    ]
    for engine in ENGINES:
        answers, rejected = screened(engine, county, rows)
        assert answers == {}
        assert [(row[0], row[2]) for row in rejected] == [
            (1, "case must not be blank."),
            (2, "case must not be blank."),
        ]


def test_a_blank_text_is_no_answer_also_where_types_are_kept(county: Policy, tmp_path: Path) -> None:
    frame = pl.DataFrame({"on": ["", ""], "pathway": ["arrest-diversion", ""], "STATUTE": ["", "x"], "age": [17, 17]})
    frame.cast({"pathway": pl.Categorical}).write_parquet(tmp_path / "charges.parquet")
    otherwise = Source("STATUTE", values={"theft": ("y",)}, otherwise="unlisted")
    given: Any = {"columns": ColumnMap({"charge.offence": otherwise}), "pathway": "arrest-diversion"}
    source, out = tmp_path / "charges.parquet", tmp_path / "out.csv"
    assert screen_batch(county, source, out, **given).rejected == 2
    assert _rows(out.with_suffix(".rejects.csv"))[1] == ["1", "on must be the day of the contact."]
    screen_batch(county, source, out, on=ON, **given)
    assert ["eligibility.unlisted" in row[2] for row in sorted(_rows(out)[1:])] == [False, True]


def test_a_case_has_no_number_with_a_fraction(county: Policy, tmp_path: Path) -> None:
    pl.DataFrame({"case": [1.0, None], "age": [17, 17]}).write_parquet(tmp_path / "charges.parquet")
    with pytest.raises(BatchError, match="The column case holds numbers with a fraction"):
        screen_batch(county, tmp_path / "charges.parquet", tmp_path / "out.csv", on=ON, pathway="arrest-diversion")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_row_that_leaves_open_what_another_says_makes_no_case(engine: str, county: Policy) -> None:
    said: list[tuple[str, str | None, str | None]] = [
        ("a", "no", None), ("a", None, None), ("b", None, "2020"), ("b", None, None),
        ("c", None, None), ("c", None, None), ("d", "no", "2020"), ("d", "no", "2020"),
    ]  # fmt: skip
    date_fact = next(name for name, one in county.facts.items() if one.type is FactType.DATE)
    rows = [
        {
            "row": at,
            "case": case,
            "on": "2026-12-01",
            "pathway": "arrest-diversion",
            "consents": consents,
            date_fact: day,
        }
        for at, (case, consents, day) in enumerate(said, 1)
    ]
    answers, rejected = screened(engine, county, rows)
    assert list(answers) == ["c", "d"]
    assert [(row[0], row[1]) for row in rejected] == [(1, "a"), (3, "b")]
    assert rejected[0][2] == "The rows of the case differ in consents."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_that_is_no_row_is_rejected_and_every_other_is_read(screen: Any, tmp_path: Path, end: str) -> None:
    lines = [
        "charge.offence,age,consents", "resisting,17,yes", "theft,17", "", "theft,17,yes,no", "theft,17,yes,,",
        '"theft, 2nd,17,yes', 'theft,"17"2,yes', '"resisting", "17" ,', '"a', 'b",17,yes', "theft,17,\udcff",
        "theft,17,no",
    ]  # fmt: skip
    text = end.join([*lines, ""]).encode("utf-8", "surrogateescape").decode("latin-1")
    summary = screen(text, encoding="latin-1")
    assert sorted(int(row[0]) for row in _rows(summary.out)[1:]) == [1, 4, 7, 10]
    assert _rows(summary.rejects)[1:] == [
        ["2", "Line 3 has 2 cells, and the heading has 3."],
        ["3", "Line 5 has 4 cells, and the heading has 3."],
        ["5", "Line 7 has a quote that does not end, or more after one that ends."],
        ["6", "Line 8 has a quote that does not end, or more after one that ends."],
        ["8", _NO_OFFENCE.replace("murder", "a b")],
        ["9", "Line 12 has a letter that is not UTF-8."],
    ]


def test_a_case_of_which_a_line_is_no_row_is_not_decided(screen: Any, tmp_path: Path) -> None:
    lines = ["CASENO,charge.offence,age", "a,resisting,20", "b,resisting,20", "b,theft", '"b",theft,20,x', "c,theft,17"]
    summary = screen("\n".join(lines), "columns: {case: CASENO}")
    assert [row[:2] for row in _rows(summary.out)[1:]] == [["1", "a"], ["5", "c"]]
    assert _rows(summary.rejects)[1:] == [
        ["3", "b", "Line 4 has 2 cells, and the heading has 3."],
        ["4", "b", "Line 5 has 4 cells, and the heading has 3."],
    ]


def test_a_quote_that_is_never_closed_takes_no_line_with_it(screen: Any) -> None:
    summary = screen("\n".join(["charge.offence,age", *['"theft,17', "resisting,17"] * 300]))
    assert (summary.cases, summary.rejected) == (300, 300)
