"""Pages made from leadkit itself when the site is built: its fields and its findings, so that neither goes stale."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from leadkit.check.codes import all_codes
from leadkit.cli.explain import LEFT_OUT
from leadkit.model.fields import FILE
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.question import Question

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FAMILIES = {
    "1": "Text",
    "2": "Shape",
    "3": "References",
    "4": "Rules and law",
    "5": "Fidelity and completeness",
    "6": "Privacy",
    "7": "Documents",
    "8": "Deployment",
    "9": "leadkit's own fault",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    for uri, content in {**_fields(), **_findings(), **_answers()}.items():
        files.append(File.generated(config, uri, content=content))
    return files


def _answers() -> dict[str, str]:
    lines = [
        "# Answers\n",
        "What `leadkit new` asks, in order, by the names that the answers have in a file. "
        "A group holds an id of your own for each thing, and below it the answers about that thing.\n",
    ]
    for question in QUESTIONS:
        if isinstance(question, Question):
            lines += [f"## `{question.name}`\n", f"{question.asks} {question.help}\n", *_answer(question)]
            continue
        needed = " *(required)*" if question.required else ""
        lines += [f"## `{question.name}`\n", f"{question.asks}? {question.help}{needed}\n".replace("??", "?")]
        for field in question.fields:
            asks = field.asks.replace("{name}", "it")
            lines += [f"### `{question.name}.*.{field.name}`\n", f"{asks}\n", *_answer(field)]
    return {"reference/answers.md": "\n".join(lines)}


def _answer(question: Question) -> list[str]:
    """Whether it is needed, what it may be, and an example."""
    lines = ["*(required)*\n"] if question.required else []
    words = ", ".join(f"`{choice.word}`" for choice in question.choices)
    if words:
        lines.append(f"{'Any of' if question.several else 'One of'}: {words}.\n")
    lines += [f"Or `{choice.word}`: {choice.word} {choice.says}.\n" for choice in question.besides]
    return [*lines, f"Example: `{question.example}`\n"]


def _fields() -> dict[str, str]:
    entries = [entry for entry in json.loads(FILE.read_text(encoding="utf-8")) if not entry["path"].startswith("@")]
    pages: dict[str, str] = {}
    index = ["# Fields\n", "One page for each section of a program. `*` stands for an id of your own.\n"]
    for section, group in groupby(entries, lambda entry: entry["path"].split(".")[0]):
        own = list(group)
        pages[f"reference/fields/{section}.md"] = _section(section, own)
        index.append(f"- [{section}](fields/{section}.md): {own[0]['description']}")
    pages["reference/fields.md"] = "\n".join(index) + "\n"
    return pages


def _section(section: str, entries: list[dict[str, Any]]) -> str:
    lines = [f"# {section}\n"]
    paths = Counter(entry["path"] for entry in entries)
    for entry in entries:
        if entry["path"].rsplit(".", 1)[-1] in SHARED:
            continue
        lines += [f"## `{entry['path']}`\n", f"{entry['description']} *({entry['presence']})*\n"]
        if paths[entry["path"]] > 1 and entry["kinds"] and entry["kinds"] != entry["choices"]:
            lines.append("For " + ", ".join(f"`{kind}`" for kind in entry["kinds"]) + ".\n")
        if entry["choices"]:
            lines.append("Choices: " + ", ".join(f"`{choice}`" for choice in entry["choices"]) + "\n")
        lines.append("```yaml\n" + entry["example"] + "\n```\n")
    lines.append("Every object may also carry " + ", ".join(f"`{name}`" for name in sorted(SHARED)) + ".\n")
    return "\n".join(lines)


SHARED = frozenset({
    "sources", "adopted", "confidence", "other_values", "visibility", "effective_from", "effective_until",
})  # fmt: skip


def _findings() -> dict[str, str]:
    codes = all_codes()
    pages: dict[str, str] = {}
    index = ["# Findings\n", "Every finding has a code; `leadkit explain LK301` prints the same text.\n"]
    for family, group in groupby(codes, lambda code: code.code[2]):
        own = list(group)
        uri = f"reference/findings/lk{family}.md"
        pages[uri] = "\n".join([f"# LK{family}xx: {FAMILIES[family]}\n", *(_code(code) for code in own)])
        index.append(f"## [{FAMILIES[family]}](findings/lk{family}.md)\n")
        index += [f"- [{code.code}](findings/lk{family}.md#{code.code.lower()}): {code.summary}" for code in own]
        index.append("")
    pages["reference/findings.md"] = "\n".join(index) + "\n"
    return pages


def _code(code: Any) -> str:
    source = f"\nSource: {code.source}.\n" if code.source else ""
    left_out = "\n`~` stands where a field is left out.\n" if LEFT_OUT in code.wrong + code.right else ""
    return (
        f"## {code.code}: {code.name} {{ #{code.code.lower()} }}\n\n**{code.severity.value}.** {code.summary}\n\n"
        f"{code.why}\n{source}\nWrong:\n\n```yaml\n{code.wrong.rstrip()}\n```\n\nRight:\n\n```yaml\n{code.right.rstrip()}\n```\n{left_out}"
    )
