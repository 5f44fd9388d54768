"""The amendment as a document, and the agreement amended and restated."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from leadkit.documents.amendment.chain import words_of
from leadkit.documents.amendment.drafting import Amended, amended
from leadkit.documents.building import write
from leadkit.documents.composition import Composition
from leadkit.documents.standing import compose_standing
from leadkit.documents.tree.inline import Reference
from leadkit.documents.tree.trace import walk
from leadkit.documents.write.html import to_html
from leadkit.documents.write.markdown import to_markdown
from tests.documents.amendment.versions import LISTED, NOTICE, drafted, version
from tests.sampling import takes_long


def _words(composed: Composition) -> str:
    assert composed.document is not None, [each.message for each in composed.diagnostics]
    return to_markdown(composed.document)


AGREED = (NOTICE, LISTED)
ODD = "Amendment <b>No. 9</b> {{ 7 * 7 }}"


def _agreed() -> Amended:
    return drafted(*AGREED, effective=date(2027, 1, 1))


def _without_a_section() -> Amended:
    return drafted((*_section("supersedes"), ""), number=ODD)


def _section(name: str) -> tuple[str, str]:
    """A section of the county's agreement as it is written, with its lines."""
    from leadkit.resources import programs

    lines = (programs() / "example-county" / "agreement.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index(f"  {name}:\n")
    end = next(number for number in range(start + 1, len(lines)) if not lines[number].startswith("   "))
    return "agreement.yaml", "".join(lines[start:end])


def test_a_changed_number_is_quoted_in_its_whole_section_and_nothing_else_is() -> None:
    printed = _words(_agreed().instrument)
    assert printed.count("is amended to read:") == 1
    assert "### 1.1 Section 15.1, Amendment" in printed
    assert "**15.1 Amendment**" in printed
    assert "- (d) A proposed amendment is sent to the Parties forty-five (45) days ahead." in printed
    assert "This amendment (the **“Amendment”**) takes effect on January 1, 2027" in printed
    assert "Section 14" not in printed


def test_it_takes_effect_only_once_it_is_approved_and_listed_as_the_law_asks() -> None:
    printed = _words(_agreed().instrument)
    assert "whose approval the Agreement needed, and does not take effect before it is given." in printed
    assert (
        "It does not take effect before it is listed by subject on a public agency’s website as chapter 39.34 RCW "
        "requires." in printed
    )


def test_it_names_the_agreement_its_day_its_amendments_and_its_power() -> None:
    printed = _words(_agreed().instrument)
    assert "# Amendment No. 3 to the Memorandum of Understanding" in printed
    assert "as of December 18, 2023." in printed
    assert "amended by Amendment No. 1 of December 16, 2024" in printed
    assert "Section 15.1 of the Agreement says how it is amended" in printed
    assert "It lengthened the notice of withdrawal." in printed
    assert "the Parties ratify it" in printed
    assert "approval of the legislative bodies and boards" in printed


@takes_long
def test_nobody_has_signed_it_and_its_day_is_left_to_be_written() -> None:
    made = _without_a_section()
    printed = _words(made.instrument)
    assert "Signature, Mayor, City of Sampleton: \\_" in printed and ": signed" not in printed
    assert "takes effect on \\_" in printed
    assert not made.listed and _agreed().listed


def test_a_section_that_goes_is_deleted_and_what_follows_gets_other_numbers() -> None:
    printed = _words(_without_a_section().instrument)
    assert "### 1.1 Section 16.6, Earlier Agreements" in printed
    assert "Section 16.6 of the Agreement is deleted." in printed
    assert "| Other Provisions | 16.7 | 16.6 |" in printed


def test_a_number_of_ones_own_is_words() -> None:
    document = _without_a_section().instrument.document
    assert document is not None and document.cover.title.startswith(f"{ODD} to the")
    assert "&lt;b&gt;No. 9&lt;/b&gt; {{ 7 * 7 }}" in to_html(document)


def test_what_is_quoted_refers_to_nothing_in_the_amendment() -> None:
    document = _agreed().instrument.document
    assert document is not None
    assert not [node for node in walk(document.articles) if isinstance(node, Reference)]


def test_the_restated_text_is_the_new_agreement_with_a_notice_before_it() -> None:
    restated = _agreed().restated.document
    new = compose_standing(version(*AGREED), "mou").document
    assert restated is not None and new is not None
    first, *rest = words_of(restated).items()
    assert dict(rest) == words_of(new)
    assert "as amended by Amendment No. 1 and Amendment No. 2, with Amendment No. 3 in it" in first[1]
    assert restated.cover.title.endswith("Amended and Restated")
    assert not restated.cover.adopted


@takes_long
def test_two_versions_that_say_the_same_need_no_amendment() -> None:
    assert amended(version(), version(LISTED), "mou", number="", effective=None) is None


def test_it_is_printed_in_every_format(tmp_path: Path) -> None:
    for composed in (_agreed().instrument, _agreed().restated):
        assert composed.document is not None
        files = write(composed, composed.document.id, date(2026, 11, 24), ["docx", "pdf", "html", "md"], tmp_path).files
        assert len(files) == 4
