"""Scalars of YAML that every reader takes for the text they hold, and the head of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Plain = str | bool | int | None | Sequence["Plain"] | Mapping[str, "Plain"]


def quoted(text: str) -> str:
    """Text as a scalar in double quotes, which JSON and YAML read alike where the text is of the basic plane."""
    return f'"{"".join(map(_character, text))}"'


def _character(each: str) -> str:
    if each in '"\\':
        return f"\\{each}"
    if each.isprintable():
        return each
    number = ord(each)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def front_matter(fields: Mapping[str, Plain]) -> str:
    """The head of a page, one field a line."""
    lines = (f"{name}: {inline(value)}" for name, value in fields.items())
    return "\n".join(["---", *lines, "---", ""])


def inline(value: Plain) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(name)}: {inline(each)}" for name, each in value.items()) + "}"
    return str(value) if isinstance(value, int) else f"[{', '.join(map(inline, value))}]"


def block(value: Mapping[str, Plain]) -> str:
    """A mapping as YAML that a person can read and edit."""
    return "".join(f"{line}\n" for line in _mapping(value))


def _mapping(value: Mapping[str, Plain]) -> Iterator[str]:
    for name, each in value.items():
        key = name if name.replace("_", "").replace("-", "").isalnum() and name.isascii() else quoted(name)
        key = quoted(name) if key.lower() in _WORDS_OF_YAML or key[:1].isdigit() else key
        if isinstance(each, Mapping) and each:
            yield f"{key}:"
            yield from (f"  {line}" for line in _mapping(each))
        elif _is_long(each):
            yield f"{key}:"
            yield from (f"  {line}" for line in _sequence(each))  # type: ignore[arg-type]
        else:
            yield f"{key}: {inline(each)}"


def _sequence(value: Sequence[Plain]) -> Iterator[str]:
    for each in value:
        lines = list(_mapping(each)) if isinstance(each, Mapping) and each else [inline(each)]
        yield f"- {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


_WORDS_OF_YAML = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")


def _is_long(value: Plain) -> bool:
    """Whether a list is shown line by line: one of mappings, for one of words reads better on a line."""
    return isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(one, Mapping) for one in value)
