"""Filters of clauses: each takes a field and gives nodes, never markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.codes import UNPRINTABLE
from leadkit.documents.template import words
from leadkit.documents.template.language import Format, cardinal, said
from leadkit.documents.template.printing import fragment_of, open_at, printed, translated
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Fragment, Recorder
from leadkit.documents.template.view import View, field_of, id_of, is_missing, path_of, raw_of, recorder_of
from leadkit.documents.tree.blocks import Paragraph
from leadkit.documents.tree.inline import Blank, Inline, Inlines, Text, Value
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.words import FIRST, Words
from leadkit.documents.words.english import ENGLISH


def key_of(value: object) -> str:
    """The id that a value stands for: its key in the collection it came from, or its own text."""
    if isinstance(value, View):
        recorder_of(value).read(path_of(value))
        raw = raw_of(value)
        return str(raw) if isinstance(raw, str) else id_of(value) or str(raw)
    return str(value)


def _formatting(form: Format) -> Callable[[object], Fragment]:
    def apply(value: object) -> Fragment:
        if isinstance(value, View):
            return Fragment((printed(value, form),))
        text = form(value)
        if text is None:
            raise ClauseError(UNPRINTABLE, "A filter is given something that it cannot print in that form.")
        return Fragment((Text(text),))

    return apply


labelled = _formatting(words.labelled)
"""Print an id, or a word of a list of choices, as it is said."""


@pass_context
def dated(context: Context, value: object) -> Fragment:
    """Print a date of the program, or the day of the document, in its language."""
    if isinstance(value, View):
        return Fragment((printed(value, words.dated),))
    text, language = said(value, words.dated, recorder_in(context).language)
    if text is None:
        raise ClauseError(UNPRINTABLE, "The filter date is given something that is no date.")
    return Fragment((Text(text, language),))


@pass_context
def series(context: Context, values: object, word: str = "and") -> Fragment:
    """Join the values of a list as a sentence does: ``A``, ``A and B``, ``A, B, and C``."""
    recorder = recorder_in(context)
    if isinstance(values, View) and is_missing(raw_of(values)):
        return Fragment((printed(values),))
    if not isinstance(values, Iterable):
        raise ClauseError(UNPRINTABLE, "The filter series is given one value, not a list.")
    parts = [_sentence_part(each, recorder) for each in values]
    if not parts:
        raise ClauseError(UNPRINTABLE, "A list to be printed is empty.", "Put {% if %} around the paragraph.")
    return sentence(parts, word, recorder.words)


def sentence(parts: list[Inlines], word: str, own: Words = ENGLISH) -> Fragment:
    """Join parts as a sentence of a language does: ``A``, ``A and B``, ``A, B, and C``.

    Args:
        parts: What is joined.
        word: ``and`` or ``or``, in whatever language they are then said.
        own: The words of the language.
    """
    joined: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            last = index == len(parts) - 1
            comma = "," if not last or (own.serial_comma and len(parts) > 2) else ""
            joined.append(Text(f"{comma} {own.conjunction(word, inline_text(part))} " if last else ", "))
        joined.extend(part)
    return Fragment(tuple(joined))


def joined(parts: Iterable[Inlines], between: str) -> Fragment:
    """Join parts that may hold commas of their own, with the same words between any two."""
    shown: list[Inline] = []
    for part in parts:
        shown += [Text(between), *part] if shown else part
    return Fragment(tuple(shown))


def _sentence_part(value: object, recorder: Recorder) -> Inlines:
    fragment = fragment_of(value, recorder)
    if fragment.blocks:
        raise ClauseError(UNPRINTABLE, "A whole block cannot stand inside a sentence.")
    return fragment.inlines


@pass_context
def phrase(context: Context, value: object, name: str) -> Fragment:
    """Print what the document's phrases have for a word of a list of choices."""
    if isinstance(value, View) and is_missing(raw_of(value)):
        return Fragment((printed(value),))
    word = str(raw_of(value))
    text = recorder_in(context).phrases.get(name, {}).get(word)
    if text is None:
        raise ClauseError(UNPRINTABLE, f"There is no phrase for {word} under {name}.", "Add it to phrases.yaml.")
    return Fragment((recorder_in(context).value(text, path_of(value) if isinstance(value, View) else ""),))


@pass_context
def phrases(context: Context, values: Iterable[object], name: str, word: str = "and") -> Fragment:
    """Print the phrases for several such words as a series."""
    if isinstance(values, View) and is_missing(raw_of(values)):
        return Fragment((printed(values),))
    return series(context, [phrase(context, each, name) for each in values], word)


def alike(values: Iterable[View], others: Iterable[View], field: str) -> list[list[View]]:
    """Group the entries of a collection that every entry of another one names together, in their order.

    ``parties | alike(undertakings, "parties")`` gives groups of parties, each of which undertakes the same.
    Entries that nothing names are left out.
    """
    named = [set(map(key_of, field_of(other, field))) for other in others]
    groups: dict[tuple[int, ...], list[View]] = {}
    for value in values:
        places = tuple(index for index, keys in enumerate(named) if key_of(value) in keys)
        if places:
            groups.setdefault(places, []).append(value)
    return list(groups.values())


@pass_context
def or_text(context: Context, value: object, text: str) -> Fragment:
    """Print the value, the gap where ``open`` accounts for its absence, or else a text of the clause's own."""
    if isinstance(value, View) and is_missing(raw_of(value)):
        recorder_of(value).read(path_of(value))
        if open_at(path_of(value), recorder_of(value)) is None:
            return Fragment((Text(text),))
    return fragment_of(value, recorder_in(context))


@pass_context
def count(context: Context, values: object, spelled: bool = False) -> Fragment:
    """Print how many there are, as a figure or in words."""
    if not isinstance(values, View):
        number = len(list(values)) if isinstance(values, Iterable) else 0
        return Fragment((Text(_number(context, number, spelled)),))
    number = len(values)
    text = _number(context, number, spelled)
    return Fragment((recorder_in(context).value(text, path_of(values)),))


def _number(context: Context, number: int, spelled: bool) -> str:
    return cardinal(number, recorder_in(context).language) if spelled else str(number)


@pass_context
def paragraphs(context: Context, value: object) -> Fragment:
    """Print a long text as paragraphs, one for each part between blank lines."""
    if not isinstance(value, View) or is_missing(raw_of(value)):
        return fragment_of(value, recorder_in(context))
    recorder, path = recorder_in(context), path_of(value)
    text, language = said(raw_of(value), words.plain, recorder.language)
    if language and (own := translated(text or "", recorder)):
        text, language = own, ""
    parts = [part for part in (text or "").replace("\r\n", "\n").split("\n\n") if part.strip()]
    return Fragment(blocks=tuple(Paragraph((recorder.value(part, path, language=language),)) for part in parts))


@pass_context
def or_blank(context: Context, value: object, label: str) -> Fragment:
    """Print the value, or a line to be filled in by hand where there is none."""
    if isinstance(value, View) and is_missing(raw_of(value)):
        recorder_of(value).read(path_of(value))
        return Fragment((Blank(label),))
    return fragment_of(value, recorder_in(context))


def _changed(place: int, change: Callable[[str], str]) -> Callable[[Context, object], Fragment]:
    """A filter that changes the words of the first (0) or last (-1) part of what is printed."""

    @pass_context
    def apply(context: Context, value: object) -> Fragment:
        parts = list(fragment_of(value, recorder_in(context)).inlines)
        part = parts[place]
        if isinstance(part, Value | Text):
            parts[place] = replace(part, text=change(part.text))
        return Fragment(tuple(parts))

    return apply


def _in_english(change: Callable[[str], str]) -> Callable[[Context, object], Fragment]:
    """A filter that changes the first part of what is printed as only English does."""
    changed = _changed(0, change)

    @pass_context
    def apply(context: Context, value: object) -> Fragment:
        own = recorder_in(context).language == FIRST
        return changed(context, value) if own else fragment_of(value, recorder_in(context))

    return apply


def _possessive(text: str) -> str:
    return f"{text}’" if text.endswith("s") else f"{text}’s"


def recorder_in(context: Context) -> Recorder:
    """The recorder of the composition that a clause is rendered for."""
    recorder = context["_recorder"]
    assert isinstance(recorder, Recorder)
    return recorder


def _small_first(text: str) -> str:
    """A small letter at the start, unless the first word is written in capitals, such as LEAD."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


changed_first = _changed(0, _small_first)
"""Print something with a small letter at its start."""

changed_upper = _changed(0, lambda text: text[:1].upper() + text[1:])
"""Print something with a capital letter at its start."""

FILTERS: dict[str, Callable[..., object]] = {
    "adjective": _formatting(words.adjective),
    "alike": alike,
    "count": count,
    "date": dated,
    "hours": _formatting(words.hours),
    "label": labelled,
    "legal": _formatting(words.legal),
    "lower_first": changed_first,
    "or_blank": or_blank,
    "or_text": or_text,
    "paragraphs": paragraphs,
    "phrase": phrase,
    "phrases": phrases,
    "possessive": _changed(-1, _possessive),
    "series": series,
    "place": _in_english(words.with_place_article),
    "the": _in_english(words.with_article),
    "upper_first": changed_upper,
    "words": _formatting(words.in_words),
}
"""The filters that leadkit adds, by name."""
