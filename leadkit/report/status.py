"""How a program stands on a day, for people and for programs."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from leadkit.diagnostic import listed
from leadkit.documents.status.due import When
from leadkit.documents.status.papers import Fault
from leadkit.documents.status.parties import Standing
from leadkit.report.json import finding
from leadkit.report.report import counted
from leadkit.report.terminal import Paint, clean

if TYPE_CHECKING:
    from leadkit.documents.status.due import Due
    from leadkit.documents.status.papers import PaperStanding
    from leadkit.documents.status.parties import Line, PartyStanding
    from leadkit.documents.status.standing import ProgramStatus

VERSION = 1
"""The version of the JSON; a field is only ever added to a version."""

_STANDINGS = {
    Standing.SIGNED: "signed", Standing.PARTLY: "partly signed", Standing.WAITING: "not signed",
    Standing.NO_LINE: "no line on the signature page", Standing.ADVISES: "advises, and signs nothing",
    Standing.NOT_KNOWN: "not in the public sources", Standing.DECLINED: "declined", Standing.WITHDRAWN: "withdrawn",
}  # fmt: skip
_FAULTS = {
    Fault.OLD_SOURCE: "made from another text of", Fault.ADOPTED_TEXT_CHANGED: "adopted, and its text has changed "
    "without a new version", Fault.TEXT_CHANGED: "its text has changed since",
    Fault.STATUS_CHANGED: "the program now says", Fault.NO_LONGER_MADE: "the program no longer prints it",
    Fault.EDITED: "changed after it was built:", Fault.MISSING: "no longer there:",
    Fault.NEVER_BUILT: "never built",
}  # fmt: skip


def render_text(status: ProgramStatus, place: str, *, colour: bool = False) -> str:
    """Who has signed, what is due, and which papers are out of date."""
    paint = Paint(colour)
    lines = [
        paint.bold(clean(f"{status.name or place}, on {status.on}")),
        *_unread(status, place),
        "",
        paint.bold("Signatures"),
        *_parties(status),
        "",
        paint.bold(f"Overdue, and due within {counted(status.within, 'day')}"),
        *_due(status),
        "",
        paint.bold(clean(f"Papers in {status.out.as_posix()}")),
        *_papers(status, place),
    ]
    return "\n".join(lines) + "\n"


def _unread(status: ProgramStatus, place: str) -> Iterator[str]:
    if status.faulty:
        yield clean(f"Not all of the program can be read, and this is told without it. Run: leadkit check {place}")


def _parties(status: ProgramStatus) -> Iterator[str]:
    if status.version or status.amended:
        text = "a draft" if status.draft else "a text"
        version = f"version {status.version}" if status.version else f"{text} without a version"
        version = f"a draft of {version}" if status.draft and status.version else version
        amended = f", as amended through {status.amended}" if status.amended else ""
        yield clean(f"  The memorandum now printed is {version}{amended}.")
    for each in status.parties:
        yield clean(f"  {each.name}: {_stands(each)}")
        yield from (clean(f"    {_line(line)}") for line in each.lines)
        if each.standing is not Standing.WITHDRAWN:
            yield from (clean(f"    {approval}") for approval in each.approvals)
    if not status.parties:
        yield "  The program names no party."


def _stands(party: PartyStanding) -> str:
    said = _STANDINGS[party.standing]
    said += f" on {party.withdrew_on}" if party.withdrew_on and party.standing is Standing.WITHDRAWN else ""
    return f"{said}; bound from {party.binds_from}" if party.binds_from else said


def _line(line: Line) -> str:
    who = ", ".join(each for each in (line.title, line.name) if each) or line.id
    said = line.status or "the program does not say whether it was signed"
    said += f" {line.date}" if line.date else ""
    said += {"ink": ", in ink", "electronic": ", electronically"}.get(line.method, "")
    if line.before:
        said += f"; before {_all(line.before)}"
    if line.unclear:
        said += f"; the dates do not tell whether before {listed(line.unclear)}"
    return f"{who}: {said}"


def _due(status: ProgramStatus) -> Iterator[str]:
    for each in status.due:
        event = each.event
        counted_ = f" ({event.counted})" if event.counted else ""
        owner = f"; {event.owner}" if event.owner else ""
        yield clean(f"  {event.date}, {_in_days(each)}: {event.what}{counted_}{owner}  [{event.path}]")
    if not status.due:
        yield "  Nothing."
    for one in status.uncounted:
        yield clean(f"  Not counted: {one.what}, because {one.why}  [{one.path}]")


def _in_days(due: Due) -> str:
    if due.when is When.PERHAPS:
        return "perhaps over already"
    if due.when is When.OVERDUE:
        return f"{counted((due.event.first - due.event.last).days - due.days, 'day')} overdue"
    if due.event.first != due.event.last:
        return f"in {counted(due.days, 'day')} at the earliest"
    return f"in {counted(due.days, 'day')}" if due.days else "on that day"


def _papers(status: ProgramStatus, place: str) -> Iterator[str]:
    if status.unread is not None:
        yield clean(f"  {status.unread.code} {status.unread.message}")
        yield f"    {status.unread.remedy}"
        return
    built = [each for each in status.papers if each.faults != (Fault.NEVER_BUILT,)]
    if not built:
        again = f"leadkit build {shlex.quote(place)} --out {shlex.quote(status.out.parent.as_posix())}"
        yield clean(f"  Nothing was built there. Run: {again}")
        return
    faulty = [each for each in built if each.faults]
    several = Counter(each.document for each in built)  # of one that was not built anew in every format, which is meant
    for each in faulty:
        files = f" ({_all(each.files)})" if several[each.document] > 1 else ""
        yield clean(f"  {each.document}{files}, as of {each.on or 'no known day'}: {_wrong(each)}")
    never = [each.document for each in status.papers if each.faults == (Fault.NEVER_BUILT,)]
    if never:
        yield clean(f"  Never built: {_all(never)}")
    fresh = len(built) - len(faulty)
    yield f"  {counted(fresh, 'paper')} {'is' if fresh == 1 else 'are'} as the program would print {_them(fresh)} now."


def _all(names: Sequence[str]) -> str:
    """Every name: ``a, b and c``."""
    *before, last = names or [""]
    return f"{', '.join(before)} and {last}" if before else last


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def _wrong(paper: PaperStanding) -> str:
    told = {
        Fault.OLD_SOURCE: _all(paper.sources), Fault.STATUS_CHANGED: paper.now,
        Fault.EDITED: _all(paper.edited), Fault.MISSING: _all(paper.missing),
    }  # fmt: skip
    return "; ".join(f"{_FAULTS[each]} {told.get(each, '')}".strip() for each in paper.faults)


def render_json(status: ProgramStatus) -> str:
    """The same as one JSON object."""
    content = {
        "version": VERSION,
        "program": status.name or None,
        "on": status.on.isoformat(),
        "in_order": status.is_in_order,
        "unread": list(status.faulty),
        "memorandum": {"draft": status.draft, "version": status.version or None, "amended": status.amended or None},
        "parties": [_told_party(each) for each in status.parties],
        "within": status.within,
        "due": [_told_due(each) for each in status.due],
        "not_counted": [{"what": each.what, "path": each.path, "why": each.why} for each in status.uncounted],
        "out": status.out.as_posix(),
        "papers": [_told_paper(each) for each in status.papers],
        "findings": [finding(status.unread)] if status.unread else [],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _told_party(party: PartyStanding) -> dict[str, object]:
    return {
        "party": party.id,
        "agency": party.agency,
        "name": party.name,
        "standing": party.standing.value,
        "binds_from": party.binds_from or None,
        "withdrew_on": party.withdrew_on or None,
        "signatures": [_told_line(each) for each in party.lines],
        "approvals_missing": list(party.approvals),
    }


def _told_line(line: Line) -> dict[str, object]:
    return {
        "signature": line.id,
        "title": line.title or None,
        "name": line.name or None,
        "status": line.status or None,
        "date": line.date or None,
        "method": line.method or None,
        "before": list(line.before),
        "perhaps_before": list(line.unclear),
    }


def _told_due(due: Due) -> dict[str, object]:
    event = due.event
    return {
        "what": event.what,
        "when": due.when.value,
        "date": event.date,
        "first": event.first.isoformat(),
        "last": event.last.isoformat(),
        "days": due.days,
        "counted": event.counted or None,
        "owner": event.owner or None,
        "path": event.path,
    }


def _told_paper(paper: PaperStanding) -> dict[str, object]:
    return {
        "document": paper.document,
        "on": paper.on or None,
        "files": list(paper.files),
        "faults": [each.value for each in paper.faults],
        "edited": list(paper.edited),
        "missing": list(paper.missing),
        "sources": list(paper.sources),
        "now": paper.now or None,
    }
