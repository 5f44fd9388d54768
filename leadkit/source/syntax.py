"""What a YAML reader stumbled over, in a planner's words and on the right line."""

from __future__ import annotations

from collections.abc import Callable

from leadkit.diagnostic import Diagnostic, Fix, Span
from leadkit.source.characters import exotic_after_colon, has_exotic, tabbed, tabs
from leadkit.source.codes_place import EXOTIC_SPACE
from leadkit.source.codes_structure import COMPLEX_NAME, EMPTY_NAME, SEVERAL_DOCUMENTS, TAG, TOO_DEEP
from leadkit.source.codes_syntax import (
    BAD_ESCAPE,
    COLON_IN_TEXT,
    INDENTATION,
    MISSING_COLON,
    MISSING_SPACE,
    RESERVED_START,
    TEXT_AFTER_QUOTE,
    TYPOGRAPHIC_QUOTES,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
    UNREADABLE_LINE,
)
from leadkit.source.lints import OPENING
from leadkit.source.parse import Broken, Kind
from leadkit.source.stumble import Stumble
from leadkit.source.text import SourceText, quoted

_NOT_PLAIN = ("", '"', "'", "[", "{", "|", ">")


def explain(source: SourceText, broken: Broken, quote: Span | None = None) -> Diagnostic:
    """Turn the place where a YAML reader gave up into a finding.

    Args:
        source: The file.
        broken: What the reader stumbled over.
        quote: The last text in quotes before it that runs over several lines.
    """
    stumble = Stumble(source, broken)
    if quote and quote.end_line == stumble.number and quote.end_column <= stumble.column:
        return _swallowed(stumble, quote)
    if "\t" in stumble.line.indent:
        return tabbed(source, tabs(source) or [(stumble.at, stumble.at + 1)])
    return _BY_KIND.get(broken.kind, _other)(stumble)


def _colon(stumble: Stumble) -> Diagnostic:
    """A colon where no field can begin: in a text, or after something above that was left unfinished."""
    line = stumble.line
    if line.name is None or len(line.name) < stumble.column - 1:
        return _colon_in_text(stumble)
    number = stumble.above()
    if number is None:
        return stumble.unknown()
    above = stumble.numbered(number)
    if ": " not in f"{above.text} " or above.lacks_space:
        return _no_field(stumble, number)
    return stumble.cut(number) if above.cut else stumble.indented()


def _colon_in_text(stumble: Stumble) -> Diagnostic:
    line, value = stumble.line, stumble.line.value
    if value.startswith(tuple(OPENING)):
        return stumble.report(
            TYPOGRAPHIC_QUOTES,
            "The value stands in typographic quotation marks, which do not protect the colon in it.",
            "Use straight quotation marks.",
            line.with_value(quoted(value.strip("".join(OPENING)))),
            fix=stumble.quoting(stumble.number, value.strip("".join(OPENING))),
        )
    if value.startswith("{{"):
        return stumble.template()
    text = value[:1] not in _NOT_PLAIN and not value.endswith(":")
    return stumble.report(
        COLON_IN_TEXT,
        "A colon followed by a space stands inside this value.",
        "Put the value in quotes; if two fields are meant, give each a line of its own.",
        line.with_value(quoted(value)) if text else None,
        span=stumble.here,
    )


def _no_colon(stumble: Stumble) -> Diagnostic:
    return _no_field(stumble, stumble.first)


def _no_field(stumble: Stumble, number: int) -> Diagnostic:
    """A line among fields that is none."""
    line = stumble.numbered(number)
    if line.lacks_space:
        message = "There is no space after the colon, so the line is taken for one piece of text."
        at = line.lacks_space_at
        fix = stumble.replacing(number, at, at, " ", "Put a space after the colon")
        remedy = "Put a space after the colon."
        return stumble.report(MISSING_SPACE, message, remedy, line.spaced(), number=number, fix=fix)
    if has_exotic(line.text):
        message = "A no-break or other special space stands in this line, where an ordinary one is needed."
        return stumble.report(
            EXOTIC_SPACE, message, "Type the space anew.", number=number, fix=_spaces(stumble, number)
        )
    if line.text.lstrip().startswith("? "):
        return _question(stumble)
    return stumble.report(
        MISSING_COLON,
        "This line stands among fields and has no colon after a name.",
        "Write a name, a colon, a space and the value; to continue the text above, indent the line further.",
        number=number,
    )


def _spaces(stumble: Stumble, number: int) -> Fix | None:
    """The repair for special spaces that follow the colon of a field."""
    found = exotic_after_colon(stumble.source.line(number))
    if found is None:
        return None
    start, end = found
    return stumble.replacing(number, start, end, " " * (end - start), "Put ordinary spaces in their place")


def _unspaced(stumble: Stumble) -> Diagnostic:
    """A colon in brackets that is followed by a bracket or a comma."""
    text = stumble.line.text
    return stumble.report(
        MISSING_SPACE,
        "There is no space after this colon.",
        "Put a space after the colon; if it belongs to a text, put the text in quotes.",
        (text[: stumble.column] + " " + text[stumble.column :]).strip(),
        span=stumble.here,
        fix=stumble.replacing(stumble.number, stumble.column, stumble.column, " ", "Put a space after the colon"),
    )


def _quote(stumble: Stumble) -> Diagnostic:
    return stumble.opened(UNCLOSED_QUOTE, "The quotation mark that opens here is never closed.")


def _swallowed(stumble: Stumble, quote: Span) -> Diagnostic:
    """A quotation mark that was forgotten, so that the text ends where the next one in quotes begins."""
    return UNCLOSED_QUOTE.at(
        Span(quote.file, quote.line, quote.column, quote.line, quote.column + 1),
        stumble.here,
        message=f"The quotation mark that opens here is closed only in line {quote.end_line}, before other text.",
        remedy="Close it where the value ends.",
    )


def _escape(stumble: Stumble) -> Diagnostic:
    """A backslash that begins no escape; the readers notice at it or a few characters later."""
    text = stumble.source.text
    at = max(text.rfind("\\", 0, stumble.at + 1), 0)
    value = stumble.line.value
    inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else ""
    usable = inner and '"' not in inner and text[at : at + 1] == "\\"
    return BAD_ESCAPE.at(
        stumble.source.span(at, min(at + 2, len(text))),
        message="Inside double quotes this backslash begins an escape that does not exist.",
        remedy="Use single quotes, in which a backslash is just a backslash, or write it twice.",
        correction=stumble.line.with_value("'" + inner.replace("'", "''") + "'") if usable else None,
    )


def _start(stumble: Stumble) -> Diagnostic:
    """A value that begins with a character of YAML's own."""
    number, column = stumble.source.position(stumble.since)
    line = stumble.numbered(number)
    character = line.text[column - 1 : column]
    if character == "\t":
        return tabbed(stumble.source, [(stumble.since, stumble.since + 1)])
    here = Span(stumble.source.name, number, column, number, column + 1)
    return _reserved(stumble, character, here)


def _reserved(stumble: Stumble, character: str, span: Span) -> Diagnostic:
    line = stumble.numbered(span.line)
    return stumble.report(
        RESERVED_START,
        f'The value begins with "{character}", which has a meaning of its own in YAML.',
        "Put the value in quotes.",
        line.with_value(quoted(line.value)) if line.value.startswith(character) else None,
        span=span,
        fix=stumble.quoting(span.line) if line.value.startswith(character) else None,
    )


def _flow(stumble: Stumble) -> Diagnostic:
    """Inside brackets."""
    first = stumble.numbered(stumble.first)
    later = stumble.number > stumble.first
    if "{{" in first.text:
        return stumble.template(stumble.first)
    if first.cut and later:
        return stumble.cut(stumble.first)
    if later or stumble.character in ("", "]", "}"):
        opening = stumble.source.text[stumble.since : stumble.since + 1]
        return stumble.opened(UNCLOSED_BRACKET, f'The "{opening}" that opens here is not closed as it should be.')
    if stumble.character == ":":
        message, remedy = "A colon stands inside this value.", "Put the value in quotes."
        return stumble.report(COLON_IN_TEXT, message, remedy, span=stumble.here)
    return stumble.unknown()


def _block(stumble: Stumble) -> Diagnostic:
    """Something among fields that is no field."""
    own = stumble.line.text.lstrip()
    if stumble.line.text[: stumble.column - 1].strip() not in ("", "-"):
        return _after(stumble)
    if own.startswith("- "):
        return stumble.report(
            INDENTATION,
            "A list item stands here among fields.",
            "Indent it below the field whose list it belongs to, or write a field.",
        )
    if own.startswith(":"):
        return stumble.report(EMPTY_NAME, "This field has no name.", "Give it a name, or delete it.")
    above = stumble.above()
    if above is not None and stumble.numbered(above).cut:
        return stumble.cut(above)
    return stumble.indented()


def _after(stumble: Stumble) -> Diagnostic:
    """Something after a value that had already ended."""
    value = stumble.line.value
    if value.startswith("{{"):
        return stumble.template()
    paired = len(value) > 2 and value[0] == value[-1] and value[0] in "'\""
    inside = value[1:-1] if paired else value
    return stumble.report(
        TEXT_AFTER_QUOTE,
        "The value has ended before this text.",
        "Put the whole value in quotes, of the kind that does not occur in it.",
        stumble.line.with_value(quoted(inside)) if value else None,
        span=stumble.here,
    )


def _item(stumble: Stumble) -> Diagnostic:
    return stumble.report(
        INDENTATION,
        "This line stands among the items of a list and is none.",
        'Begin it with "- ", or indent it by as much as the field it belongs beside.',
    )


def _content(stumble: Stumble) -> Diagnostic:
    """A comma, a closing bracket or the end of the file where a value should be."""
    character, text = stumble.character, stumble.source.text
    opening = max(text.rfind("["), text.rfind("{"))
    if not character and opening >= 0:
        here = stumble.source.span(opening, opening + 1)
        message = f'The "{text[opening]}" that opens here is not closed.'
        return stumble.report(UNCLOSED_BRACKET, message, "Close it where the value ends.", span=here)
    if character and stumble.line.value.startswith(character):
        return _reserved(stumble, character, stumble.here)
    if character in (",", "]", "}"):
        return stumble.unknown(f'Before this "{character}" a value is missing.')
    return stumble.unknown()


def _dash(stumble: Stumble) -> Diagnostic:
    value = stumble.line.value
    return stumble.report(
        UNREADABLE_LINE,
        "A list begins in the line of its field.",
        "Begin the list in the next line, or put the text in quotes if it begins with a dash.",
        stumble.line.with_value(quoted(value)) if value.startswith("- ") else None,
        span=stumble.here,
    )


def _question(stumble: Stumble) -> Diagnostic:
    message = "A question mark and a space begin a name that is no short text."
    return stumble.report(COMPLEX_NAME, message, "Give the field one short name, or put the text in quotes.")


def _tag(stumble: Stumble) -> Diagnostic:
    value = stumble.line.value
    return stumble.report(
        TAG,
        "The value begins with !, which YAML takes for a tag.",
        "Put the value in quotes.",
        stumble.line.with_value(quoted(value)) if value.startswith("!") else None,
    )


def _deep(stumble: Stumble) -> Diagnostic:
    return stumble.report(
        TOO_DEEP,
        "Here fields and lists stand far too deep inside each other.",
        "Look for brackets that were never closed.",
        span=stumble.here,
    )


def _other(stumble: Stumble) -> Diagnostic:
    """What concerns the file as a whole: directives and further documents."""
    numbers = range(1, min(stumble.number, len(stumble.source.starts)) + 1)
    directive = next((n for n in numbers if stumble.source.line(n).startswith("%")), None)
    if directive is not None:
        message = "A line that begins with % is an instruction to YAML, and this one is unknown."
        return stumble.report(RESERVED_START, message, "Delete the line.", number=directive)
    above = stumble.above()
    if above is not None and stumble.source.line(above).startswith("..."):
        remedy = "Delete the line with the three dots."
        return stumble.report(SEVERAL_DOCUMENTS, "A second document begins here.", remedy)
    return stumble.unknown()


_BY_KIND: dict[Kind, Callable[[Stumble], Diagnostic]] = {
    Kind.COLON: _colon,
    Kind.NO_COLON: _no_colon,
    Kind.UNSPACED: _unspaced,
    Kind.QUOTE: _quote,
    Kind.ESCAPE: _escape,
    Kind.START: _start,
    Kind.FLOW: _flow,
    Kind.BLOCK: _block,
    Kind.ITEM: _item,
    Kind.CONTENT: _content,
    Kind.DASH: _dash,
    Kind.QUESTION: _question,
    Kind.TAG: _tag,
    Kind.DEEP: _deep,
}
