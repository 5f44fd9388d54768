"""The clauses that differ from the model, word by word: at a terminal, in a message, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadkit.documents.compare.texts import Stretch
from leadkit.documents.overrides.file import OverrideKind
from leadkit.documents.tree.change import Change
from leadkit.report.github import as_markdown
from leadkit.report.json import JSON_VERSION
from leadkit.report.json import finding as plain_finding
from leadkit.report.report import Report, counted
from leadkit.report.terminal import Paint, clean

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.overrides.differences import Difference, Differences

NONE = "No clause differs from the model."
SAME = "Its words are still the same."
_ACTS = {
    OverrideKind.REPLACE: "replaced",
    OverrideKind.INSERT_AFTER: "added",
    OverrideKind.REMOVE: "taken out",
    OverrideKind.ALTERNATE: "exchanged",
}
LEVELS = {"state": "the state", "jurisdiction": "the jurisdiction", "agreement": "this document"}
_MARKS = {Change.REMOVED: ("[-", "-]", "red"), Change.ADDED: ("{+", "+}", "green")}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What differs in the documents of one program.

    Attributes:
        place: The program's folder.
        documents: The documents that have overrides.
        diagnostics: Why nothing can be told.
    """

    place: str
    documents: tuple[Differences, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether any clause does."""
        return any(each.clauses for each in self.documents)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Every finding."""
        return (*self.diagnostics, *(one for each in self.documents for one in each.diagnostics))

    @property
    def failed(self) -> bool:
        """Whether one of them is an error."""
        return any(each.is_error for each in self.found)


def headline(each: Differences) -> str:
    """How many clauses of a document differ."""
    number = len({one.deviation.clause for one in each.clauses})
    return f"{each.document}: {counted(number, 'clause')} {'differs' if number == 1 else 'differ'} from the model."


def heading(one: Difference) -> str:
    """Place, title and id of a clause, and by whom it is what."""
    act = _ACTS[one.deviation.override.kind]
    use = one.deviation.override.use
    chosen = f" for the alternate {use}" if one.deviation.override.kind is OverrideKind.ALTERNATE else ""
    place = f"{one.place} ({one.deviation.clause})" if one.place else f"{one.deviation.clause} (not printed)"
    return f"{place}: {act}{chosen} by {LEVELS[one.deviation.layer.level]}"


def reason(one: Difference) -> str:
    """Who made the change, when and why."""
    override = one.deviation.override
    return f"{override.by}, {override.on}: {override.reason}"


def stale(one: Difference) -> str:
    """What has become of the text that the change was made from; empty where it is the same."""
    if one.deviation.conflicts:
        return "The text that it changes has changed in the same place since: decide on the words."
    if not one.deviation.stale:
        return ""
    if one.deviation.override.kind is OverrideKind.REPLACE:
        return "The text that it changes has changed elsewhere since; both changes are printed."
    return "The clause that it names has changed since."


def rows(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """The lines in which something changed; an empty list stands for lines in which nothing did."""
    lines: list[list[Stretch]] = [[]]
    for each in stretches:
        first, *others = each.text.split("\n")
        lines[-1].append(Stretch(each.change, first))
        lines += [[Stretch(each.change, text)] for text in others]
    found: list[list[Stretch]] = []
    for line in lines:
        changed = any(each.change is not Change.KEPT and each.text.strip() for each in line)
        if changed:
            found.append([each for each in line if each.text])
        elif any(each.text.strip() for each in line) and (not found or found[-1]):
            found.append([])
    return found


def render_text(outcomes: Sequence[Outcome], *, colour: bool = False) -> str:
    """Each clause with its place, its reason and its words."""
    from leadkit.report.text import render

    paint = Paint(colour)
    lines: list[str] = []
    for outcome in outcomes:
        lines += [paint.bold(clean(outcome.place))] if len(outcomes) > 1 else []
        for each in outcome.documents:
            lines += [paint.bold(clean(headline(each))), "", *_clauses(each, paint)] if each.clauses else []
        if not outcome.differs and not outcome.failed:
            lines.append(NONE)
        if outcome.found:
            lines.append(render(Report(list(outcome.found), colour=colour)).rstrip("\n"))
    return "\n".join(lines) + "\n"


def _clauses(each: Differences, paint: Paint) -> Iterator[str]:
    for one in each.clauses:
        yield paint.bold(clean(heading(one)))
        yield f"  {clean(one.deviation.override.file)}"
        yield f"  {clean(reason(one))}"
        if said := stale(one):
            yield f"  {paint.colour(said, 'yellow')}"
        if not any(rows(one.source)):
            yield f"  {SAME}"
        yield from _words("In the clause:", one.source, paint)
        yield from _words("As printed:", one.printed, paint)
        yield ""


def _words(title: str, stretches: Sequence[Stretch], paint: Paint) -> Iterator[str]:
    found = rows(stretches)
    if any(found):
        yield f"  {title}"
    for line in found if any(found) else ():
        yield f"    {''.join(_marked(each, paint) for each in line) or '…'}"


def _marked(each: Stretch, paint: Paint) -> str:
    if each.change is Change.KEPT:
        return clean(each.text)
    before, after, name = _MARKS[each.change]
    return paint.colour(f"{before}{clean(each.text)}{after}", name)


def render_markdown(outcomes: Sequence[Outcome]) -> str:
    """The same for a pull request or a memo."""
    lines = ["## Clauses that differ from the model", ""]
    for outcome in outcomes:
        for each in outcome.documents:
            lines += [f"**{as_markdown(headline(each))}**", ""] if each.clauses else []
            for one in each.clauses:
                lines += [f"### {as_markdown(heading(one))}", "", as_markdown(reason(one)), ""]
                lines += [f"**{as_markdown(stale(one))}**", ""] if stale(one) else []
                for line in rows(one.printed or one.source):
                    lines += [f"> {''.join(map(_in_markdown, line)) or '…'}", ">"]
                lines.append("")
        if not outcome.differs and not outcome.failed:
            lines += [NONE, ""]
        lines += [f"- **{one.code}** {as_markdown(f'{one.message} {one.remedy}')}" for one in outcome.found]
    return "\n".join(lines).rstrip("\n") + "\n"


def _in_markdown(each: Stretch) -> str:
    text = as_markdown(each.text)
    before = " " if each.text[:1].isspace() else ""
    after = " " if each.text[-1:].isspace() and text else ""
    mark = {Change.KEPT: "", Change.REMOVED: "~~", Change.ADDED: "**"}[each.change]
    return f"{before}{mark}{text}{mark}{after}" if text else before


def render_json(outcomes: Sequence[Outcome]) -> str:
    """The same for programs."""
    body = {
        "version": JSON_VERSION,
        "programs": [
            {
                "program": outcome.place,
                "documents": [
                    {"document": each.document, "clauses": [_plain(one) for one in each.clauses]}
                    for each in outcome.documents
                ],
                "findings": [plain_finding(one) for one in outcome.found],
            }
            for outcome in outcomes
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _plain(one: Difference) -> dict[str, Any]:
    override = one.deviation.override
    return {
        "clause": one.deviation.clause,
        "place": one.place or None,
        "layer": one.deviation.layer.level,
        "named_by": one.deviation.layer.cause,
        "file": override.file,
        "kind": override.kind,
        "target": override.target,
        "use": override.use or None,
        "by": override.by,
        "on": override.on.isoformat(),
        "reason": override.reason,
        "parent": override.parent,
        "stale": one.deviation.stale,
        "conflict": one.deviation.conflicts,
        "source": [{"change": each.change, "text": each.text} for each in one.source],
        "printed": [{"change": each.change, "text": each.text} for each in one.printed],
    }
