"""The page on what Python programs may rely on, from the docstrings of what is public."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
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


def _signature(name: str, function: Callable[..., object]) -> str:
    """How it is called; on lines of its own where one would be too long to read."""
    signature = inspect.signature(function)
    parts = [*_with_star(signature.parameters.values())]
    whole = f"{name}({', '.join(parts)}) -> {signature.return_annotation}"
    if len(whole) > 90:
        lines = "".join(f"    {part},\n" for part in parts)
        whole = f"{name}(\n{lines}) -> {signature.return_annotation}"
    return f"```python\n{whole}\n```\n"


def _with_star(parameters: Iterable[inspect.Parameter]) -> Iterator[str]:
    """The parameters as they are written, with the star behind which they are given by name."""
    starred = False
    for each in parameters:
        if each.name == "self":
            continue
        if each.kind is each.KEYWORD_ONLY and not starred:
            yield "*"
        starred = starred or each.kind in (each.KEYWORD_ONLY, each.VAR_POSITIONAL)
        name = f"*{each.name}" if each.kind is each.VAR_POSITIONAL else each.name
        annotation = "" if each.annotation is each.empty else f": {each.annotation}"
        yield f"{name}{annotation}" + ("" if each.default is each.empty else f" = {each.default!r}")
