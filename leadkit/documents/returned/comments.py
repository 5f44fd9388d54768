"""The comments of a returned file, each with its replies."""

from __future__ import annotations

from leadkit.documents.returned.line import Comment
from leadkit.documents.returned.marks import tidy, without_marks
from leadkit.documents.returned.xml import day_of, local, value
from leadkit.documents.write.docx.archive import Archive
from leadkit.documents.write.docx.xml import Element, W

_LONGEST = 2000


def read_comments(archive: Archive) -> tuple[Comment, ...]:
    """The comments of a file, without those that reply to another."""
    name = archive.one(archive.main, "comments")
    if name is None or name not in archive.trees:
        return ()
    made = {value(each, "id"): each for each in archive.trees[name].iter(f"{{{W}}}comment")}
    parents = _parents(archive, made)
    replies: dict[str, list[tuple[str, str]]] = {}
    for id_, each in made.items():
        if id_ in parents:
            replies.setdefault(parents[id_], []).append((_author(each), _text(each)))
    return tuple(
        Comment(id_, _author(each), day_of(value(each, "date")), _text(each), tuple(replies.get(id_, ())))
        for id_, each in made.items()
        if id_ not in parents
    )


def _parents(archive: Archive, made: dict[str, Element]) -> dict[str, str]:
    """For each comment that replies to another, that one; a comment is told there by its last paragraph."""
    name = archive.one(archive.main, "commentsExtended")
    if name is None or name not in archive.trees:
        return {}
    ids = {para: id_ for id_, each in made.items() for para in _paragraph_ids(each)}
    parents: dict[str, str] = {}
    for each in archive.trees[name].iter():
        if local(each) == "commentEx":
            said = {str(key).rpartition("}")[2]: str(text) for key, text in each.attrib.items()}
            child, parent = ids.get(said.get("paraId", "")), ids.get(said.get("paraIdParent", ""))
            if child and parent and child != parent:
                parents[child] = parent
    # A reply to a reply is told with the comment that both are about; what runs in a circle replies to nothing.
    return {child: top for child in parents if (top := _top(child, parents)) != child}


def _top(child: str, parents: dict[str, str]) -> str:
    seen = {child}
    here = child
    while here in parents:
        here = parents[here]
        if here in seen:
            return child
        seen.add(here)
    return here


def _paragraph_ids(comment: Element) -> list[str]:
    ids = [
        str(text)
        for paragraph in comment.iter(f"{{{W}}}p")
        for name, text in paragraph.attrib.items()
        if str(name).endswith("}paraId")
    ]
    return ids[-1:]


def _author(comment: Element) -> str:
    return tidy(without_marks(value(comment, "author")))


def _text(comment: Element) -> str:
    lines = ("".join(t.text or "" for t in paragraph.iter(f"{{{W}}}t")) for paragraph in comment.iter(f"{{{W}}}p"))
    return tidy(without_marks(" ".join(lines)))[:_LONGEST]
