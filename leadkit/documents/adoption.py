"""Whether an annex that says when it was adopted still prints the words that were adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.documents.codes import ADOPTED_CHANGED
from leadkit.documents.tree.plain import fingerprint
from leadkit.model.agreement.change import AnnexStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.tree.document import Document
    from leadkit.model.agreement.change import Annex


def find_changed(annexes: Mapping[str, Annex], document: Document) -> Iterator[Diagnostic]:
    """Tell of an adopted annex whose text is another than the one whose fingerprint the program keeps.

    The day of the document is no part of that fingerprint: an annex is printed anew on many days, and adopted once.

    Args:
        annexes: The annexes of the program.
        document: The document that is printed, in the first language.
    """
    for name, annex in annexes.items():
        if annex.document != document.id or annex.status is not AnnexStatus.ADOPTED or annex.fingerprint is None:
            continue
        now = fingerprint(document.articles, of_any_day=True)
        if now != annex.fingerprint:
            day = f" on {annex.adopted_on}" if annex.adopted_on else ""
            yield ADOPTED_CHANGED.at(
                message=f"{document.id} prints another text than the one adopted{day}: {now}, not {annex.fingerprint}.",
                remedy="Have today’s text adopted, and write when and its fingerprint; or take the change back. "
                f"If today’s is the text that was adopted, write fingerprint: {now} under agreement.annexes.{name}.",
                path=f"agreement.annexes.{name}.fingerprint",
            )
