"""A page on each section of a program: every field with the text that ``leadkit explain`` prints."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from leadkit.model.fields import ANYWHERE, FieldText, all_fields

HEAD = """# Fields

One page for each section of a program. `*` stands for an id of your own.
`leadkit explain agreement.term` prints the same text.

A field is *required* (it is given, or said to be open), *expected* (a note reminds of it) or *optional*.
"""


def pages() -> dict[str, str]:
    """The list of sections, and the page of each."""
    shared = [field for field in all_fields() if field.path.startswith(ANYWHERE)]
    entries = [field for field in all_fields() if not field.path.startswith(ANYWHERE)]
    made: dict[str, str] = {}
    index = [HEAD]
    for section, group in groupby(entries, lambda field: field.path.split(".")[0]):
        own = list(group)
        made[f"reference/fields/{section}.md"] = _section(section, own, [_name(each) for each in shared])
        index.append(f"- [{section}](fields/{section}.md): {own[0].description}")
    index += ["\n## Fields of every object\n", *(_field(each, "###", _name(each)) for each in shared)]
    made["reference/fields.md"] = "\n".join(index) + "\n"
    return made


def _name(field: FieldText) -> str:
    return field.path.rsplit(".", 1)[-1]


def _section(section: str, fields: list[FieldText], shared: list[str]) -> str:
    paths = Counter(field.path for field in fields)
    own = [field for field in fields if _name(field) not in shared]
    lines = [f"# {section}\n", *(_field(each, "##", each.path, several=paths[each.path] > 1) for each in own)]
    also = ", ".join(f"`{name}`" for name in sorted(shared))
    return "\n".join([*lines, f"Every object may also carry [{also}](../fields.md#fields-of-every-object).\n"])


def _field(field: FieldText, mark: str, title: str, *, several: bool = False) -> str:
    lines = [f"{mark} `{title}`\n", f"{field.description} *({field.presence})*\n"]
    if several and field.kinds and field.kinds != field.choices:
        lines.append("For " + ", ".join(f"`{kind}`" for kind in field.kinds) + ".\n")
    if field.choices:
        lines.append("Choices: " + ", ".join(f"`{choice}`" for choice in field.choices) + "\n")
    if field.example:
        lines.append(f"```yaml\n{field.example}\n```\n")
    return "\n".join(lines)
