"""Every code about the text itself, without PyYAML: for findings, ``leadkit explain`` and its page.

An example in parentheses describes a file or a folder that cannot be shown as YAML.
"""

from __future__ import annotations

from leadkit.diagnostic import Code
from leadkit.source import codes_overlay, codes_place, codes_structure, codes_syntax

CODES: tuple[Code, ...] = tuple(
    sorted(
        (
            value
            for module in (codes_place, codes_syntax, codes_structure, codes_overlay)
            for value in vars(module).values()
            if isinstance(value, Code)
        ),
        key=lambda code: code.code,
    )
)
