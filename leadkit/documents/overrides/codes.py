"""The codes of findings about overrides of clauses; each example is the head of an override file."""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

BAD_OVERRIDE = Code(
    "LK730", "override-head", Severity.ERROR,
    "The file of an override is not in the form that leadkit reads.",
    "A change to an agreement carries who made it, when and why, and the text that it was made from; without these "
    "nobody can tell later whether it still holds.",
    "override: remove\ntarget: disputes\nparent: 3f1c0a9b2d4e6f80\non: 2026-12-01\n",
    "override: remove\ntarget: disputes\nparent: 3f1c0a9b2d4e6f80\nby: Office of county counsel\non: 2026-12-01\n"
    "reason: The county settles disputes under its own code.\n",
)  # fmt: skip

CODES: tuple[Code, ...] = (BAD_OVERRIDE,)
