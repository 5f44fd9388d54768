"""The steps of a pathway as a picture, drawn from the list of the page itself, which stands below it in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import ItemList
from leadkit.documents.tree.inline import Reference, Strong
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.rewrite import rewrite_references
from leadkit.documents.tree.trace import walk
from leadkit.site.drawn.picture import Picture, lines_of, svg, text
from leadkit.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadkit.documents.tree.blocks import Item
    from leadkit.documents.tree.document import Document, Section

BOX = "#f2f6f7"
"""The color of a box; on a dark screen it is another."""
_LETTERS, _LINES, _LINE = 38, 3, 18
_LEFT, _BOX, _GAP = 36, 308, 18
_LEAST = 3
"""How many steps are worth a picture."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step: who acts, what they do, and the number of the step that follows where it fails."""

    who: str
    what: list[str]
    otherwise: int = 0

    @property
    def height(self) -> int:
        return _LINE * (1 + len(self.what)) + 12


def with_numbers(document: Document) -> Document:
    """The page with each reference to a step as its number, which is how a list of a page counts."""
    numbers = {
        item.id: place for _, _, block in _lists(document) for place, item in enumerate(block.items, start=1) if item.id
    }
    step = WORDS[document.language]["step"]

    def resolved(reference: Reference) -> Reference:
        number = numbers.get(reference.target)
        return reference if number is None else Reference(reference.target, step, str(number))

    return rewrite_references(document, resolved)


def pictures_of_steps(document: Document) -> Iterator[Picture]:
    """The picture of each pathway of which there are some steps."""
    own = WORDS[document.language]
    for section, place, block in _lists(document):
        steps = [*_steps(block.items)]
        if len(steps) >= _LEAST:
            name = own["steps"].format(inline_text(section.title))
            told = " → ".join(f"{number} {step.who}" for number, step in enumerate(steps, start=1))
            yield Picture(section.id, place, _drawn(steps, name, told, own["if_not"]), f"{name}. {own['below']}")


def _lists(document: Document) -> Iterator[tuple[Section, int, ItemList]]:
    """The numbered lists of a page, each with its section and its place in it."""
    for article in document.articles:
        for clause in article.clauses:
            for section in clause.sections:
                for place, block in enumerate(section.blocks):
                    if isinstance(block, ItemList) and not block.bulleted:
                        yield section, place, block


def _steps(items: Sequence[Item]) -> Iterator[_Step]:
    numbers = {item.id: place for place, item in enumerate(items, start=1) if item.id}
    for item in items:
        who = item.content[0] if item.content and isinstance(item.content[0], Strong) else None
        if who is None:
            return  # no list of who does what
        rest = inline_text(item.content[1:]).strip()
        leads = [each.target for each in walk(item.blocks) if isinstance(each, Reference)]
        otherwise = next((numbers[each] for each in leads if each in numbers), 0)
        yield _Step(inline_text(who.content).strip().rstrip("."), lines_of(rest, _LETTERS, _LINES), otherwise)


def _drawn(steps: Sequence[_Step], name: str, told: str, if_not: str) -> str:
    height = sum(step.height + _GAP for step in steps) - _GAP + 8
    return svg(_parts(steps, if_not), height, name, told)


def _parts(steps: Sequence[_Step], if_not: str) -> Iterator[str]:
    """A box for each step with an arrow to the next; where a step may fail, its way out stands beside it."""
    top, led_to = 4, {step.otherwise for step in steps}
    for number, step in enumerate(steps, start=1):
        middle = top + step.height / 2
        yield f'<circle cx="16" cy="{middle:.0f}" r="13" fill="#fff" stroke="#1a1a1a"/>'
        yield text(16, middle + 5, str(number), anchor="middle", bold=True)
        dashes = ' stroke-dasharray="4 3"' if number in led_to and _only_on_failure(number, steps) else ""
        place = f'x="{_LEFT}" y="{top}" width="{_BOX}" height="{step.height}" rx="4"'
        yield f'<rect {place} fill="{BOX}" stroke="#1a1a1a"{dashes}/>'
        yield text(_LEFT + 8, top + 20, step.who, bold=True)
        for below, line in enumerate(step.what, start=1):
            yield text(_LEFT + 8, top + 20 + below * _LINE, line)
        if step.otherwise:
            yield text(_LEFT + _BOX + 8, middle - 3, if_not)
            yield text(_LEFT + _BOX + 8, middle + 14, f"→ {step.otherwise}", bold=True)
        if number < len(steps) and not _only_on_failure(number + 1, steps):
            yield _arrow(_LEFT + _BOX / 2, top + step.height)
        top += step.height + _GAP


def _only_on_failure(number: int, steps: Sequence[_Step]) -> bool:
    """Whether a step stands after all that follow each other: from there on, each is reached by a failure alone."""
    reached = {step.otherwise for step in steps}
    return all(later in reached for later in range(number, len(steps) + 1))


def _arrow(x: float, y: float) -> str:
    tip = y + _GAP - 2
    head = f"M{x - 5:.0f} {tip - 7:.0f}L{x:.0f} {tip:.0f}L{x + 5:.0f} {tip - 7:.0f}"
    return f'<path d="M{x:.0f} {y:.0f}V{tip:.0f}{head}" fill="none" stroke="#1a1a1a" stroke-width="1.5"/>'
