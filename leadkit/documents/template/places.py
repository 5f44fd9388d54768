"""Where a document speaks of a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.documents.tree.numbering import article_target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.documents.template.recorder import Recorder


def places_of(subjects: Iterable[str], recorder: Recorder) -> list[str]:
    """The articles and clauses of this document that are about some subjects, in the order of the outline.

    A clause inside an article that is named whole is not named again.
    """
    outline = recorder.outline
    if outline is None:
        return []
    wanted = {place for subject in subjects for place in outline.subjects.get(subject, ())}
    found: list[str] = []
    for article in outline.articles:
        printed = [clause for clause in article.clauses if clause in recorder.clauses_on]
        if article_target(article.id) in wanted and printed:
            found.append(article_target(article.id))
        else:
            found.extend(clause for clause in printed if clause in wanted)
    return found
