"""The schema and leadkit say the same of a file; where they differ by design, the guide for editors says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from leadkit.check.shape.codes import CODES
from leadkit.diagnostic import Code
from leadkit.model.fields import ANYWHERE, FieldText, all_fields
from leadkit.model.load import load
from leadkit.model.schema import Json, schema
from leadkit.resources import programs

TESTS = Path(__file__).parents[1]
GUIDE = TESTS.parent / "docs" / "how-to" / "edit-with-help.md"
FILES = [*programs().glob("*/*.yaml"), *TESTS.glob("edge_cases/*/*.yaml")]
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BASE = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@pytest.fixture(scope="module")
def whole() -> dict[str, Json]:
    return schema()


@pytest.fixture(scope="module")
def validator(whole: dict[str, Json]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(whole)


def _as_an_editor_reads(node: yaml.Node) -> Any:
    """YAML 1.2, as editors have it: ``yes`` is text, ``true`` is not, and the names of fields are text."""
    if isinstance(node, yaml.MappingNode):
        if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
            raise yaml.YAMLError("a name is a list or a group")
        return {key.value: _as_an_editor_reads(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_as_an_editor_reads(value) for value in node.value]
    text = str(node.value)
    if node.style:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if NUMBER.fullmatch(text):
        return float(text) if re.search(r"[.eE]", text) else int(text)
    return text


def _refused(text: str, validator: jsonschema.Draft202012Validator) -> list[str]:
    try:
        read = _as_an_editor_reads(yaml.compose(text, Loader=LOADER))
    except yaml.YAMLError as broken:
        return [str(broken)]
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(read)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_schema_takes_what_leadkit_takes(file: Path, validator: jsonschema.Draft202012Validator) -> None:
    assert not _refused(file.read_text(encoding="utf-8"), validator)


def _rows(heading: str) -> dict[str, str]:
    """The rows of a table of the guide: what stands first, without its marks, and the rest."""
    part = GUIDE.read_text(encoding="utf-8").split(f"### {heading}\n")[1].split("\n#")[0]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", part, re.MULTILINE))


LEFT_TO_CHECK = _rows("What only leadkit check finds")
REFUSED_BY_EDITORS = _rows("What only the editor objects to")


def _corpus() -> Iterator[pytest.ParameterSet]:
    for file in sorted((TESTS / "mistakes" / "corpus").glob("*.yaml")):
        for name, mistake in yaml.load(file.read_text(encoding="utf-8"), Loader=BASE).items():
            if {"file", "find", "put", "code"} <= mistake.keys():
                yield pytest.param(mistake, id=f"{file.stem}-{name}")


def _left_to_check(code: str) -> bool:
    return code in LEFT_TO_CHECK or f"{code[:3]}xx" in LEFT_TO_CHECK


@pytest.mark.parametrize("mistake", list(_corpus()))
def test_the_schema_finds_what_leadkit_finds(
    mistake: dict[str, str], validator: jsonschema.Draft202012Validator
) -> None:
    text = (programs() / "example-county" / mistake["file"]).read_text(encoding="utf-8")
    spoilt = text.replace(mistake["find"], mistake["put"], 1)
    assert _refused(spoilt, validator) or _left_to_check(mistake["code"]), "list it in the guide, and say why"


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_the_examples_of_shape_are_judged_alike(code: Code, validator: jsonschema.Draft202012Validator) -> None:
    assert not _refused(code.right, validator)
    assert _refused(code.wrong, validator) or _left_to_check(code.code)


def test_each_difference_that_the_guide_lists_is_one(validator: jsonschema.Draft202012Validator) -> None:
    """A row without a mistake that the schema takes would be out of date."""
    county = programs() / "example-county"
    taken = {code.code for code in CODES if not _refused(code.wrong, validator)}
    for case in _corpus():
        mistake = case.values[0]
        assert isinstance(mistake, dict)
        text = (county / mistake["file"]).read_text(encoding="utf-8").replace(mistake["find"], mistake["put"], 1)
        if not _refused(text, validator):
            taken.add(mistake["code"])
    families = {f"{code[:3]}xx" for code in taken}
    assert {row for row in LEFT_TO_CHECK if row not in taken | families} <= {"LK1xx", "LK4xx", "LK6xx"}


@pytest.mark.parametrize("written", REFUSED_BY_EDITORS)
def test_what_an_editor_objects_to_leadkit_reads(
    written: str, validator: jsonschema.Draft202012Validator, tmp_path: Path
) -> None:
    head = "schema_version: 1\nprogram: {name: Pine, state: NY, as_of: 2026}\n"
    text = f"{head}agencies: {{a: {{legal_name: A, type: police, {written}}}}}\n"
    (tmp_path / "all.yaml").write_text(text, encoding="utf-8")
    assert not load(tmp_path).resolve().errors
    assert _refused(text, validator)
    quoted = text.replace(written, re.sub(r": (\w+)", lambda found: f': "{found[1].lower()}"', written))
    assert not _refused(quoted, validator)


FIELDS = [field for field in all_fields() if not field.path.startswith(ANYWHERE)]


def test_the_hover_of_an_editor_is_what_explain_prints(whole: dict[str, Json]) -> None:
    """The description, the first example and the choices of each field."""
    wrong = [field.path for field in FIELDS if not any(_same(field, told) for told in _at(whole, field.path, whole))]
    assert not wrong


def test_nothing_else_is_said_where_a_field_is_explained(whole: dict[str, Json]) -> None:
    """What a field refers to may have no description: editors show that in place of the field's own."""
    definitions = _plain(whole["$defs"])
    holders = [whole, *definitions.values()]
    fields = [(name, field) for holder in holders for name, field in _plain(holder).get("properties", {}).items()]
    assert len(fields) > 1000
    wrong = [(name, told) for name, field in fields if len(told := set(_descriptions(field, whole))) > 1]
    assert not wrong


def test_an_id_tells_what_kind_of_object_it_names(whole: dict[str, Json]) -> None:
    agencies = list(_at(whole, "agencies.*", whole))
    assert "An organization that has a part in the program." in {told.get("description") for told in agencies}


def _plain(part: Any) -> dict[str, Any]:
    return part if isinstance(part, dict) else {}


def _descriptions(part: Any, whole: Any, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Every description that holds for a value: its own, and that of all that it is judged by."""
    if not isinstance(part, dict):
        return
    if "description" in part:
        yield part["description"]
    if "$ref" in part and part["$ref"] not in above:
        yield from _descriptions(_target(part, whole), whole, (*above, part["$ref"]))
    for name in ("if", "then", "else"):
        yield from _descriptions(part.get(name), whole, above)
    for name in ("anyOf", "allOf", "oneOf"):
        for option in part.get(name, ()):
            yield from _descriptions(option, whole, above)


def _target(part: dict[str, Any], whole: Any) -> Any:
    for step in part["$ref"].removeprefix("#/").split("/"):
        whole = whole[step]
    return whole


def _same(field: FieldText, told: dict[str, Any]) -> bool:
    if told.get("description") != field.description:
        return False
    example = yaml.load(field.example, Loader=BASE) if field.example else None
    shown = (told.get("examples") or [None])[0]
    return example is None or _text(shown) == next(iter(example.values()))


def _text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _text(inner) for name, inner in value.items()}
    return [_text(item) for item in value] if isinstance(value, list) else str(value)


def _at(part: Any, path: str, whole: Any) -> Iterator[dict[str, Any]]:
    """What the schema says at the path of a field, with what it refers to put in its place."""
    step, _, rest = path.partition(".")
    for form in _forms(part, whole):
        inner = [form.get("properties", {}).get(step)] if step != "*" else _of_ids(form)
        for found in filter(None, inner):
            if rest:
                yield from _at(found, rest, whole)
            else:
                yield from _forms(found, whole)


def _of_ids(form: dict[str, Any]) -> list[Any]:
    patterns = [part for name, part in form.get("patternProperties", {}).items() if name not in ("^x-", "^notes$")]
    others = form.get("additionalProperties")
    return [*patterns, form.get("items"), others if isinstance(others, dict) else None]


def _forms(part: Any, whole: Any) -> Iterator[dict[str, Any]]:
    """A part of the schema, and every other by which it says what a value may be."""
    if not isinstance(part, dict):
        return
    yield part
    if "$ref" in part:
        own = {name: value for name, value in part.items() if name != "$ref"}
        yield from ({**form, **own} for form in _forms(_target(part, whole), whole))
    for name in ("then", "else"):
        yield from _forms(part.get(name), whole)
    for name in ("anyOf", "allOf", "oneOf"):
        for option in part.get(name, ()):
            yield from _forms(option, whole)
