"""The codes of comments that silence a finding, and do not do so as they should."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

UNREADABLE = Code(
    "LK190",
    "silence-unreadable",
    Severity.WARNING,
    "A comment to leadkit that it cannot read.",
    "A comment that begins with leadkit: is meant for leadkit. One that it cannot read silences nothing, and whoever "
    "wrote it believes that it does.",
    "sources:\n  EX-99: {title: The county budget}  # leadkit: ingore LK303 because the annual report will cite it\n",
    "sources:\n  EX-99: {title: The county budget}  # leadkit: ignore LK303 because the annual report will cite it\n",
)
WITHOUT_REASON = Code(
    "LK191",
    "silence-without-reason",
    Severity.WARNING,
    "A comment that silences a finding and does not say why.",
    "Whoever reviews the agreement sees that a finding was set aside, and must be able to judge the reason. Without "
    "one the comment does not count.",
    "sources:\n  EX-99: {title: The county budget}  # leadkit: ignore LK303\n",
    "sources:\n  EX-99: {title: The county budget}  # leadkit: ignore LK303 because the annual report will cite it\n",
)
UNKNOWN_CODE = Code(
    "LK192",
    "silence-of-unknown-code",
    Severity.WARNING,
    "A comment that silences a code which leadkit does not have.",
    "A code is LK and three digits, as a finding prints it. Under any other name nothing is silenced.",
    "sources:\n  EX-99: {title: The county budget}  # leadkit: ignore LK399 because the annual report will cite it\n",
    "sources:\n  EX-99: {title: The county budget}  # leadkit: ignore LK303 because the annual report will cite it\n",
)
NOT_SILENCED = Code(
    "LK193",
    "error-not-silenced",
    Severity.WARNING,
    "A comment that would silence an error.",
    "An error cannot be right or cannot be printed, and the agreement is refused because of it. A comment cannot make "
    "it right; if it is not known or not decided what is right, say so under open.",
    "# leadkit: ignore LK207 because the council calls it so\nfundings:\n  county-grant: {kind: county}\n",
    "funding:\n  county-grant: {kind: county}\n",
)
UNUSED = Code(
    "LK194",
    "silence-unused",
    Severity.WARNING,
    "A comment that silences a finding which is not there.",
    "What it was written for has been put right, or stands in another line. Left where it is, it would hide the next "
    "finding of that code, which nobody has looked at.",
    "agencies:\n  sampleton-police: {form: department}  # leadkit: ignore LK303 because its name will be cited\n",
    "agencies:\n  sampleton-police: {form: department}\n",
)

CODES = (UNREADABLE, WITHOUT_REASON, UNKNOWN_CODE, NOT_SILENCED, UNUSED)
