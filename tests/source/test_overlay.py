"""A folder over its base: added, changed, removed, each said openly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from leadkit.diagnostic import Diagnostic
from leadkit.source import Removal, Source, read
from leadkit.source.tree import Mapping, find, plain

BASE = """\
schema_version: 1
agencies:
  police: {name: City Police, kind: police}
  sheriff: {name: County Sheriff}
agreement:
  term: {length: 1 year}
  parties: [police]
  notice:
law: {local: {city-23.1: {citation: x}}}
"""


@pytest.fixture
def state(folder: Path, tmp_path: Path) -> Path:
    """The base, beside the county."""
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "all.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path / "state"


def over(text: str, *, extends: str = "../state") -> Source:
    Path("county/program.yaml").write_text(f"extends: {extends}\n{text}", encoding="utf-8")
    return read("county")


def places(finding: Diagnostic) -> list[tuple[str, int]]:
    return [(span.file, span.line) for span in finding.spans]


def codes(source: Source) -> list[str]:
    return [finding.code for finding in source.diagnostics]


def value(source: Source, *path: str) -> object:
    node = find(source.root, path)
    return None if node is None else plain(node)


def test_an_overlay_without_changes_is_its_base(state: Path) -> None:
    source = over("")
    assert not source.diagnostics
    assert plain(source.root) == plain(read("state").root)
    assert source.folders == ("county", "state")
    assert list(source.files) == ["county/program.yaml", "state/all.yaml"]


def test_sections_that_the_base_lacks_are_ordinary_sections(state: Path) -> None:
    source = over("funding: {grant: SF}\nschema_version: 1\n")
    assert not source.diagnostics
    assert value(source, "funding", "grant") == "SF"
    version = find(source.root, ("schema_version",))
    assert version is not None
    assert [span.file for span in version.origins] == ["state/all.yaml", "county/program.yaml"]


def test_a_section_in_both_is_an_error_with_both_places(state: Path) -> None:
    source = over("agencies: {clinic: {}}\n")
    assert codes(source) == ["LK165"]
    assert places(source.diagnostics[0]) == [("county/program.yaml", 2), ("state/all.yaml", 2)]
    assert value(source, "agencies", "clinic") is None


def test_an_addition(state: Path) -> None:
    source = over("add: {agencies: {clinic: {name: C}}, agreement: {term: {renewal: once}}, areas: {city: {}}}\n")
    assert not source.diagnostics
    assert value(source, "agencies", "clinic", "name") == "C"
    assert value(source, "agreement", "term") == {"length": "1 year", "renewal": "once"}
    assert value(source, "areas") == {"city": {}}
    agencies = source.root.entries["agencies"].value
    assert [span.file for span in agencies.origins] == ["state/all.yaml", "county/program.yaml"]
    assert agencies.span.file == "state/all.yaml"


def test_an_addition_may_fill_what_the_base_left_empty(state: Path) -> None:
    source = over("add: {agreement: {notice: 30 days}}\n")
    assert not source.diagnostics
    assert value(source, "agreement", "notice") == "30 days"


@pytest.mark.parametrize(
    "added", ["{name: Other}", "{name: City Police, phone: 1}", "{}", "text", "[x]", "{kind: {a: b}}"]
)
def test_adding_at_an_id_that_is_taken_is_an_error_with_both_places(state: Path, added: str) -> None:
    source = over(f"add:\n  agencies:\n    police: {added}\n    clinic: {{}}\n")
    assert codes(source) == ["LK166"]
    assert places(source.diagnostics[0]) == [("county/program.yaml", 4), ("state/all.yaml", 3)]
    assert source.diagnostics[0].path == "agencies.police"
    assert value(source, "agencies", "police") == {"name": "City Police", "kind": "police"}
    assert value(source, "agencies", "clinic") == {}


def test_a_change_keeps_both_origins_and_the_place_in_the_order(state: Path) -> None:
    source = over("change: {agreement: {term: {length: 2 years}, parties: [sheriff]}}\n")
    assert not source.diagnostics
    length = find(source.root, ("agreement", "term", "length"))
    assert length is not None
    assert [(span.file, span.line) for span in length.origins] == [
        ("state/all.yaml", 6),
        ("county/program.yaml", 2),
    ]
    assert length.span == length.origins[-1]
    assert value(source, "agreement", "parties") == ["sheriff"]
    agreement = source.root.entries["agreement"].value
    assert isinstance(agreement, Mapping)
    assert list(agreement.entries) == ["term", "parties", "notice"]


def test_a_change_may_turn_one_value_into_versions(state: Path) -> None:
    source = over("change: {agreement: {term: {length: {versions: {2014: 1 year}}}}}\n")
    assert not source.diagnostics
    assert value(source, "agreement", "term", "length") == {"versions": {"2014": "1 year"}}


@pytest.mark.parametrize(
    ("change", "path", "guess"),
    [
        ("{agreement: {term: {lenght: 2}}}", "agreement.term.lenght", "length"),
        ("{agreemant: {term: {length: 2}}}", "agreemant", "agreement"),
        ("{agencies: {clinic: {name: C}}}", "agencies.clinic", None),
    ],
)
def test_a_change_of_what_is_not_there_is_an_error(state: Path, change: str, path: str, guess: str | None) -> None:
    source = over(f"change: {change}\n")
    assert codes(source) == ["LK167"]
    assert source.diagnostics[0].path == path
    assert (f'"{guess}"' if guess else "under add") in source.diagnostics[0].remedy
    assert plain(source.root) == plain(read("state").root)


def test_a_change_never_swallows_a_group(state: Path) -> None:
    source = over("change: {agencies: none}\n")
    assert codes(source) == ["LK168"]
    assert value(source, "agencies", "police", "kind") == "police"


def test_a_removal_tells_its_reason(state: Path) -> None:
    source = over('remove:\n  agencies.police: {reason: "No city police."}\n  law.local.city-23.1: {reason: Old}\n')
    assert not source.diagnostics
    assert value(source, "agencies") == {"sheriff": {"name": "County Sheriff"}}
    assert value(source, "law", "local") == {}
    first = source.removed[0]
    assert isinstance(first, Removal)
    assert (first.path, first.reason) == (("agencies", "police"), "No city police.")
    assert (first.span.line, first.was.file, first.was.line) == (3, "state/all.yaml", 3)


@pytest.mark.parametrize("reason", ["{}", "", "{reason: }", "text", "[reason]"])
def test_a_removal_without_reason_is_an_error(state: Path, reason: str) -> None:
    assert codes(over(f"remove:\n  agencies.police: {reason}\n")) == ["LK169"]


@pytest.mark.parametrize("path", ["agencies.polise", "agencees.police", "agencies.police.name.x", "agencies.police.x"])
def test_a_removal_of_what_is_not_there_is_an_error(state: Path, path: str) -> None:
    source = over(f"remove: {{{path}: {{reason: r}}}}\n")
    assert codes(source) == ["LK167"]
    assert plain(source.root) == plain(read("state").root)


def test_what_is_removed_can_be_added_anew(state: Path) -> None:
    text = "remove: {agencies.police: {reason: merged}}\nadd: {agencies: {police: {name: Metro}}}\n"
    source = over(text)
    assert not source.diagnostics
    assert value(source, "agencies", "police") == {"name": "Metro"}


@pytest.mark.parametrize("word", ["add", "change", "remove"])
@pytest.mark.parametrize("written", ["[x]", "text"])
def test_add_change_and_remove_have_their_shape(state: Path, word: str, written: str) -> None:
    assert codes(over(f"{word}: {written}\n")) == ["LK164"]


@pytest.mark.parametrize("word", ["add", "change", "remove"])
def test_nothing_below_add_change_or_remove_is_no_mistake(state: Path, word: str) -> None:
    assert not over(f"{word}:\n").diagnostics


def test_the_words_need_a_base(folder: Path) -> None:
    (folder / "a.yaml").write_text("a: 1\nadd: {b: 1}\nchange: {a: 2}\nremove: {a: {reason: r}}\n", encoding="utf-8")
    source = read("county")
    assert codes(source) == ["LK163"] * 3
    assert plain(source.root) == {"a": "1"}


def test_another_version_of_the_format_is_an_error(state: Path) -> None:
    source = over("schema_version: 2\n")
    assert codes(source) == ["LK170"]
    assert places(source.diagnostics[0]) == [("county/program.yaml", 2), ("state/all.yaml", 1)]


@pytest.mark.parametrize("path", ["/abs", "C:/x", "..\\state", "git:HEAD:state", "~/state", "", "[a]", '"a\\nb"'])
def test_a_base_is_named_by_a_path_from_the_folder(state: Path, path: str) -> None:
    assert codes(over("x: 1\n", extends=path)) == ["LK160"]


def test_a_base_that_is_not_there_is_one_finding(state: Path) -> None:
    source = over("change: {agencies: {police: {name: X}}}\nown: 1\n", extends="../sate")
    assert codes(source) == ["LK161"]
    assert source.diagnostics[0].spans[0].line == 1
    assert plain(source.root) == {"own": "1"}
    assert source.incomplete == ("county/program.yaml",)
    assert source.folders == ("county", "sate")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_base_behind_a_link_is_refused(state: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("state")
    assert codes(over("", extends="../link")) == ["LK106"]


def test_a_chain_of_bases(state: Path, tmp_path: Path) -> None:
    (tmp_path / "region").mkdir()
    region = "extends: ../state\nchange: {agreement: {term: {length: 2 years}}}\n"
    (tmp_path / "region" / "a.yaml").write_text(region, encoding="utf-8")
    source = over("change: {agreement: {term: {length: 3 years}}}\n", extends="../region")
    assert not source.diagnostics
    length = find(source.root, ("agreement", "term", "length"))
    assert length is not None
    assert [span.file for span in length.origins] == [
        "state/all.yaml",
        "region/a.yaml",
        "county/program.yaml",
    ]


@pytest.mark.parametrize("path", [".", "../county", "../state/../county", "./"])
def test_a_folder_that_extends_itself(state: Path, path: str) -> None:
    assert codes(over("", extends=path)) == ["LK162"]


def test_a_circle_of_bases(state: Path) -> None:
    (state / "more.yaml").write_text("extends: ../county\n", encoding="utf-8")
    source = over("own: 1\n")
    assert codes(source) == ["LK162"]
    assert source.diagnostics[0].spans[0].file == "state/more.yaml"


def test_what_an_unread_file_of_the_base_may_hold_is_not_missed(state: Path) -> None:
    (state / "broken.yaml").write_text("areas: [\n", encoding="utf-8")
    assert codes(over("change: {areas: {city: {name: X}}}\n")) == ["LK126"]


def test_findings_of_the_base_are_shown_in_the_base(state: Path) -> None:
    (state / "more.yaml").write_text("b: 1\nb: 2\n", encoding="utf-8")
    source = over("")
    assert [places(finding)[0] for finding in source.diagnostics] == [("state/more.yaml", 2)]


def test_what_differs_may_stand_in_several_files_each_part_once(state: Path) -> None:
    Path("county/a.yaml").write_text("add: {agencies: {clinic: {name: C}}}\nremove: {agreement.notice: {reason: r}}\n")
    Path("county/b.yaml").write_text("add: {areas: {city: {}}}\nchange: {agreement: {parties: [clinic]}}\n")
    source = over("remove: {agencies.sheriff: {reason: r}}\n")
    assert not source.diagnostics
    assert value(source, "agencies", "clinic") == {"name": "C"}
    assert value(source, "areas") == {"city": {}}
    assert [removal.path[-1] for removal in source.removed] == ["notice", "sheriff"]


def test_one_section_below_add_in_two_files_is_an_error_with_both_places(state: Path) -> None:
    Path("county/a.yaml").write_text("add: {agencies: {clinic: {name: C}}}\n")
    source = over("add: {agencies: {other: {name: O}}}\n")
    assert codes(source) == ["LK150"]
    assert places(source.diagnostics[0]) == [("county/program.yaml", 2), ("county/a.yaml", 1)]
    assert source.diagnostics[0].path == "add.agencies"


def test_a_base_is_one_for_itself_and_not_for_who_extends_it(state: Path) -> None:
    (state / "more.yaml").write_text("base: yes\n", encoding="utf-8")
    alone, extended = read("state"), over("")
    assert (codes(alone), alone.base) == (["LK175"], True)
    assert (codes(extended), extended.base) == ([], False)
    assert "base" not in extended.root.entries


@pytest.mark.parametrize(
    ("said", "expected"), [("no", []), ("false", []), ("perhaps", ["LK176"]), ("[yes]", ["LK176"]), ("", ["LK176"])]
)
def test_a_base_says_yes_or_no(state: Path, said: str, expected: list[str]) -> None:
    source = over(f"base: {said}\n")
    assert (codes(source), source.base) == (expected, False)
