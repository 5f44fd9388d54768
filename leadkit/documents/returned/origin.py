"""Who made an edit, when, and why, as far as the file says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from leadkit.documents.returned.asked import Asked
from leadkit.documents.returned.line import Comment, Line, Trace
from leadkit.documents.returned.marks import key
from leadkit.documents.returned.proposal import Origin

UNNAMED = "Not named in the returned file"
_OURS = ("", "leadkit")


class Origins:
    """Tells who made an edit.

    Attributes:
        answered: The comments that gave the reason of one.
    """

    def __init__(self, asked: Asked, saved: Trace, comments: Sequence[Comment], day: date) -> None:
        """Keep what the file and whoever reviews it say.

        Args:
            asked: What whoever reviews the file says.
            saved: Who saved the file last, and when.
            comments: Its comments.
            day: The day of the document, where nothing else tells one.
        """
        self._asked, self._saved, self._day = asked, saved, day
        self._comments = {comment.id: comment for comment in comments}
        self.answered: set[str] = set()

    def of(self, lines: Sequence[Line], standing: Collection[str] = ()) -> Origin:
        """Who made the edits of some lines: who tracked them, or else who saved the file.

        Args:
            lines: The lines.
            standing: The values in them that nobody edited; a comment on one of these is about that value.
        """
        traces = [trace for line in lines for trace in line.traces if trace.author]
        alone = {key(text) for text in standing}
        said = [
            self._comments[each]
            for line in lines
            for each in sorted(line.comments)
            if each in self._comments and key(line.commented(each)) not in alone
        ]
        self.answered.update(comment.id for comment in said)
        by = self._asked.by or _named(trace.author for trace in traces) or _named(comment.author for comment in said)
        by = by or (UNNAMED if self._saved.author in _OURS else self._saved.author)
        days = [trace.on for trace in traces if trace.on]
        on = self._asked.on or max(days, default=None) or self._saved.on or self._day
        told = " ".join(dict.fromkeys(f"{comment.author}: {comment.text}" for comment in said if comment.text))
        return Origin(by, on, self._asked.reason or told or f"Edited by {_reader(by)} in the returned file.")


def _named(authors: Iterable[str]) -> str:
    return " and ".join(dict.fromkeys(each for each in authors if each))


def _reader(by: str) -> str:
    return "somebody whom it does not name" if by == UNNAMED else by
