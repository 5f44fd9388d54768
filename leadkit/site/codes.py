"""The codes of findings about the site of programs."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

EDITED = Code(
    "LK851", "site-file-edited", Severity.WARNING,
    "A file of the site was changed after leadkit wrote it, or stands where leadkit would write one.",
    "It may be somebody's work, so it is left as it is. The pages show it in place of leadkit's own text.",
    "docs/who.md, with a paragraph that somebody added.",
    "The same paragraph in the program's YAML; or a page of one's own, such as docs/news.md.",
)  # fmt: skip
TWO_FOLDERS = Code(
    "LK852", "site-folder-taken", Severity.ERROR,
    "The folder of a program has a name that its pages cannot have.",
    "The pages of a program stand in a folder of its name. One language has a folder too, and so have pictures, styles "
    "and search.",
    "leadkit site build albany es --out out",
    "leadkit site build albany sampleton --out out",
)  # fmt: skip
NO_MKDOCS = Code(
    "LK853", "mkdocs-missing", Severity.ERROR,
    "mkdocs is not installed, which makes the pages of a site.",
    "leadkit writes pages as Markdown; mkdocs turns them into HTML.",
    "pip install leadkit",
    "pip install 'leadkit[site]'",
)  # fmt: skip
NOT_BUILT = Code(
    "LK854", "site-not-built", Severity.ERROR,
    "mkdocs does not build the folder, because of a file in it that leadkit did not write.",
    "Nothing was put in place, so that the site stays as it was.",
    "docs/news.md with a link to a page that is not there.",
    "docs/news.md with the link corrected.",
)  # fmt: skip
KEPT_BACK = Code(
    "LK855", "page-value-kept-back", Severity.NOTE,
    "A page would have printed something that the program keeps from the public.",
    "In its place stands that it is not public. Where a page cannot be understood without it, publish it or say so in "
    "other words.",
    "agencies:\n"
    "  shelter: {name: Harbor Home, visibility: partners}\n",
    "agencies:\n"
    "  shelter: {name: Harbor Home, visibility: public}\n",
)  # fmt: skip
NOT_TRANSLATED = Code(
    "LK856", "page-not-translated", Severity.NOTE,
    "A page is not translated, and is shown in English.",
    "The page says so in the language of the reader.",
    "leadkit site build albany --out out --language en,es",
    "leadkit site build albany --out out --language en",
)  # fmt: skip
NO_SITE = Code(
    "LK857", "no-site-folder", Severity.ERROR,
    "The site cannot be written where it was asked for.",
    "Nothing was changed there.",
    "leadkit site build albany --out albany",
    "leadkit site build albany --out out/site",
)  # fmt: skip
PAPER_KEPT_BACK = Code(
    "LK865", "paper-kept-back", Severity.NOTE,
    "A paper for the public prints something that the program keeps from the public.",
    "Its readers may be those to whom somebody gives it; a site is read by everybody. So the paper is not on the site.",
    "procedure: {visibility: partners, …}\n"
    "documents:\n"
    "  referral-protocol: {kind: referral_protocol, audience: public}\n",
    "procedure: {visibility: public, …}\n"
    "documents:\n"
    "  referral-protocol: {kind: referral_protocol, audience: public}\n",
)  # fmt: skip
NOBODY_ASKED = Code(
    "LK866", "questions-not-asked", Severity.NOTE,
    "The site has no page that asks whether somebody could be referred.",
    "A question must not tell what the program keeps from the public, and there is nothing to ask where no offense is "
    "listed. The page on who can be diverted says what everybody may read.",
    "areas:\n"
    "  motel: {name: Harbor Motel, visibility: partners}\n"
    "eligibility:\n"
    "  offences:\n"
    "    trespass: {name: Trespass at Harbor Motel, …}\n",
    "areas:\n"
    "  motel: {name: Harbor Motel, visibility: public}\n"
    "eligibility:\n"
    "  offences:\n"
    "    trespass: {name: Trespass at Harbor Motel, …}\n",
)  # fmt: skip

CODES = (EDITED, TWO_FOLDERS, NO_MKDOCS, NOT_BUILT, KEPT_BACK, NOT_TRANSLATED, NO_SITE, PAPER_KEPT_BACK, NOBODY_ASKED)
"""Every code of this room, for the pages and for explain."""
