"""What counsel edits is what the program prints then, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from leadkit.documents.overrides.file import OverrideKind
from leadkit.documents.overrides.making import Asked as Change
from leadkit.documents.overrides.making import Made, make_override
from leadkit.documents.overrides.saving import save
from leadkit.documents.paper import papers_of
from leadkit.documents.returned.marks import key
from leadkit.documents.returned.wording import Wording
from leadkit.documents.standing import compose_standing
from leadkit.documents.template.clause_file import ClauseFile
from leadkit.documents.tree.inline import Reference
from leadkit.documents.tree.trace import walk
from leadkit.model.load import load
from tests.documents.returned.conftest import County, built, printed
from tests.documents.returned.edited import Draft
from tests.sampling import sampled

NOTICE = "sixty (60) days"


MOVED = (
    "No decision whether to arrest, charge or defend in a case is the subject of a dispute.\n"
    "The care of Participants continues meanwhile."
)


def _moved(draft: Draft) -> None:
    paragraph = draft.paragraph("The care of ")
    draft.delete("The care of ")
    draft.paragraph("No decision whether").addprevious(paragraph)


def changed(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    return {id_: text for id_, text in after.items() if before.get(id_) != text}


def test_a_file_that_nobody_edited_changes_nothing(county: County) -> None:
    made = county.review(lambda draft: None)
    assert not made.proposes
    assert not made.findings
    assert made.is_settled


def test_an_edit_inside_a_value_is_an_edit_of_that_field_alone(county: County, before: dict[str, str]) -> None:
    yaml = county.text("agreement.yaml")
    after = county.taken(lambda draft: draft.write("ninety (90) days", "one hundred twenty (120) days"))
    assert county.text("agreement.yaml") == yaml.replace("notice: 90 days", "notice: 120 days")
    assert list(changed(before, after)) == ["termination"]
    assert not (county.folder / "clauses").exists()


def test_words_become_an_override_whose_values_stay(county: County, before: dict[str, str]) -> None:
    after = county.taken(lambda draft: draft.write(" may withdraw at any time by ", " may leave by "))
    assert after["withdrawal"] == before["withdrawal"].replace("may withdraw at any time by", "may leave by")
    assert list(changed(before, after)) == ["withdrawal"]
    written = county.text("clauses/mou/withdrawal.md")
    assert "may leave by {{ agreement.withdrawal.notice | legal | possessive }} notice" in written
    assert "overrides: clauses/mou" in county.text("documents.yaml")
    assert len(list((county.folder / "clauses/mou/parents").iterdir())) == 1


def test_a_value_and_words_of_one_sentence_go_their_own_ways(county: County) -> None:
    def edit(draft: Draft) -> None:
        draft.write(f"{NOTICE}’", "forty-five (45) days’")
        draft.write(" may withdraw at any time by ", " may leave by ")

    after = county.taken(edit)
    assert "A Party may leave by forty-five (45) days’ notice to" in after["withdrawal"]
    assert "notice: 45 days" in county.text("agreement.yaml")


def test_tracked_changes_carry_their_author_and_day(county: County) -> None:
    made = county.review(lambda draft: draft.track("bears its own cost", "pays its own cost"))
    (words,) = made.words
    assert (words.clause, words.origin.by, words.origin.on.isoformat()) == ("disputes", "Dana Reyes", "2027-01-15")


def test_tracked_changes_may_be_taken_as_rejected(county: County) -> None:
    from leadkit.documents.returned.paragraph import View

    assert not county.review(lambda draft: draft.track("bears its own", "pays its own"), view=View.REJECTED).proposes


def test_a_comment_on_an_edit_is_its_reason(county: County) -> None:
    def edit(draft: Draft) -> None:
        draft.write("bears its own cost", "pays its own cost")
        draft.comment("pays its own cost", "Our code says pays.")

    made = county.review(edit)
    assert made.words[0].origin.reason == "Dana Reyes: Our code says pays."
    assert not made.questions


def test_a_comment_on_a_value_becomes_a_question_under_open(county: County, before: dict[str, str]) -> None:
    after = county.taken(lambda draft: draft.comment("ninety (90) days", "Is this long enough?"))
    assert not changed(before, after)
    added = county.text("open.yaml").partition("agreement.termination.notice:")[2]
    assert "Is this long enough?" in added
    assert "Dana Reyes" in added
    assert "stands: yes" in added
    assert "a comment on the returned file, January 15, 2027." in added


EDITS: dict[str, tuple[Callable[[Draft], None], str, str, str]] = {
    "a new paragraph": (
        lambda draft: draft.add_after("No decision whether to arrest", "Mediation is held in Maple Falls."),
        "disputes", "subject of a dispute.\n", "subject of a dispute.\nMediation is held in Maple Falls.\n"),
    "a paragraph taken out": (
        lambda draft: draft.delete("The care of "), "disputes", "\nThe care of Participants continues meanwhile.", ""),
    "a paragraph split": (
        lambda draft: draft.split(" and an equal share"), "disputes", "own cost and an", "own cost\nand an"),
    "two paragraphs joined": (
        lambda draft: draft.join("No decision whether to arrest"), "disputes", "dispute.\nThe", "dispute.The"),
    "a heading": (lambda draft: draft.write("Withdrawal", "Leaving"), "withdrawal", "Withdrawal\n", "Leaving\n"),
    "words taken out": (
        lambda draft: draft.track(" and an equal share of the cost of the person who hears it", ""),
        "disputes", " and an equal share of the cost of the person who hears it", ""),
    "a paragraph moved": (_moved, "disputes", MOVED, "\n".join(reversed(MOVED.split("\n")))),
}  # fmt: skip


def test_a_comment_on_a_value_beside_an_edit_is_about_the_value(county: County) -> None:
    def edit(draft: Draft) -> None:
        draft.write(" may withdraw at any time by ", " may leave by ")
        draft.comment("sixty (60) days’", "Why sixty?")

    made = county.review(edit)
    assert [(one.path, one.text) for one in made.questions] == [("agreement.withdrawal.notice", "Why sixty?")]
    assert "Why sixty?" not in made.words[0].origin.reason


@pytest.mark.parametrize("name", sampled(EDITS, 7))
def test_each_kind_of_edit(county: County, before: dict[str, str], name: str) -> None:
    edit, clause, was, now = EDITS[name]
    after = county.taken(edit)
    assert was in before[clause]
    assert changed(before, after) == {clause: before[clause].replace(was, now)}


def test_many_edits_at_once(county: County, before: dict[str, str]) -> None:
    def edit(draft: Draft) -> None:
        draft.write("ninety (90) days", "one hundred twenty (120) days")
        draft.write("Withdrawal", "Leaving")
        draft.track(" may withdraw at any time by ", " may leave by ")
        draft.delete("The care of ")
        draft.add_after("Each Party to it bears", "Mediation is held in Maple Falls.")
        draft.write("train four fifths of the force", "train the whole force")

    after = county.taken(edit)
    assert set(changed(before, after)) == {"termination", "withdrawal", "disputes", "undertakings"}
    assert after["withdrawal"] == before["withdrawal"].replace("Withdrawal", "Leaving").replace(
        "may withdraw at any time by", "may leave by"
    )


def test_one_round_of_a_loop_is_written_out_with_its_values(county: County, before: dict[str, str]) -> None:
    """The last step alone is reworded; the clause then follows no loop, but still the fields."""
    made = county.review(lambda draft: draft.write(" This step ends after ", " That step ends after "))
    (words,) = made.words
    assert words.flat
    assert "twenty (20) business days" not in words.frozen
    after = county.taken(lambda draft: draft.write(" This step ends after ", " That step ends after "))
    head, _, tail = before["disputes"].rpartition("This step ends after")
    assert after["disputes"] == f"{head}That step ends after{tail}"
    assert "{{ agreement.disputes.steps.heads.within | legal }}" in county.text("clauses/mou/disputes.md")


def test_a_clause_taken_out_is_removed(county: County, before: dict[str, str]) -> None:
    def edit(draft: Draft) -> None:
        for line in reversed(before["termination"].split("\n")):
            draft.delete(line[:38])

    made = county.review(edit)
    assert [(each.clause, each.kind) for each in made.words] == [("termination", OverrideKind.REMOVE)]


def test_a_new_clause_is_put_in_where_it_stands(county: County, before: dict[str, str]) -> None:
    def edit(draft: Draft) -> None:
        last = before["disputes"].split("\n")[-1]
        draft.add_after(last, "The mediator is chosen by lot.", style="BodyText")
        draft.add_after(last, "Choice of the Mediator", style="Heading2")

    after = county.taken(edit)
    assert changed(before, after) == {
        "choice-of-the-mediator": "Choice of the Mediator\nThe mediator is chosen by lot."
    }
    order = list(after)
    assert order[order.index("disputes") + 1] == "choice-of-the-mediator"


def test_a_file_that_was_taken_in_has_nothing_more_to_say(county: County, before: dict[str, str]) -> None:
    """A new clause, an edit of the clause before it and a comment: each is known again, and no clause has changed."""

    def words(draft: Draft) -> None:
        draft.write("bears its own cost", "pays its own cost")
        draft.comment("ninety (90) days", "Is this long enough?")

    def edit(draft: Draft) -> None:
        last = before["disputes"].split("\n")[-1]
        draft.add_after(last, "The mediator is chosen by lot.", style="BodyText")
        draft.add_after(last, "Choice of the Mediator", style="Heading2")
        words(draft)

    county.taken(words)
    agreement = county.folder / "agreement.yaml"
    in_parts = "  stage: operating\n  binding: {binds_by_default: no, binding: [disputes]}\n"
    agreement.write_text(county.text("agreement.yaml").replace("  stage: operating\n", in_parts), encoding="utf-8")
    made = county.review(edit)
    assert [(each.clause, each.unbound) for each in made.words] == [("choice-of-the-mediator", True)]
    assert save(made.before, made.after) is None
    assert printed(county.folder)["choice-of-the-mediator"].endswith("chosen by lot.")
    again = county.review(edit)
    assert (again.findings, again.proposes, again.is_settled) == ((), False, True)
    assert "article:general" not in _binding(county)
    names_it = county.text("agreement.yaml").replace("[disputes]}", "[disputes], clauses: choice-of-the-mediator}")
    agreement.write_text(names_it, encoding="utf-8")
    found = compose_standing(load(county.folder).resolve(), "mou").diagnostics
    assert "LK736" not in {each.code for each in found}
    # with it, every clause of its article binds, and the article is named whole
    assert "article:general" in _binding(county)


def _binding(county: County) -> set[str]:
    """The places that the memorandum says bind."""
    document = compose_standing(load(county.folder).resolve(), "mou").document
    assert document is not None
    (clause,) = (each for article in document.articles for each in article.clauses if each.id == "binding")
    return {node.target for node in walk(clause) if isinstance(node, Reference)}


CODE = (
    "{{ 7*7 }}", "{% if true %}", "{# note #}", "*bold* _it_", "a | b", "[#x] y", "<script>x</script>", "&amp; & co",
    "1. first", "- dash", "# head", "Table: x", "50% }} {{", "a\\b `c`", "(c) ... -- 'q'", "https://example.org", "{%",
    "{{ agreement.term.length }}", "[a](b) ![c](d)", "~~~", "==", "+ plus", "> said", "a_b_c **", "\ue000" + "0\ue001",
)  # fmt: skip


def test_what_looks_like_code_stays_words(county: County, before: dict[str, str]) -> None:
    code = sampled(CODE, 4)

    def edit(draft: Draft) -> None:
        for words in reversed(code):
            draft.add_after("The care of ", words)
        draft.write("bears its own cost", "{{ 7*7 }} {% if x %} *a* | [#x] <b>")

    after = county.taken(edit)
    first = before["disputes"].replace("bears its own cost", "{{ 7*7 }} {% if x %} *a* | [#x] <b>")
    shown = [words.replace("\ue000", "\N{WHITE SQUARE}").replace("\ue001", "\N{WHITE SQUARE}") for words in code]
    assert key(after["disputes"]) == key("\n".join([first, *shown]))


def test_an_edit_of_a_clause_of_ones_own_goes_into_its_file(county: County, before: dict[str, str]) -> None:
    first_of_all = {"by": "County counsel", "on": date(2027, 1, 2), "reason": "The Board asked."}
    county.taken(lambda draft: draft.write("bears its own cost", "pays its own cost"), **first_of_all)
    again = County(county.folder, built(county.folder))
    made = again.review(lambda draft: draft.write("The care of ", "All care of "))
    assert made.words[0].before.endswith("clauses/mou/disputes.md")
    after = again.taken(lambda draft: draft.write("The care of ", "All care of "))
    first = before["disputes"].replace("bears its own cost", "pays its own cost")
    assert after["disputes"] == first.replace("The care of ", "All care of ")
    assert [path.name for path in (county.folder / "clauses/mou").glob("*.md")] == ["disputes.md"]
    head = " ".join(county.text("clauses/mou/disputes.md").split())
    assert "Before that, County counsel, 2027-01-02: The Board asked." in head


def test_an_edited_alternate_says_which_it_was(county: County) -> None:
    jurisdiction = load(county.folder)
    paper = next(one for one in papers_of(jurisdiction.resolve().program.documents) if one.id == "mou")  # type: ignore[union-attr]
    asked = Change(OverrideKind.ALTERNATE, "disputes", "Counsel", date(2027, 1, 2), "Chosen.", use="by-written-notice")
    made = make_override(jurisdiction, paper, asked)
    assert isinstance(made, Made)
    assert save(made.before, made.after) is None
    again = County(county.folder, built(county.folder))
    edited = again.review(lambda draft: draft.write("bears its own cost", "pays its own cost"))
    assert [one.kind for one in edited.words] == [OverrideKind.REPLACE], edited.findings
    assert "by-written-notice" in edited.words[0].before
    assert save(edited.before, edited.after) is None
    assert "use: by-written-notice" in county.text("clauses/mou/disputes.md")
    assert "pays its own cost" in printed(county.folder)["disputes"]


def test_a_run_of_new_paragraphs_is_put_in_at_once(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    """One try for each paragraph printed the clause as often as it had lines, which took minutes."""
    tried: list[str] = []
    print_ = Wording._print

    def counted(self: Wording, file: ClauseFile) -> tuple[str, ...] | None:
        tried.append(file.id)
        return print_(self, file)

    monkeypatch.setattr(Wording, "_print", counted)
    new = [f"Mediation is held in room {number}." for number in range(60)]

    def edit(draft: Draft) -> None:
        for words in reversed(new):
            draft.add_after("No decision whether to arrest", words)

    after = county.taken(edit)
    assert "\n".join(new) in after["disputes"]
    assert len(tried) < 10
