"""The filter that names the program's own papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import pass_context
from jinja2.runtime import Context

from leadkit.documents.template.filters import changed_first, key_of, labelled, series
from leadkit.documents.template.naming import named
from leadkit.documents.template.recorder import Fragment
from leadkit.documents.template.view import View, field_of, is_given
from leadkit.documents.tree.inline import Text


@pass_context
def paper_names(context: Context, values: Iterable[object], word: str = "and") -> Fragment:
    """Print papers by their ids under ``documents``: each by its title, in quotation marks, or else by its id."""
    return series(context, [_paper(context, each) for each in values], word)


def _paper(context: Context, value: object) -> Fragment:
    documents = context.resolve("documents")
    if isinstance(documents, View) and is_given(field_of(field_of(documents, key_of(value)), "title")):
        title = named(context, value, "documents", "title")
        return Fragment((Text("“"), *title.inlines, Text("”")))
    return Fragment((Text("the "), *changed_first(context, labelled(value)).inlines))


FILTERS: dict[str, Callable[..., object]] = {"paper_names": paper_names}
"""The filters of this file, by the names that clauses use."""
