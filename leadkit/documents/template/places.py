"""Where a document speaks of a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.documents.template.filters import alike, key_of
from leadkit.documents.template.view import View, field_of
from leadkit.documents.tree.numbering import article_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadkit.documents.template.recorder import Recorder


def places_of(subjects: Iterable[str], recorder: Recorder, clauses: Iterable[str] = ()) -> list[str]:
    """The articles and clauses of this document that are about some subjects, in the order of the outline.

    Clauses that are named themselves are among them, for no subject leads to a clause of a program's own.

    A clause inside an article that is named whole is not named again, and an article of which every clause is meant is
    named whole.
    """
    outline = recorder.outline
    if outline is None:
        return []
    wanted = {place for subject in subjects for place in outline.subjects.get(subject, ())} | set(clauses)
    found: list[str] = []
    for article in outline.articles:
        printed = [clause for clause in article.clauses if clause in recorder.clauses_on]
        meant = [clause for clause in printed if clause in wanted]
        if printed and (article_target(article.id) in wanted or (len(printed) > 1 and meant == printed)):
            found.append(article_target(article.id))
        else:
            found.extend(meant)
    return found


def unknown_clauses(clauses: Iterable[View], recorder: Recorder) -> Iterator[View]:
    """Those of some names of clauses that no clause of this document has, whether it is printed or not."""
    outline = recorder.outline
    known = {id_ for article in outline.articles for id_ in article.clauses} if outline else set()
    yield from (each for each in clauses if key_of(each) not in known)


def duties_about(parties: Iterable[View], undertakings: View, subjects: set[str]) -> list[str]:
    """The ids under which the undertakings on some subjects are printed, group of parties by group.

    A group that undertakes one thing only has a section for it; otherwise each undertaking is an item.
    """
    found: list[str] = []
    for group in alike(parties, undertakings, "parties"):
        first = key_of(group[0])
        own = [each for each in undertakings if first in map(key_of, field_of(each, "parties"))]
        wanted = [each for each in own if key_of(field_of(each, "subject")) in subjects]
        if len(own) == 1 and wanted:
            found.append(f"duties-{first}")
        else:
            found.extend(f"duty-{first}-{key_of(each)}" for each in wanted)
    return found
