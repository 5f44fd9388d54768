"""``texts.json``: words of the program and of its papers that pages of the service show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.compile.plain import Data, as_data, words
from leadkit.documents.tree.plain import block_lines, inline_text

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench

_STATEMENT = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
"""The shorter of the two statements that 42 CFR 2.32(a) prescribes, word for word."""
_NOTICE, _RIGHTS = "redisclosure-notice", "participant-rights"


def texts_of(bench: Bench) -> dict[str, Data]:
    """The script of the offer, the rules of after hours, the notices, and what outsiders are told."""
    procedure = bench.program.procedure
    offer = procedure.offer
    return {
        "offer": {
            "script": offer.script if offer else None,
            "must_say": words(offer.must_say) if offer else [],
            "must_not_say": words(offer.must_not_say) if offer else [],
            "admission_required": offer.admission_required if offer else None,
            "counsel_contact": offer.counsel_contact if offer else None,
            "languages": offer.languages if offer else None,
            "statements_used": offer.statements_used if offer else None,
        },
        "after_hours": {name: as_data(each) for name, each in procedure.after_hours.items()},
        "hours": {name: as_data(each) for name, each in procedure.hours.items()},
        "grievance": as_data(procedure.grievance),
        "rights": [*_lines(bench, _RIGHTS)],
        "notice": _notice(bench),
        "engagement": as_data(procedure.engagement),
        "intake": as_data(procedure.intake),
        "exit": as_data(procedure.exit),
        "case_conferences": as_data(procedure.case_conferences),
        "outside": {
            name: {"label": each.label, "answer": each.answer, "needs": each.needs}
            for name, each in bench.program.sharing.outside.items()
        },
    }


def _notice(bench: Bench) -> Data:
    """The notice that goes with records of treatment: the statement of 42 CFR 2.32(a)(2), then what it means."""
    return {"short": _STATEMENT, "long": [_STATEMENT, *_clause(bench, _NOTICE, "meaning")]}


def _lines(bench: Bench, paper: str) -> list[str]:
    document = bench.drafts.composed(paper).document
    clauses = [each.id for article in document.articles for each in article.clauses] if document else []
    return [line for clause in clauses for line in _clause(bench, paper, clause)]


def _clause(bench: Bench, paper: str, clause: str) -> list[str]:
    """The lines of a clause of a paper; none where the program cannot have the paper."""
    document = bench.drafts.composed(paper).document
    sections = [
        section
        for article in (document.articles if document else ())
        for each in article.clauses
        if each.id == clause
        for section in each.sections
    ]
    found = (inline_text(line) for section in sections for line in (section.title, *block_lines(section.blocks)))
    return [line for line in found if line]
