"""``consents.json``: the releases as a person reads and signs them, in each language."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from leadkit.check.rules.lk609_old_treatment_forms import FIRST as TREATMENT_RULE
from leadkit.deploy.codes import NOT_SIGNABLE, RELEASE_IS_DRAFT
from leadkit.deploy.compile.form_text import FormText, form_text, part_of
from leadkit.deploy.compile.plain import Data, as_data, to_json, words
from leadkit.documents.translation import languages_of
from leadkit.documents.words import FIRST
from leadkit.model.documents import DocumentStatus

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.paper import Paper
    from leadkit.model.sharing.releases import Release, ReleaseBlock
    from leadkit.model.sharing.vocabulary import Purpose


def consents_of(bench: Bench) -> dict[str, Data]:
    """Every release by its id, with the version of its text."""
    papers = {paper.id: paper for paper in bench.drafts.papers}
    return {"releases": {name: _consent(bench, name, each, papers) for name, each in _releases(bench)}}


def _releases(bench: Bench) -> list[tuple[str, Release]]:
    return list(bench.program.sharing.releases.items())


def _consent(bench: Bench, name: str, release: Release, papers: dict[str, Paper]) -> Data:
    paper = papers.get(release.form or "")
    texts = _texts(bench, paper) if paper else {}
    if not any(not text.draft for text in texts.values()):
        bench.find(_not_signable(bench, name, paper))
    draft = paper is not None and (paper.setting is None or paper.setting.status is not DocumentStatus.ADOPTED)
    if draft:
        bench.find(_is_draft(bench, name, release))
    parts = _parts(release)
    consent: dict[str, Data] = {
        "title": release.title,
        "covers": as_data(release.covers),
        "form": release.form,
        "draft": draft,
        "signers": words(release.signed_by),
        "youth": as_data(release.youth),
        "languages": {language: text.as_data() for language, text in texts.items()},
        "blocks": parts,
        "block_order": [*parts],
        "expiry": as_data(release.expiry),
        "revocation": as_data(release.revocation),
        "per_recipient": release.revocable_per_recipient is not False,
        "basis": as_data(release.basis),
        "condition_of": as_data(release.condition_of),
        "sign_when": as_data(release.sign_when),
        "recheck_after": as_data(release.recheck_after),
        "interpretation": as_data(release.interpretation),
        "copy_given": release.copy_given is not False,
        "wording_reviewed": release.wording_reviewed.last.isoformat() if release.wording_reviewed else None,
        "law_on": TREATMENT_RULE.isoformat() if (release.covers or "").startswith("part2") else None,
        "elements": {**_elements(texts.get(FIRST))},
    }
    return consent | {"version": hashlib.sha256(to_json(consent)).hexdigest()[:16]}


def _texts(bench: Bench, paper: Paper) -> dict[str, FormText]:
    """The words of the form in each language of which leadkit has them."""
    found = {each: form_text(bench, paper, each) for each in (FIRST, *languages_of(paper))}
    return {language: text for language, text in found.items() if text is not None}


def _parts(release: Release) -> dict[str, Data]:
    """What the person agrees to one by one, as the paper has it: a block once for each of its purposes."""
    return {
        part_of(key, number): _part(release, block, purpose)
        for key, block in release.blocks.items()
        for number, purpose in enumerate(block.purpose, 1)
    }


def _part(release: Release, block: ReleaseBlock, purpose: Purpose) -> Data:
    return {
        "disclosers": words(block.disclosers),
        "recipients": words(block.recipients),
        "categories": words(block.categories),
        "purposes": words((purpose,)),
        "both_ways": block.both_ways is True,
        "intermediary": block.intermediary,
        "use_limits": words(block.use_limits),
        "may_be_struck": block.may_be_struck is not False,
        "named_as": block.named_as,
        "notice": (release.covers or "").startswith("part2"),
    }


def _elements(text: FormText | None) -> dict[str, Data]:
    """Where the form says each of the ten elements of a consent (42 CFR 2.31(a)); None where it does not."""
    return {str(number): text.elements.get(str(number)) if text else None for number in range(1, 11)}


def _not_signable(bench: Bench, name: str, paper: Paper | None) -> Diagnostic:
    return NOT_SIGNABLE.at(
        bench.subject.key("sharing", "releases", name),
        message=f'"{name}" cannot be signed in the service: '
        + ("leadkit prints its form in no language." if paper else "no document of the program prints its form."),
        remedy="Name its document as form of the release, list the document, and see what leadkit build tells of it.",
        path=f"sharing.releases.{name}",
    )


def _is_draft(bench: Bench, name: str, release: Release) -> Diagnostic:
    return RELEASE_IS_DRAFT.at(
        bench.subject.key("sharing", "releases", name),
        message=f'"{name}" cannot be signed in the service: its document "{release.form}" is not adopted.',
        remedy="Have the document read and adopted, and say status: adopted, with who adopted it and when.",
        path=f"documents.{release.form}.status",
    )
