"""What clause authors may write, and what they are told."""

import shutil
from datetime import date
from types import SimpleNamespace

import pytest

from leadkit.documents import compose, to_markdown


def text_of(composition):
    assert composition.document is not None, composition.diagnostics
    return to_markdown(composition.document).split("### 1.1 Clause\n\n", 1)[1]


def only(composition):
    assert len(composition.diagnostics) == 1, composition.diagnostics
    assert composition.document is None
    return composition.diagnostics[0]


@pytest.mark.parametrize(
    ("body", "words", "line"),
    [
        ("Text.\n\n```\ncode\n```", "block of code", 7),
        ("Text.\n\n> quoted", "quotation", 7),
        ("Text.\n\nA [link](https://example.org).", "link", 7),
        ("Text.\n\n<b>bold</b>", "HTML", 7),
        ("Text &amp; more.", "entity", 5),
        ("Text.\n\nTitle\n-----", "underlined", 7),
        ("### Deep", "heading", 5),
        ("Text.\n\n2. Second", "does not begin with 1", 7),
        ("Text.\n\n* bullet", "hyphen", 7),
        ("![map](map.png)", "image", 5),
        ("One\\\ntwo", "line break", 5),
        ("Text.\n\n---", "rule", 7),
        ("Text.\n\n    indented", "four spaces", 7),
        ("1. a\n   1. b\n      1. c\n         1. d", "deeper", 8),
        ("Private \ue000 use.", "private-use", 5),
    ],
)
def test_outside_the_grammar_is_an_error_with_its_line(body, words, line, clause):
    finding = only(clause(body))
    assert finding.code == "LK701"
    assert words in finding.message
    assert (finding.spans[0].file, finding.spans[0].line) == ("one/01-c.md", line)


@pytest.mark.parametrize(
    "body",
    [
        "The term {% if agreement.renewal %}renews{% endif %}.",
        "The term is\n{% if agreement.term %}\nlong.\n{% endif %}",
        "1. The first\n{% if agreement.term %}\n   and more.\n{% endif %}",
        "The {{ 'a' if agreement.term else 'b' }} term.",
        "{% include 'x' %}",
        "The term is {{ agreement.term |\nwords }}.",
        "Text {# remark #} more.",
        "{% macro x() %}\ntext\n{% endmacro %}",
    ],
)
def test_tags_stand_around_whole_paragraphs(body, clause):
    assert only(clause(body)).code == "LK702"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Text.\n\n{{ 1 / 0 }}", 7),
        ("Text.\n\n{{ nobody.name }}", 7),
        ("Text.\n\n{{ agreement.term | upper }}", 7),
        ("Text.\n\n{{ ''.__class__ }}", 7),
        ("Text.\n\n{{ agreement.__class__ }}", 7),
    ],
)
def test_expressions_that_fail_are_findings_with_their_line(body, line, clause):
    finding = only(clause(body))
    assert finding.code in {"LK703", "LK704"}
    assert finding.spans[0].line == line


def test_an_open_tag_is_named_by_its_own_line(clause):
    finding = only(clause("Text.\n\n{% for x in agencies %}\n\nText."))
    assert (finding.code, finding.spans[0].line) == ("LK702", 7)


def test_unknown_field_is_told_its_neighbor(clause):
    finding = only(clause("{{ agreement.trem }}"))
    assert (finding.code, finding.remedy) == ("LK704", "Write term.")


def test_line_of_a_finding_inside_a_loop(clause):
    body = "{% for agency in agencies %}\n\n{{ agency.name }} signs.\n\n{{ agency.nmae }}\n\n{% endfor %}"
    assert only(clause(body)).spans[0].line == 9


def test_if_and_for_make_whole_items_and_rows(clause):
    body = (
        "{% for agency in agencies %}\n{% if agency.voting %}\n1. {{ agency.name }}\n{% endif %}\n"
        "{% endfor %}\n"
        "1. nobody else\n\n"
        "{% for agency in agencies %}\n{% if loop.first %}\n| Name | Vote |\n|---|---|\n{% endif %}\n"
        "| {{ agency.name }} | {{ agency.voting }} |\n{% endfor %}\n"
    )
    assert text_of(clause(body)) == (
        "- (a) Example County\n- (b) Sampleton Police Department\n- (c) nobody else\n\n"
        "| Name | Vote |\n| --- | --- |\n| Example County | yes |\n| Sampleton Police Department | yes |\n"
        "| Neighbors’ Network | no |\n"
    )


def test_both_branches_of_an_if_read_as_written(clause):
    body = "{% if agreement.version == '2' %}\nIt renews.\n{% else %}\nIt ends.\n{% endif %}\nAnd more follows."
    assert text_of(clause(body)) == "It ends.\n\nAnd more follows.\n"


def test_a_gap_that_a_clause_only_looked_at_is_told_at_its_end(clause):
    body = "{% if agreement.renewal %}\nIt renews.\n{% endif %}\nAnd more follows."
    told = text_of(clause(body))
    assert told.startswith("And more follows.\n\n> **Not in the public sources**\n")
    assert told.count("Not in the public sources") == 1


def test_a_gap_that_decides_whether_a_clause_is_printed_takes_its_place(clause):
    composition = clause("Text.", head="when: agreement.renewal\n")
    told = text_of(composition)
    assert "Text." not in told
    assert told.count("Not in the public sources") == 1


def test_filters_print_us_legal_english(clause):
    body = (
        "{{ agreement.notice | legal }}; {{ agreement.notice | words }}; {{ agreement.term | adjective }}; "
        "{{ eligibility.limits.opiates.at_most }}; {{ eligibility.limits.opiates.at_most | legal }}; "
        "{{ agencies | count }}; {{ agencies | count(spelled=true) }}; "
        "{{ agreement.convener | agency | possessive }}; {{ agreement.principles | series('or') }}; "
        "{{ agreement.principles | first | upper_first }}; {{ on }}"
    )
    assert text_of(clause(body)) == (
        "thirty (30) days; thirty days; 2-year; 6 grams; six (6) grams; 3; three; Example County’s; "
        "harm reduction, voluntary participation, or no immunity; Harm reduction; March 1, 2026\n"
    )


@pytest.mark.parametrize(
    ("values", "shown"), [(("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b, and c")]
)
def test_series(values, shown, clause):
    composition = clause("{{ agreement.principles | series }}", agreement={"principles": values})
    assert text_of(composition) == f"{shown}\n"


def test_a_filter_that_cannot_express_a_value_says_so(clause):
    finding = only(clause("{{ agreement.convener | legal }}"))
    assert finding.code == "LK706"


@pytest.mark.parametrize(
    ("why", "inline", "title"),
    [
        ("undecided", "[Decision needed]", "Decision needed"),
        ("undocumented", "[Not in the public sources]", "Not in the public sources"),
        ("not_known_on_date", "[Not known on that date]", "Not known on that date"),
    ],
)
def test_an_open_field_prints_a_mark_and_one_box(why, inline, title, clause):
    said = SimpleNamespace(why=why, question="Which law?", looked_in=("S-1",))
    body = "Law: {{ agreement.governing_law }}.\n\nAgain {{ agreement.governing_law }}."
    text = text_of(clause(body, open={"agreement.governing_law": said})).replace("\\", "")
    assert text.count(f"**{inline}**") == 2
    assert text.count(f"> **{title}**") == 1
    assert "Which law?" in text
    assert "Field: agreement.governing_law" in text


def test_an_entry_above_covers_the_fields_below_with_one_box(clause):
    said = SimpleNamespace(why="undecided", question="What are the terms?")
    body = "{{ agreement.governing_law }} and {{ agreement.renewal }}."
    text = text_of(clause(body, open={"agreement": said}))
    assert text.count("> **Decision needed**") == 1
    assert "Field: agreement\n" in text


def test_a_decided_none_is_a_word_in_a_sentence_and_a_box_alone(clause):
    assert text_of(clause("Residence: {{ eligibility.residence }}.")) == "Residence: none.\n"
    assert "> **None**" in text_of(clause("{{ eligibility.residence }}"))


def test_a_silent_gap_refuses_the_document_and_names_the_field(clause):
    finding = only(clause("{{ agreement.governing_law }}", open={}))
    assert (finding.code, finding.path, finding.spans[0].line) == ("LK705", "agreement.governing_law", 5)


def test_every_silent_gap_is_found_at_once(clause):
    composition = clause("{{ agreement.governing_law }} {{ agreement.renewal }}", open={})
    assert [each.path for each in composition.diagnostics] == ["agreement.governing_law", "agreement.renewal"]


def test_a_loop_over_an_open_collection_prints_its_box(clause):
    said = SimpleNamespace(why="undecided", question="Which limits?")
    body = "Limits:\n\n{% for limit in eligibility.limits %}\n1. {{ limit.substance }}\n{% endfor %}"
    text = text_of(clause(body, eligibility={"limits": {}}, open={"eligibility.limits": said}))
    assert "Which limits?" in text


def test_tests_tell_the_kinds_of_absence_apart(clause):
    body = "\n".join(
        f"{{% if {field} is {test} %}}\n{field} {test}.\n{{% endif %}}"
        for field in (
            "agreement.term",
            "agreement.renewal",
            "agreement.governing_law",
            "eligibility.residence",
        )
        for test in ("given", "undecided", "undocumented", "none", "open")
    )
    assert text_of(clause(body)).split("\n\n")[:6] == [
        "agreement.term given.", "agreement.renewal undocumented.", "agreement.renewal open.",
        "agreement.governing_law undecided.", "agreement.governing_law open.",
        "eligibility.residence none.",
    ]  # fmt: skip


def test_a_clause_whose_need_is_open_is_left_out_with_its_reason(clause):
    said = SimpleNamespace(why="undecided", question="Which limits?")
    composition = clause(
        "Text.",
        head="needs: [eligibility.limits]\n",
        eligibility={"limits": {}},
        open={"eligibility.limits": said},
    )
    assert composition.left_out == (("c", "Open: eligibility.limits."),)
    assert [each.code for each in composition.diagnostics] == ["LK715"]
    text = text_of(composition)
    assert "Which limits?" in text and "Text." not in text


def test_a_need_that_nothing_says_is_an_error(clause):
    finding = only(clause("Text.", head="needs: agreement.governing_law\n", open={}))
    assert finding.code == "LK705"


def test_a_clause_that_is_off_takes_its_article_along(clause):
    composition = clause("Text.", head="when: agreement.version == '2'\n")
    assert composition.document is not None
    assert composition.document.articles == ()


def test_references_find_items_sections_and_made_up_ids(clause):
    body = (
        "See {{ ref('agency', agencies.police.id) }} and {{ ref('deep') }} of {{ article_ref('a') }}.\n\n"
        "1. one\n   1. [#deep] two\n\n"
        "{% for agency in agencies %}\n## [#agency-{{ agency.id }}] {{ agency.name }}\n\nText.\n{% endfor %}"
    )
    assert text_of(clause(body)).startswith("See Section 1.3 and Section 1.1(a)(i) of Article 1.\n")


def test_lists_of_one_section_go_on_counting(clause):
    text = text_of(clause("1. one\n2. two\n\nBetween.\n\n1. three"))
    assert "- (b) two\n\nBetween.\n\n- (c) three" in text


def test_quotes_become_typographic_and_values_do_not(clause):
    composition = clause('The "word" of {{ agreement.convener }}.', agreement={"convener": 'a "b" c'})
    assert text_of(composition) == 'The “word” of a "b" c.\n'


def test_the_head_of_a_clause_is_checked(clause):
    assert "titel" not in str(clause("Text."))
    finding = only(clause("Text.", head="basiss: law\n"))
    assert (finding.code, finding.remedy) == ("LK713", "Write basis.")
    assert only(clause("Text.", head="status: mandatory\nwhen: agreement.term\n")).code == "LK713"
    assert only(clause("Text.", head="status: optional\n")).code == "LK713"
    assert only(clause("Text.", head="defines: [Party]\n")).code == "LK709"


def test_block_in_a_sentence_is_refused(clause):
    assert only(clause("Here: {{ signature('A') }}.")).code == "LK701"


def test_characters_that_no_document_carries_show_as_replacement(clause):
    composition = clause("{{ agreement.convener }}", agreement={"convener": "a\x07b\u202ec\nd"})
    assert [each.code for each in composition.diagnostics] == ["LK714"]
    assert text_of(composition) == "a\u25a1b\u25a1c d\n"


def test_a_fault_in_the_yaml_of_a_head_is_told_with_its_line(clause):
    finding = only(clause("Text.", head="why: one\nwhy: two\n"))
    assert finding.code == "LK713"
    assert finding.spans[0].line in {4, 5}


def test_outline_and_folder_must_name_the_same_clauses(templates, tmp_path, program):
    folder = tmp_path / "mou"
    shutil.copytree(templates / "mou", folder)
    (folder / "09-law.md").unlink()
    (folder / "12-stray.md").write_text("---\nid: stray\ntitle: Stray\n---\nText.\n", encoding="utf-8")
    (folder / "07-term.md").write_bytes(b"---\nid: term\ntitle: Term\n---\nTerm \xff.\n")
    (folder / "06-residence.md").rename(folder / "06-home.md")
    found = compose(program(), "mou", date(2026, 3, 1), templates=tmp_path).diagnostics
    assert {each.code for each in found} == {"LK713"}
    told = {(each.spans[0].file, each.spans[0].line, each.severity.value) for each in found}
    assert told == {
        ("mou/outline.yaml", 1, "error"), ("mou/12-stray.md", 1, "warning"), ("mou/07-term.md", 5, "error"),
        ("mou/06-home.md", 1, "error"),
    }  # fmt: skip
