"""The codes of findings about documents; each example is a clause over the program of ``tests/documents``."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity
from leadkit.diagnostic.own import NOT_WRITTEN as NOT_WRITTEN
from leadkit.documents.overrides.codes import CODES as OVERRIDES
from leadkit.documents.returned.codes import CODES as RETURNED

GRAMMAR = Code(
    "LK701", "clause-outside-grammar", Severity.ERROR,
    "A clause uses something that documents do not print.",
    "Every format prints the same text. What only one of them can show would be lost in the others.",
    "The parties meet `monthly`.",
    "The parties meet *monthly*.",
    "CommonMark 0.31.2; the grammar of a clause is in docs/reference/clauses.md",
)  # fmt: skip
TAG = Code(
    "LK702", "tag-inside-text", Severity.ERROR,
    "An if or for does not stand on a line of its own around whole paragraphs or items.",
    "A sentence that is put together from halves cannot be read by counsel before it is printed.",
    "The term is\n{% if agreement.renewal %}\nrenewable.\n{% endif %}",
    "The term is fixed.\n\n{% if agreement.renewal %}\nIt is renewable.\n{% endif %}",
)  # fmt: skip
TEMPLATE = Code(
    "LK703", "clause-expression", Severity.ERROR,
    "An expression in a clause cannot be worked out.",
    "The clause would print nothing or the wrong words.",
    "{{ agreement.term | nonsense }}",
    "{{ agreement.term | words }}",
)  # fmt: skip
FIELD = Code(
    "LK704", "clause-unknown-field", Severity.ERROR,
    "A clause names a field that the program does not have.",
    "A misspelled field would leave a hole in the agreement.",
    "The term is {{ agreement.trem }}.",
    "The term is {{ agreement.term }}.",
)  # fmt: skip
MISSING = Code(
    "LK705", "document-missing-value", Severity.ERROR,
    "A document needs a field that has no value, and nothing under open says why.",
    "An agreement with a silent gap reads as if the gap were meant. Give the field a value, or say under open why it "
    "has none: it then stands in the draft as a box.",
    "agreement:\n  governing_law: ~\n",
    "agreement:\n  governing_law: ~\nopen:\n  agreement.governing_law:\n    why: undecided\n"
    "    question: Which law governs the agreement?\n    owner: County counsel\n    due: 2027-06-30\n",
)  # fmt: skip
UNPRINTABLE = Code(
    "LK706", "clause-unprintable-value", Severity.ERROR,
    "A clause prints a whole list or section instead of a value.",
    "A list needs to be told how to stand in a sentence.",
    "The parties are {{ agreement.principles }}.",
    "The principles are {{ agreement.principles | series }}.",
)  # fmt: skip
REFERENCE = Code(
    "LK707", "document-dangling-reference", Severity.ERROR,
    "A clause refers to something that this document does not contain.",
    "The reader of an agreement cannot follow a reference to nothing.",
    'As provided in {{ ref("nowhere") }}.',
    'The parties agree.\n\n{% if clause_on("nowhere") %}\nAs provided in {{ ref("nowhere") }}.\n{% endif %}',
)  # fmt: skip
DUPLICATE = Code(
    "LK708", "document-duplicate-id", Severity.ERROR,
    "Two sections, items or clauses of a document have the same id.",
    "A reference to it could mean either.",
    "1. [#one] The first.\n2. [#one] The second.",
    "1. [#one] The first.\n2. [#two] The second.",
)  # fmt: skip
UNDEFINED_TERM = Code(
    "LK709", "document-undefined-term", Severity.ERROR,
    "A clause uses or declares a defined term that this document does not define.",
    "A capitalized word without a definition has no agreed meaning.",
    'The {{ term("Fiscal Agent") }} pays.',
    '{{ define("Fiscal Agent") }} means the county. The {{ term("Fiscal Agent") }} pays.',
)  # fmt: skip
TWICE_DEFINED = Code(
    "LK710", "document-term-defined-twice", Severity.ERROR,
    "A document defines a term twice.",
    "Two definitions of one term are an argument waiting to happen.",
    '{{ define("Party") }} means a signatory. The parties use it.\n\n{{ define("Party") }} means a member.',
    '{{ define("Party") }} means a signatory. Every Party signs.',
)  # fmt: skip
UNUSED_TERM = Code(
    "LK711", "document-unused-term", Severity.NOTE,
    "A document defines a term and never uses it.",
    "A definition that nothing uses raises the question what was taken out.",
    '{{ define("Fiscal Agent") }} means the county.',
    '{{ define("Fiscal Agent") }} means the county. The Fiscal Agent pays.',
)  # fmt: skip
EMPTY = Code(
    "LK712", "clause-prints-nothing", Severity.ERROR,
    "A clause or a table of it prints nothing.",
    "A heading without text, or a table without rows, reads as an oversight.",
    "{% if agreement.governing_law %}\nThe law of that state governs.\n{% endif %}",
    "{% if agreement.governing_law %}\nThat law governs.\n{% else %}\nNo law is chosen.\n{% endif %}",
)  # fmt: skip
LIBRARY = Code(
    "LK713", "clause-library", Severity.ERROR,
    "An outline, or the head of a clause, is not in the form that leadkit reads.",
    "A clause that cannot be placed would silently be missing from the agreement.",
    "An outline that lists the clause withdrawal, for which there is no file.",
    "An outline and a folder that name the same clauses.",
)  # fmt: skip
CHARACTER = Code(
    "LK714", "document-character", Severity.WARNING,
    "A value has a character that no document can carry; a white square is printed in its place.",
    "Control characters break the file, and direction marks let a name read as another.",
    "A name with the character U+202E in it.",
    "The name as it is read.",
    "XML 1.0, section 2.2; Unicode Technical Report 36, section 2.5",
)  # fmt: skip
LEFT_OUT = Code(
    "LK715", "document-part-left-out", Severity.WARNING,
    "A part of a document cannot be printed because a field that it needs is open.",
    "The rest of the document is good without it, and the box in its place says what is missing.",
    "A clause that needs the offense list of a program that has not agreed on one.",
    "The same program with its list.",
)  # fmt: skip
UNKNOWN_DOCUMENT = Code(
    "LK717", "document-unknown", Severity.ERROR,
    "There is no document or format of that name.",
    "Nothing can be built.",
    "leadkit build --document mous",
    "leadkit build --document mou",
)  # fmt: skip
NO_LETTER = Code(
    "LK718", "document-no-letter", Severity.ERROR,
    "The fonts of the PDF have no letter for a character.",
    "A PDF for the archive may not show an empty box where a name stands. The other formats are written.",
    "A name in Chinese characters alone.",
    "The name in Latin, Greek, Cyrillic or Hebrew letters, as the agency writes it in English.",
    "ISO 14289-1:2014, 7.21.8; ISO 19005-3:2012, 6.2.11.8",
)  # fmt: skip
REFUSED = Code(
    "LK719", "document-refused", Severity.ERROR,
    "A program cannot have this document yet.",
    "A list that nobody has agreed on, or a form that nobody has issued, may not look as if it had been adopted.",
    "The eligibility annex of a program whose list_status is not_agreed.",
    "The same program once its list is adopted, or a draft.",
)  # fmt: skip
BAD_LETTERHEAD = Code(
    "LK720", "letterhead-unreadable", Severity.ERROR,
    "The letterhead is no Word document that can be read.",
    "A letterhead that is only half understood would print a page that nobody has seen.",
    "A letterhead with the ending .docx that is an older .doc, or protected by a password.",
    "The same file saved in Word as a Word Document (.docx), without a password.",
    "ISO/IEC 29500-2 (the package); XML 1.0",
)  # fmt: skip
LARGE_LETTERHEAD = Code(
    "LK721", "letterhead-too-large", Severity.ERROR,
    "The letterhead unpacks to more than 50 MB, or to more than 500 parts.",
    "A letterhead is a page with a picture or two; something this large is made to fill a disk, or is no letterhead.",
    "A letterhead of 2 MB that unpacks to 4 GB.",
    "A letterhead with its header, footer and seal alone.",
)  # fmt: skip
UNSAFE_LETTERHEAD = Code(
    "LK722", "letterhead-unsafe", Severity.ERROR,
    "The letterhead holds macros or embedded objects, or reaches for something outside the file.",
    "The agreement goes to every party. What runs, or fetches something, when they open it has no place in it.",
    "A letterhead with a link to the county's website, or with a picture that is fetched from there.",
    "The same letterhead with the address as plain text and the picture inside the file.",
    "ISO/IEC 29500-2, 8.3.4 (TargetMode)",
)  # fmt: skip
LETTERHEAD_IN_TEXT = Code(
    "LK723", "letterhead-in-its-text", Severity.ERROR,
    "The pictures of the letterhead stand in its text, and its header and footer are empty.",
    "Only the header and footer stand on every page; the text of the letterhead gives way to the document's.",
    "A seal at the top of the first page, put there as one would put a photograph into a letter.",
    "The same seal in the header.",
)  # fmt: skip
EDITED = Code(
    "LK724", "document-edited", Severity.ERROR,
    "A file in the place of a document was changed after it was built, or was not built by leadkit.",
    "Somebody's work stands in it. What leadkit wrote can be written again; what a person wrote cannot.",
    "out/example-county/mou.docx that counsel opened, changed and saved.",
    "The same file under another name, or in another folder, and a new build beside it.",
)  # fmt: skip

LONG_CARD = Code(
    "LK725", "document-card-too-long", Severity.WARNING,
    "A card runs over its two sides.",
    "A card is one sheet that is carried along. Its second sheet is left in the car, and the rules on it with it.",
    "A pocket card with forty offenses on its back.",
    "The same card with the offenses by level, and the annex that lists each.",
)  # fmt: skip

HARD_TO_READ = Code(
    "LK726", "document-hard-to-read", Severity.WARNING,
    "A paper for people asks for a higher school grade than it may.",
    "Who does not understand what they sign has not agreed to it. The measure counts words and syllables, and knows "
    "nothing of what they say: a paper that passes must still be read by those for whom it is.",
    "A release whose categories are named in the words of a regulation.",
    "The same release with each category in a few plain words; or another reading_level under documents.",
)  # fmt: skip
BROKEN_CHAIN = Code(
    "LK775", "amendment-chain-broken", Severity.WARNING,
    "An amendment does not go on from the text to which the last one led.",
    "Each amendment quotes what it changes. Upon another text than the parties agreed on, it changes what they never "
    "saw.",
    "Amendment No. 3, written against a draft in which a deadline was changed that no amendment names.",
    "Amendment No. 3, written against the text of Amendment No. 2.",
)  # fmt: skip
UNLISTED = Code(
    "LK776", "amendment-not-listed", Severity.NOTE,
    "The program does not list the amendment that is being written.",
    "The restated agreement says by which amendments it was amended, and takes that from the program.",
    "A third amendment, and two under agreement.amendments.",
    "agreement:\n  amendments:\n"
    "    third: {number: Amendment No. 3, dated: 2026-12-01, changes: It lengthened the notice.}\n",
)  # fmt: skip
ONE_SIDED = Code(
    "LK740", "redline-one-sided", Severity.ERROR,
    "Only one of two versions of a program has the document that is compared, or neither has.",
    "A redline shows what became of a text. Where there was none, the new text itself is what is to be read.",
    "leadkit redline git:2019:county county, where the program had no memorandum in 2019.",
    "leadkit redline git:2021:county county, from the first year with a memorandum on.",
)  # fmt: skip
OTHER_PROGRAM = Code(
    "LK741", "redline-other-program", Severity.WARNING,
    "The two versions that are compared are programs of different names or states.",
    "Clauses are compared by their ids, so that any two programs can be laid side by side. A redline of another "
    "county's agreement, taken for one's own, would be signed for the wrong reasons.",
    "leadkit redline jurisdictions/albany-ny county",
    "leadkit redline git:v1:county county",
)  # fmt: skip
IN_THE_PLACE = Code(
    "LK742", "redline-in-the-place", Severity.ERROR,
    "Another file stands in the place of a redline, or of the record of an amendment.",
    "Comments and changes are written into redlines by hand. leadkit cannot tell them from what it wrote.",
    "out/county/mou-redline.docx with counsel's answers to the comments.",
    "The same file under another name; or --overwrite, where nobody wrote into it.",
)  # fmt: skip
UNCLEAR_LABEL = Code(
    "LK760", "signature-label-unclear", Severity.WARNING,
    "The words at a line to sign stand elsewhere in the document, too.",
    "Who signs must see whose line it is, and a service for electronic signatures would put the signature into the "
    "first place that has the words.",
    "| Asked | Answer |\n| --- | --- |\n| Signature | {{ blank(\"Signature\", 40, writes=\"signature\") }} |\n"
    "| Signature | {{ blank(\"Signature\", 40, writes=\"signature\") }} |",
    "| Asked | Answer |\n| --- | --- |\n"
    "| Signature of the person | {{ blank(\"Signature\", 40, writes=\"signature\") }} |\n"
    "| Signature of the interpreter | {{ blank(\"Signature\", 40, writes=\"signature\") }} |",
)  # fmt: skip
UNREAD_LIST = Code(
    "LK761", "build-list-unreadable", Severity.ERROR,
    "The list that a build leaves beside the documents cannot be read.",
    "Without it nobody can tell which papers are out of date, or which were changed by hand.",
    "A build.json that was cut off when a disk was full, or that another program wrote.",
    "The list of a new build, which leaves every changed file as it is.",
)  # fmt: skip
UNREVIEWED = Code(
    "LK765", "translation-review-does-not-count", Severity.WARNING,
    "A translation is said to be reviewed, and the review is not one of the text that is printed.",
    "A review is of one text. Where the text has changed since, or nobody says who read it and when, the translation "
    "is a draft again. Without a fingerprint leadkit cannot tell, and says so in a note.",
    "translations: {es: {status: reviewed, by: County language office, on: 2026-04-09, fingerprint: 0000000000000000}}",
    "The same with the fingerprint that the reviewed paper prints.",
)  # fmt: skip
ADOPTED_CHANGED = Code(
    "LK769", "adopted-text-changed", Severity.WARNING,
    "An annex says when it was adopted, and prints other words than those.",
    "Whoever reads on an annex that it was adopted takes it that these words were. Where a field of the program, or a "
    "clause, has changed since, nobody has adopted what is printed. The fingerprint leaves out the day of printing.",
    "agreement:\n  annexes:\n    sharing-matrix: {status: adopted, adopted_on: 2024-02-21, fingerprint: "
    "0000000000000000}\n",
    "The same with the fingerprint of the text that was adopted, which this finding tells.",
)  # fmt: skip
DRAFT_RELEASE = Code(
    "LK766", "release-in-draft-translation", Severity.ERROR,
    "A release of information is not printed in a translation that nobody qualified has reviewed.",
    "A person signs it, and health records are told because of it. A consent that says in one language what it does "
    "not say in the other is none.",
    "documents:\n  release-of-information: {languages: [en, es]}\n",
    "documents:\n  release-of-information:\n    languages: [en, es]\n"
    "    translations: {es: {status: reviewed, by: County language office, on: 2026-04-09}}\n",
    "42 CFR 2.31 (the elements of a written consent)",
)  # fmt: skip
NO_TRANSLATION = Code(
    "LK767", "document-not-translated", Severity.NOTE,
    "A document is wanted in a language of which leadkit has no text for it.",
    "The English document is built. What is missing is told, so that nobody believes that it exists.",
    "documents:\n  mou: {languages: [en, es]}\n",
    "documents:\n  participant-rights: {languages: [en, es]}\n",
)  # fmt: skip
NOT_TRANSLATED = Code(
    "LK768", "text-not-translated", Severity.WARNING,
    "A document in another language prints texts of the program in English.",
    "leadkit translates its own clauses and nothing else. Who reads no English cannot read what the program wrote in "
    "it: in a release, a person would not know what they agree to.",
    "A release in Spanish whose categories have English labels.",
    "program:\n  texts:\n    clinical: {text: Health records, said_in: {es: Expedientes de salud}}\n",
)  # fmt: skip

CODES: tuple[Code, ...] = (
    GRAMMAR, TAG, TEMPLATE, FIELD, MISSING, UNPRINTABLE, REFERENCE, DUPLICATE, UNDEFINED_TERM, TWICE_DEFINED,
    UNUSED_TERM, EMPTY, LIBRARY, CHARACTER, LEFT_OUT, NOT_WRITTEN, UNKNOWN_DOCUMENT, NO_LETTER, REFUSED,
    BAD_LETTERHEAD, LARGE_LETTERHEAD, UNSAFE_LETTERHEAD, LETTERHEAD_IN_TEXT, EDITED, LONG_CARD, HARD_TO_READ,
    ONE_SIDED, OTHER_PROGRAM, IN_THE_PLACE, BROKEN_CHAIN, UNLISTED, UNCLEAR_LABEL, UNREAD_LIST, UNREVIEWED,
    ADOPTED_CHANGED, DRAFT_RELEASE, NO_TRANSLATION, NOT_TRANSLATED, *OVERRIDES, *RETURNED,
)  # fmt: skip
"""Every code of this room."""
