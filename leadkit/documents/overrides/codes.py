"""The codes of findings about overrides of clauses; each example is a file, or says what stands in one."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

BAD_OVERRIDE = Code(
    "LK730", "override-head", Severity.ERROR,
    "The file of an override is not in the form that leadkit reads.",
    "A change to an agreement carries who made it, when and why, and which text it was made from; without these "
    "nobody can tell later whether it still holds.",
    "---\noverride: remove\ntarget: disputes\nparent: 3f1c0a9b2d4e6f80\non: 2026-12-01\n---\n",
    "---\noverride: remove\ntarget: disputes\nparent: 3f1c0a9b2d4e6f80\nby: Office of county counsel\non: 2026-12-01\n"
    "reason: The county settles disputes under its own code.\n---\n",
)  # fmt: skip
BAD_FOLDER = Code(
    "LK731", "override-folder", Severity.ERROR,
    "The folder of the program's own clauses, or a file in it, cannot be read.",
    "A change that is passed over in silence prints the model's words where counsel has decided on others.",
    "clauses/mou/notice.txt",
    "clauses/mou/notice.md, in UTF-8 and below 200 KB",
)  # fmt: skip
UNKNOWN_TARGET = Code(
    "LK732", "override-unknown-target", Severity.ERROR,
    "An override names a clause that the document does not have.",
    "It would change nothing, and nobody would notice.",
    "target: withdrawl",
    "target: withdrawal",
)  # fmt: skip
TWICE = Code(
    "LK733", "override-twice", Severity.ERROR,
    "Two overrides of one folder change the same clause, or a new clause has the id of another.",
    "Which of them prints would hang on the name of a file.",
    "one.md with target: withdrawal, and two.md with target: withdrawal",
    "one.md with target: withdrawal, which says both",
)  # fmt: skip
UNKNOWN_ALTERNATE = Code(
    "LK734", "override-unknown-alternate", Severity.ERROR,
    "An override chooses an alternate that the library does not have for this clause.",
    "The clause would print as if nothing had been chosen.",
    "override: alternate\ntarget: liability\nuse: mutal",
    "override: alternate\ntarget: liability\nuse: mutual",
)  # fmt: skip
MANDATORY = Code(
    "LK735", "override-mandatory", Severity.ERROR,
    "An override takes away a clause that every such document must have.",
    "Without it the document misleads: a clause is mandatory where what protects a person, or says what the document "
    "is, rests on it.",
    "override: remove, with the target compiled",
    "override: replace, with the target compiled and the same matter in other words",
)  # fmt: skip
MERGED = Code(
    "LK736", "override-merged", Severity.NOTE,
    "The text that an override was made from has changed, and both changes fit together.",
    "The merged text prints. Somebody should read it once: two changes that touch different sentences can still "
    "contradict each other.",
    "An override of the term, made before the library changed another sentence of the same clause.",
    "The same override after leadkit deviations DIR --accept --yes",
)  # fmt: skip
CONFLICT = Code(
    "LK737", "override-conflict", Severity.ERROR,
    "The text that an override was made from has changed where the override changes it.",
    "Either text could be the right one, and leadkit does not choose between counsel and the library.",
    "An override that says sixty days, where the library's new text says ninety.",
    "The same override with the words that counsel decides on, and the hash of the library's new text as parent.",
)  # fmt: skip
LATER = Code(
    "LK738", "override-later", Severity.NOTE,
    "An override was made after the day that the document prints.",
    "A text of an earlier day then holds words that nobody had written yet.",
    "on: 2026-12-01, printed with --on 2025-03-01",
    "on: 2026-12-01, printed with --on 2026-12-01",
)  # fmt: skip
TARGET_GONE = Code(
    "LK739", "override-target-removed", Severity.ERROR,
    "An override needs a clause that another override takes out.",
    "A new clause that follows a removed one has no place, and a change to it no text.",
    "override: insert-after, with the target disputes, beside an override that removes disputes",
    "override: insert-after, with the target binding, which the document still has",
)  # fmt: skip

CODES: tuple[Code, ...] = (
    BAD_OVERRIDE, BAD_FOLDER, UNKNOWN_TARGET, TWICE, UNKNOWN_ALTERNATE, MANDATORY, MERGED, CONFLICT, LATER, TARGET_GONE,
)  # fmt: skip
"""Every code of this room."""
