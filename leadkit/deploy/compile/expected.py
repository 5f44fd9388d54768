"""``tests/expected.json``: what the matrix must allow, read a second time and in a simpler way.

It comes from the text of the flows, and shares no step with the compiled cells, so that a cell which was changed or
lost on the way does not change what is expected of it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from leadkit.source.tree import find, plain

if TYPE_CHECKING:
    from leadkit.deploy.compile.plain import Data
    from leadkit.model.standing import Standing
    from leadkit.source.tree import Plain


def expected_of(standing: Standing) -> list[Data]:
    """Everything that is allowed where its basis and its scope hold; whatever is not listed is denied."""
    flows, categories = (_section(standing, name) for name in ("flows", "categories"))
    accounting = _section(standing, "accounting")
    accounted = (_several(accounting.get("covers")) or list(categories)) if accounting else []
    found: list[Data] = []
    for name, flow in flows.items():
        basis = flow.get("basis") if isinstance(flow, dict) else None
        if not isinstance(flow, dict) or not isinstance(basis, dict) or not flow.get("scope"):
            continue
        fields = [_several(flow.get(each)) for each in ("sender", "recipient", "categories", "actions", "purpose")]
        for sender, recipient, category, action, purpose in product(*fields):
            if category in categories:
                found.append(
                    {
                        **_terms(flow),
                        "logged": _is_yes(flow.get("logged")) or category in accounted,
                        "flow": name,
                        "sender": sender,
                        "recipient": recipient,
                        "category": category,
                        "action": action,
                        "purpose": purpose,
                        "basis": _text(basis.get("kind")),
                        "release": _text(basis.get("release")),
                        "rule": _text(basis.get("exception")) or _text(basis.get("standard")) or "",
                    }
                )
    return sorted(found, key=str)


def never_expected(standing: Standing) -> list[Data]:
    """The rules of never: the categories of each by their ids, and whom it bars, as it names them."""
    rules, categories = (_section(standing, name) for name in ("never", "categories"))
    found: list[Data] = []
    for name, rule in rules.items():
        if not isinstance(rule, dict):
            continue
        named, kinds = _several(rule.get("categories")), _several(rule.get("sensitivities"))
        covered = [
            id_
            for id_, each in categories.items()
            if id_ in named
            or (isinstance(each, dict) and _text(each.get("sensitivity")) in kinds)
            or not (named or kinds)
        ]
        found.append(
            {
                "id": name,
                "categories": [*sorted(covered)],
                "recipients": [*_several(rule.get("recipients"))],
                "classes": [*_several(rule.get("recipient_classes"))],
            }
        )
    return found


def _section(standing: Standing, name: str) -> dict[str, Plain]:
    node = find(standing.resolution.root, ("sharing", name))
    held = plain(node) if node is not None else None
    return held if isinstance(held, dict) else {}


def _terms(flow: dict[str, Plain]) -> dict[str, Data]:
    """On which terms a flow lets something happen."""
    return {
        "scope": _text(flow.get("scope")),
        "detail": _text(flow.get("detail")) or "full",
        "pathways": [*_several(flow.get("pathways"))],
        "use_limits": [*_several(flow.get("use_limits"))],
        "redisclosure": _text(flow.get("redisclosure")),
        "notice": _is_yes(flow.get("notice_accompanies")),
    }


def _is_yes(value: Plain) -> bool:
    return isinstance(value, str) and value.strip().lower() in ("yes", "true")


def _several(value: Plain) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [each.strip() for each in several if isinstance(each, str)]


def _text(value: Plain) -> str | None:
    return value.strip() if isinstance(value, str) else None
