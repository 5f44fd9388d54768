"""The table of pydantic's error types: what each means to a planner, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import get_origin

from leadkit.check.shape import codes
from leadkit.check.shape.fault import Fault
from leadkit.check.shape.meant import meant_field
from leadkit.check.shape.nouns import owner_of
from leadkit.diagnostic import Diagnostic, as_sentence, listed, nearest, shortened
from leadkit.model.base import Item
from leadkit.model.paths import annotation_at, fields_at, tags_of
from leadkit.model.references import ID_PATTERN
from leadkit.model.root import Program
from leadkit.model.scalars import OPEN_PATH_PATTERN, PATH_PATTERN
from leadkit.model.versions import VERSIONS
from leadkit.model.walk import unwrap
from leadkit.source.overlay import WORDS
from leadkit.source.tree import Mapping, Sequence, Text, find


def unknown_field(fault: Fault) -> Diagnostic:
    """A field that the object does not have; at the left margin, a section."""
    owner = fault.location[:-1]
    known = fields_at(Program, owner)
    meant = meant_field(fault.name, known) or (None if owner else nearest(fault.name, WORDS))
    span = fault.span(of_key=True)
    own_first = sorted(known, key=lambda name: name in Item.model_fields)
    remedy = f'Did you mean "{meant}"?' if meant else f"Its fields are {listed(own_first, 20)}."
    correction = fault.corrected(span, meant) if meant else None
    fix = fault.respelling(span, fault.name, meant, (*known, VERSIONS))
    if not owner:
        message = f'"{fault.name}" is not a section of a program.'
        return codes.UNKNOWN_SECTION.at(span, message=message, remedy=remedy, correction=correction, fix=fix)
    message = f'"{fault.name}" is not a field of {owner_of(fault)}.'
    return codes.UNKNOWN_FIELD.at(
        span, message=message, remedy=remedy, correction=correction, path=fault.dotted, fix=fix
    )


def missing_field(fault: Fault) -> Diagnostic:
    """A field that must be there; the place is the name of the object that lacks it."""
    field = fields_at(Program, fault.location[:-1]).get(fault.name)
    example = field.examples[0] if field and field.examples else "…"
    add = "Add it" if len(fault.path) > 1 else "Add it, by habit in program.yaml"  # that file is gone, or was renamed
    return codes.MISSING_FIELD.at(
        fault.span(of_key=True),
        message=f'The field "{fault.name}" is missing from {owner_of(fault, "this")}.',
        remedy=f"{add}: {field.description}" if field else f"{add}.",
        correction=f"{fault.name}: {example}" if isinstance(example, str) else None,
        path=fault.dotted,
    )


def unknown_word(fault: Fault) -> Diagnostic:
    """A word that is not one of the choices of its field."""
    choices = re.findall(r"'([^']*)'", fault.context.get("expected", ""))
    return _choice(fault, choices, fault.written)


def unknown_tag(fault: Fault) -> Diagnostic:
    """A word that should say which kind of object this is, and does not."""
    discriminator = fault.context["discriminator"].strip("'")
    choices = tags_of(annotation_at(Program, fault.location), discriminator)
    inner = replace(fault, location=(*fault.location, discriminator), path=(*fault.path, discriminator))
    if isinstance(find(fault.root, inner.path), Mapping | Sequence):
        return empty_or_wrong_kind(inner)
    if not inner.written:
        return _misspelt(fault, discriminator) or codes.MISSING_FIELD.at(
            inner.span(of_key=True),
            message=f'The field "{discriminator}" is missing here.',
            remedy=f"Add it: it is one of {listed(choices, 20)}.",
            path=inner.dotted,
        )
    return _choice(inner, choices, inner.written)


def wrong_form(fault: Fault) -> Diagnostic:
    """A value that cannot be read; the sentence of the field's own reader is the remedy."""
    sentence = fault.context.get("error") or fault.message
    if not fault.written and isinstance(find(fault.root, fault.path), Mapping) and fault.kind == "value_error":
        return _incomplete(fault, sentence) if _is_object(fault) else empty_or_wrong_kind(fault)
    if not fault.written:
        return empty_or_wrong_kind(fault)
    return codes.WRONG_FORM.at(
        fault.span(),
        message=f'"{shortened(fault.written)}" cannot be read as {_article(_field_words(fault))}.',
        remedy=as_sentence(sentence),
        path=fault.dotted,
    )


def _incomplete(fault: Fault, sentence: str) -> Diagnostic:
    return codes.INCOMPLETE.at(
        fault.span(of_key=True),
        message=as_sentence(sentence),
        remedy=f"Add the field that is missing, or take out the one that does not fit; leadkit explain {fault.dotted} "
        "tells what each is for.",
        path=fault.dotted,
    )


def _is_object(fault: Fault) -> bool:
    """Whether the field holds an object or a collection, whose own fields may not fit together."""
    core, _ = unwrap(annotation_at(Program, fault.location))
    return bool(fields_at(Program, fault.location)) or get_origin(core) is dict


WANTED = {
    "string_type": "a single value",
    "value_error": "a single value",
    "int_type": "a single value",
    "bool_type": "a single value",
    "tuple_type": "a list",
    "dict_type": "fields",
    "enum": "one word",
    "literal_error": "one word",
    "union_tag_invalid": "one word",
    "union_tag_not_found": "one word",
}
"""What a field holds, by the error that says it holds something else; every other error is about an object."""


def empty_or_wrong_kind(fault: Fault) -> Diagnostic:
    """A text, a list or fields were wanted, and something else or nothing is there."""
    node = find(fault.root, fault.path)
    if slip := _misspelt(fault, VERSIONS):
        return slip
    wanted = WANTED.get(fault.kind, "fields of its own")
    if isinstance(node, Mapping | Sequence) or fault.written:
        found = "a list" if isinstance(node, Sequence) else "fields" if isinstance(node, Mapping) else "a single value"
        one_of_list = isinstance(node, Sequence) and wanted in ("one word", "a single value")
        key = fault.span(of_key=True)
        # the value of a version, or of another layer, is not below the name of its field; a text there is the slip
        near = (0,) if isinstance(node, Text) else (0, 1)
        elsewhere = node is not None and (node.span.file != key.file or node.span.line - key.line not in near)
        return codes.WRONG_KIND.at(
            node.span if node is not None and elsewhere else key,
            message=f"{codes.named(fault.path)} should hold {wanted}, but holds {found}.",
            remedy="Keep one, and write each of the others in an entry of its own."
            if one_of_list
            else "Check that the lines below it are indented as you mean them.",
            path=fault.dotted,
        )
    return codes.empty_value(fault.span(of_key=True), fault.path)


def _misspelt(fault: Fault, wanted: str) -> Diagnostic | None:
    """The field by which a value would be understood, where it stands there under a misspelt name."""
    node = find(fault.root, fault.path)
    for name, entry in node.entries.items() if isinstance(node, Mapping) else ():
        if name != wanted and nearest(name, (wanted,)):
            return codes.UNKNOWN_FIELD.at(
                entry.key.span,
                message=f'"{name}" is not a field here.',
                remedy=f'Did you mean "{wanted}"?',
                correction=fault.corrected(entry.key.span, wanted),
                path=f"{fault.dotted}.{name}",
                fix=fault.respelling(entry.key.span, name, VERSIONS, (VERSIONS,)),
            )
    return None


def bad_pattern(fault: Fault) -> Diagnostic:
    """A text that does not have the form of an id, an address or a path."""
    of_key = "[key]" in fault.location
    if not of_key and not fault.written:
        return empty_or_wrong_kind(fault)
    pattern = fault.context.get("pattern")
    if pattern == ID_PATTERN:
        return codes.BAD_ID.at(
            fault.span(of_key=of_key),
            message=f'"{shortened(_key_or_value(fault))}" cannot be an id.',
            remedy="Use letters, digits, and single hyphens, underscores or dots between them: sampleton-police.",
            path=fault.dotted,
        )
    if pattern in (PATH_PATTERN, OPEN_PATH_PATTERN):
        return codes.WRONG_FORM.at(
            fault.span(of_key=of_key),
            message=f'"{shortened(_key_or_value(fault))}" is not the path of a field.',
            remedy="Take out the dot at its end."
            if _key_or_value(fault).endswith(".")
            else "Write the names from the section down to the field, with dots between them: agreement.term.",
            path=fault.dotted,
        )
    return codes.WRONG_FORM.at(
        fault.span(of_key=of_key),
        message=f'"{shortened(_key_or_value(fault))}" does not have the form of {_article(_field_words(fault))}.',
        remedy=_description(fault),
        path=fault.dotted,
    )


def too_long(fault: Fault) -> Diagnostic:
    """A text over the length of its field."""
    most = fault.context.get("max_length", "allowed")
    of_key = "[key]" in fault.location
    name = shortened(_key_or_value(fault)) if of_key else fault.name
    return codes.TOO_LONG.at(
        fault.span(of_key=of_key),
        message=f'"{name}" is longer than the {most} characters it can hold.',
        remedy="Shorten it, or move the detail to a field for longer text.",
        path=fault.dotted,
    )


Handler = Callable[[Fault], Diagnostic]
HANDLERS: dict[str, Handler] = {
    "extra_forbidden": unknown_field,
    "missing": missing_field,
    "enum": unknown_word,
    "literal_error": unknown_word,
    "union_tag_invalid": unknown_tag,
    "union_tag_not_found": unknown_tag,
    "value_error": wrong_form,
    "string_type": empty_or_wrong_kind,
    "string_too_short": empty_or_wrong_kind,
    "string_pattern_mismatch": bad_pattern,
    "string_too_long": too_long,
    "dict_type": empty_or_wrong_kind,
    "tuple_type": empty_or_wrong_kind,
    "model_type": empty_or_wrong_kind,
    "model_attributes_type": empty_or_wrong_kind,
    "bool_type": wrong_form,
    "int_type": wrong_form,
}
"""Every error type that the models can produce; a test fails when they can produce one that is not here."""


def _choice(fault: Fault, choices: list[str] | tuple[str, ...], written: str) -> Diagnostic:
    if not written:
        return empty_or_wrong_kind(fault)
    meant = nearest(written, choices)
    span = fault.span()
    return codes.UNKNOWN_WORD.at(
        span,
        message=f'"{shortened(written)}" is not one of the choices of "{fault.path[-1]}".',
        remedy=f'Did you mean "{meant}"?' if meant else _choose(choices),
        correction=fault.corrected(span, meant) if meant else None,
        path=fault.dotted,
        fix=fault.respelling(span, written, meant, choices),
    )


def _choose(choices: list[str] | tuple[str, ...]) -> str:
    return f"Choose one of {listed(choices, 20)}." if len(choices) > 1 else f"Write {listed(choices)}."


def _key_or_value(fault: Fault) -> str:
    return str(fault.location[-2]) if "[key]" in fault.location else fault.written


def _description(fault: Fault) -> str:
    field = fields_at(Program, fault.location[:-1]).get(fault.name)
    if field is None or not field.description:
        return "See the field's description."
    example = field.examples[0] if field.examples else None
    return f"{field.description} For example: {example}" if isinstance(example, str) else field.description


def _field_words(fault: Fault) -> str:
    name = next((str(step) for step in reversed(fault.path) if not isinstance(step, int)), "value")
    return f'value for "{name}"'


def _article(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
