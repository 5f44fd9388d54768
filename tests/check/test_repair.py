"""Repairs: every other byte stays, and none is made that a check of the whole program does not bear out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadkit.check import check
from leadkit.check.repair import repair
from leadkit.diagnostic import one_slip_from
from leadkit.source import read
from leadkit.source.tree import plain
from tests.sampling import examples

HEAD = "schema_version: 1\nprogram: {name: Pine LEAD, state: NY, as_of: 2026-11-24}\n"
AGENCIES = "agencies:\n  pine-police:\n    legal_name: Pine Police\n    type: police\n"


def _repaired(folder: Path, text: str) -> str:
    """What one file becomes; what is not repaired stays as it is."""
    data = text.encode("utf-8")
    (folder / "program.yaml").write_bytes(data)
    after = repair(folder.as_posix()).after
    assert (folder / "program.yaml").read_bytes() == data, "nothing is written"
    return after.get(folder / "program.yaml", data).decode("utf-8")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("    legal_nmae: Pine Police  # as in the charter\n", "    legal_name: Pine Police  # as in the charter\n"),
        ("    'legal_nmae': Pine Police\n", "    'legal_name': Pine Police\n"),
        ('    {"legal_nmae": "Pine Police", type: polise }\n', '    {"legal_name": "Pine Police", type: police }\n'),
        ("    legal_name: Pine Police\n    type: 'polcie'\n", "    legal_name: Pine Police\n    type: 'police'\n"),
        ("    legal_name:Pine Police # x\n", "    legal_name: Pine Police # x\n"),
        ("    legal_name:\u00a0Pine\n    type: police\n", "    legal_name: Pine\n    type: police\n"),
        ("    type: police\n    legal_name:Pine # x\n", "    type: police\n    legal_name: Pine # x\n"),
        ("    legal_name: @Pine   # x\n", '    legal_name: "@Pine"   # x\n'),
        ("    legal_name: Pine #4\n", '    legal_name: "Pine #4"\n'),
        ("    legal_name: “Pine”\n", '    legal_name: "Pine"\n'),
        ("    legal_name: “Pine: Police” # x\n", '    legal_name: "Pine: Police" # x\n'),
        ("    legal_name: Pi\u200bne\n", "    legal_name: Pine\n"),
        ("\u00a0   legal_name: Pine\n", "    legal_name: Pine\n"),
        ("\tlegal_name: Pine\n", None),  # with two spaces it would be another agency
        ("\tlegal_name: Pine\n    type: police\n", "    legal_name: Pine\n    type: police\n"),
        ("    legal_name: Pine\n    can_sgin: perhaps\n", "    legal_name: Pine\n    can_sign: perhaps\n"),
        ("    legal_name: Pine\n\ttype: police\n", "    legal_name: Pine\n    type: police\n"),
        ("    legal_name: Pine\n\ttype:police\n", "    legal_name: Pine\n    type: police\n"),
        (
            "\tlegal_name:Pine\n\ttype: police\n    can_sign: yes\n",
            "    legal_name: Pine\n    type: police\n    can_sign: yes\n",
        ),
        ("    notes: >-\n      as\n\tcited:so\n    type: police\n", None),  # in a text no colon lacks a space
        ("    legal_name: Pine\n  lake-police:\n\tlegal_name: Lake\n", None),
        ("    legal_name: Pine # leadkit: ignore LK420 because x\n", None),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_plain_slip_is_repaired_and_every_other_byte_stays(
    wrong: str, right: str | None, end: str, tmp_path: Path
) -> None:
    def whole(lines: str) -> str:
        return f"\ufeff{HEAD}# a remark\n\nagencies:\n  pine-police:\n{lines}\n# the end".replace("\n", end)

    assert _repaired(tmp_path, whole(wrong)) == whole(right if right is not None else wrong)


@pytest.mark.parametrize(
    "lines",
    [
        "    legal_name: Pine\n    legal_nmae: Pine\n",  # the field would stand twice
        "    legal_name: Pine\n    type: police #see above\n",  # quotes would make a word that is none
        "    legal_name: Pine\n    type: po\n",  # no plain word
        "    legal_name: Pine\n    type: mystery\n",
        "    legal_name: Pine\n    sworn_officers: 12 grams\n",
        "    legal_name: Pine\n    description: >\n      a\n    \tb: c\n",
    ],
)
def test_what_is_not_plain_or_makes_another_finding_is_left(lines: str, tmp_path: Path) -> None:
    text = f"{HEAD}agencies:\n  pine-police:\n{lines}"
    assert _repaired(tmp_path, text) == text


def test_a_repair_of_shape_may_bring_to_light_what_it_hid(tmp_path: Path) -> None:
    text = f"{HEAD}agencis:\n  pine-police:\n    legal_name: Pine\n    type: nonsense\n"
    (tmp_path / "program.yaml").write_text(text, encoding="utf-8")
    result = repair(tmp_path.as_posix())
    assert [one.code for one in result.applied] == ["LK207"]
    assert "LK203" in {one.code for one in result.left}


def test_a_reference_is_repaired_where_one_id_alone_is_near(tmp_path: Path) -> None:
    areas = "areas: {town: {name: Town, kind: citywide, agencies: [pine-polise]}}\n"
    text = HEAD + AGENCIES + areas
    assert _repaired(tmp_path, text) == text.replace("polise", "police")
    two = text.replace("areas:", "  pine-polite: {legal_name: Pine, type: police}\nareas:")
    assert _repaired(tmp_path, two) == two


def test_a_base_is_not_written_for_the_folder_that_extends_it(tmp_path: Path) -> None:
    for name, text in {
        "base": HEAD + AGENCIES.replace("legal_name", "legal_nmae"),
        "own": "extends: ../base\nadd:\n  agencies:\n    lake-police: {legal_nmae: Lake, type: police}\n",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "program.yaml").write_text(text, encoding="utf-8")
    result = repair((tmp_path / "own").as_posix())
    assert list(result.after) == [tmp_path / "own" / "program.yaml"]
    assert [one.spans[0].file for one in result.elsewhere] == [(tmp_path / "base" / "program.yaml").as_posix()]


def test_a_silenced_finding_is_not_repaired(tmp_path: Path) -> None:
    silence = "    # leadkit: ignore LK131 because the number is a remark\n"
    text = f"{HEAD}{AGENCIES}{silence}    description: Pine #4\n"
    assert _repaired(tmp_path, text) == text


TEXTS = [
    "Pine",
    '"Pine: 1"',
    "'it''s'",
    '"# no comment"',
    "06037",
    "|\n      Two\n      lines",
    ">-\n      # no comment",
]
VALUES = {
    "legal_name": TEXTS,
    "form": ["government", "'nonprofit'"],
    "can_sign": ["no", '"yes"'],
    "signatory_titles": ["[a, 'b # c']", "\n      - a\n      - b", "Mayor"],
    "description": TEXTS,
}
WORDS = list(VALUES)
MEANT = {"Pine #4": '"Pine #4"', "“Pine”": '"Pine"', "@Pine": '"@Pine"', "Pi\u200bne": "Pine", "%1": '"%1"'}
"""What is written by a slip, and what is meant."""


@st.composite
def programs(draw: st.DrawFn) -> tuple[str, str]:
    """A text of agencies with comments, quotes and blank lines, and the same with slips in the names of fields."""
    right: list[str] = []
    wrong: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        names = draw(st.lists(st.sampled_from(WORDS[1:]), unique=True, max_size=3))
        lines = [f"  agency-{number}:", "    legal_name: Pine", "    type: police"]
        slips = list(lines)
        for name in names:
            quote = draw(st.sampled_from(["", "'", '"']))
            value = draw(st.sampled_from([*VALUES[name], *(MEANT if VALUES[name] is TEXTS else ())]))
            after = draw(st.sampled_from(["", "  # why: as it is", " "])) if "\n" not in value else ""
            after = after if value != "Pine #4" else ""  # what follows it is part of the comment
            lines.append(f"    {quote}{name}{quote}: {MEANT.get(value, value)}{after}")
            slips.append(f"    {quote}{draw(slips_of(name))}{quote}: {value}{after}")
        blank = draw(st.sampled_from([[], [""], ["# - remark: x"], ["", "   # y"]]))
        right += [*lines, *blank]
        wrong += [*slips, *blank]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    last = draw(st.sampled_from(["", "\n"]))

    def whole(lines: list[str]) -> str:
        return mark + ("\n".join([f"{HEAD}agencies:", *lines]) + last).replace("\n", end)

    return whole(wrong), whole(right)


def slips_of(name: str) -> st.SearchStrategy[str]:
    letters = range(1, len(name) - 1)
    slips = [name] + [name[:at] + name[at + 1 :] for at in letters] + [name[:at] + "q" + name[at:] for at in letters]
    return st.sampled_from([slip for slip in slips if one_slip_from(slip, WORDS) == name])


@settings(max_examples=examples(40))
@given(pair=programs())
def test_of_any_program_only_the_slips_change_and_it_reads_as_meant(
    pair: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    wrong, right = pair
    folder = tmp_path_factory.mktemp("any")
    meant = _plain_of(folder, right)
    after = _repaired(folder, wrong)
    assert after == right
    assert _plain_of(folder, after) == meant
    assert _repaired(folder, after) == after


def _plain_of(folder: Path, text: str) -> object:
    (folder / "program.yaml").write_bytes(text.encode("utf-8"))
    return plain(read(folder).root)


def test_repairs_add_no_finding(tmp_path: Path) -> None:
    text = f"{HEAD}{AGENCIES}    can_sgin: yes\n    form: goverment\n"
    (tmp_path / "program.yaml").write_text(text, encoding="utf-8")
    before = {(one.code, one.message) for one in check(tmp_path)}
    result = repair(tmp_path.as_posix())
    assert len(result.applied) == 2
    assert {(one.code, one.message) for one in result.left} < before
