"""The codes of findings about the folder and the repository of a service."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

NOT_A_DEPLOYMENT = Code(
    "LK830", "not-a-deployment", Severity.ERROR,
    "A folder holds no service that leadkit made.",
    "What leadkit did not make, it cannot tell from what the county wrote.",
    "leadkit deploy update documents/",
    "leadkit deploy update county-lead/",
)  # fmt: skip
UNSAVED_WORK = Code(
    "LK831", "work-not-committed", Severity.ERROR,
    "A repository holds changes that are not committed.",
    "An update could mix them with its own, and nobody could tell them apart.",
    "git status: modified lead/pages/templates/home.html",
    "git commit, and then leadkit deploy update",
)  # fmt: skip
CONFLICT = Code(
    "LK832", "update-conflict", Severity.ERROR,
    "The county and leadkit have changed the same lines of a file.",
    "Only the county knows which of the two it wants.",
    "<<<<<<< in a file of the update",
    "the lines that the county wants, and git commit",
)  # fmt: skip
NOT_EMPTY = Code(
    "LK833", "place-not-empty", Severity.ERROR,
    "A service is to be written where something stands already.",
    "leadkit writes over nobody's work.",
    "leadkit deploy new DIR --out county-lead/, where county-lead/ holds files",
    "leadkit deploy new DIR --out a new folder",
)  # fmt: skip
GIT_FAILED = Code(
    "LK834", "git-failed", Severity.ERROR,
    "git could not do what an update needs.",
    "Nothing was changed; what git says tells why.",
    "leadkit deploy update county-lead/ without git",
    "leadkit deploy update county-lead/ with git",
)  # fmt: skip
