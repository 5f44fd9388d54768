"""The page on the form of ``policy.json``: each of its parts and fields, from the models that write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from made.docstrings import as_markdown

from leadkit.policy import language, policy

HEAD = """# The form of policy.json

Every part of [policy.json](policy.md) with its fields, as `policy.schema.json` has them. What has no value is left out.
"""


def pages() -> dict[str, str]:
    """The page, by its address; the whole first, and the conditions last."""
    schema = policy.Policy.model_json_schema(by_alias=True)
    parts: dict[str, Any] = {"Policy": schema, **schema["$defs"]}
    models = {**vars(language), **vars(policy)}
    order = sorted(parts, key=lambda name: (name != "Policy", hasattr(language, name), name))
    lines = [line for name in order for line in _part(name, parts[name], models[name])]
    return {"reference/policy-form.md": "\n".join([HEAD, *lines])}


def _part(name: str, schema: dict[str, Any], model: type) -> Iterator[str]:
    yield f"## {name}\n"
    text, _, told = as_markdown(model).partition("**Attributes**")
    yield f"{text.strip()}\n"
    says = dict(re.findall(r"- `(\w+)`: (.+)", told))
    if "enum" in schema:
        yield "Choices: " + ", ".join(f"`{choice}`" for choice in schema["enum"]) + ".\n"
        return
    yield "| field | holds | means |\n| --- | --- | --- |"
    for field, inner in schema["properties"].items():
        holds = _type(inner) + (", or left out" if _may_be_absent(inner) else "")
        yield f"| `{field}` | {holds} | {says.get(field, '').replace('None', 'left out')} |"
    yield ""


def _may_be_absent(schema: dict[str, Any]) -> bool:
    return {"type": "null"} in schema.get("anyOf", ())


def _type(schema: dict[str, Any]) -> str:
    """What a field holds, in words; another part by its name."""
    if reference := schema.get("$ref"):
        name = reference.rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " or ".join(_type(each) for each in schema[several] if each.get("type") != "null")
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return " or ".join(f"`{choice}`" for choice in schema["enum"])
    if schema["type"] == "array":
        return f"a list of {_type(schema['items'])}" if "items" in schema else "a list"
    if schema["type"] == "object":
        return f"by id, {_type(schema['additionalProperties'])}"
    return {"string": "text", "integer": "a whole number", "boolean": "`true` or `false`"}[schema["type"]]
