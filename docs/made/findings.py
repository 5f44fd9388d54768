"""A page on each family of findings, with the text that ``leadkit explain`` prints."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from leadkit.check.codes import all_codes
from leadkit.cli.explain import LEFT_OUT

if TYPE_CHECKING:
    from leadkit.diagnostic import Code

FAMILIES = {
    "1": "Text",
    "2": "Shape",
    "3": "References",
    "4": "Rules and law",
    "5": "Fidelity and completeness",
    "6": "Privacy",
    "7": "Documents",
    "8": "Deployment and site",
    "9": "leadkit's own fault",
}


def pages() -> dict[str, str]:
    """The list of codes, and the page of each family."""
    made: dict[str, str] = {}
    index = ["# Findings\n", "Every finding has a code; `leadkit explain LK301` prints the same text.\n"]
    for family, group in groupby(all_codes(), lambda code: code.code[2]):
        own = list(group)
        uri = f"reference/findings/lk{family}.md"
        made[uri] = "\n".join([f"# LK{family}xx: {FAMILIES[family]}\n", *(_code(code) for code in own)])
        index.append(f"## [{FAMILIES[family]}](findings/lk{family}.md)\n")
        index += [f"- [{code.code}](findings/lk{family}.md#{code.code.lower()}): {code.summary}" for code in own]
        index.append("")
    made["reference/findings.md"] = "\n".join(index) + "\n"
    return made


def _code(code: Code) -> str:
    source = f"\nSource: {code.source}.\n" if code.source else ""
    left_out = "\n`~` stands where a field is left out.\n" if LEFT_OUT in code.wrong + code.right else ""
    return (
        f"## {code.code}: {code.name} {{ #{code.code.lower()} }}\n\n"
        f"**{code.severity.value.capitalize()}.** {code.summary}\n\n"
        f"{code.why}\n{source}\n"
        f"Wrong:\n\n```yaml\n{code.wrong.rstrip()}\n```\n\nRight:\n\n```yaml\n{code.right.rstrip()}\n```\n{left_out}"
    )
