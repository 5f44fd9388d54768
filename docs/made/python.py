"""The page on what Python programs may rely on, from the docstrings of what is public."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from types import ModuleType

from made.docstrings import as_markdown
from pydantic import BaseModel

PUBLIC = ("leadkit", "leadkit.policy.engine")
"""What their ``__all__`` lists is kept from version to version; everything else may change with any of them."""
HEAD = """# Python

What other programs may rely on, and nothing else of leadkit: the names below are kept. All that a planner needs is a
[command](commands.md), and what a command prints with `--json` is the same in any language.
"""


def pages() -> dict[str, str]:
    """The page, by its address."""
    modules = [import_module(name) for name in PUBLIC]
    return {"reference/python.md": "\n".join([HEAD, *(line for module in modules for line in _module(module))])}


def _module(module: ModuleType) -> Iterator[str]:
    yield f"## `{module.__name__}`\n\n{as_markdown(module)}\n"
    for name in module.__all__:
        thing = getattr(module, name)
        yield f"## `{module.__name__}.{name}`\n"
        if inspect.isfunction(thing):
            yield _signature(name, thing)
        yield f"{as_markdown(thing)}\n"
        if inspect.isclass(thing) and not issubclass(thing, BaseModel):
            yield from _members(thing)


def _members(thing: type) -> Iterator[str]:
    """What a class can do. A model's fields are the planner's, and stand on the pages of fields."""
    for name, member in vars(thing).items():
        if name.startswith("_"):
            continue
        if inspect.isfunction(member):
            yield f"### `{thing.__name__}.{name}()`\n\n{_signature(name, member)}\n{as_markdown(member)}\n"
        elif isinstance(member, property | cached_property):
            yield f"### `{thing.__name__}.{name}`\n\n{as_markdown(member)}\n"


def _signature(name: str, function: object) -> str:
    """How it is called; on lines of its own where one would be too long to read."""
    assert callable(function)
    said = str(inspect.signature(function)).replace("'", "")
    whole = f"{name}{said}"
    if len(whole) > 90:
        inner, _, returns = said[1:].rpartition(") -> ")
        parts = inspect.signature(function).parameters.values()
        lines = [f"    {part}," for part in _with_star([str(each).replace("'", "") for each in parts], inner)]
        whole = "\n".join([f"{name}(", *lines, f") -> {returns}"])
    return f"```python\n{whole}\n```\n"


def _with_star(parts: list[str], inner: str) -> Iterator[str]:
    """The parameters, with the star behind which they are given by name."""
    for part in parts:
        if f"*, {part}" in inner:
            yield "*"
        yield part
