"""Codes about a folder that extends another: what it adds, changes and removes.

In the examples the base has the section ``agencies`` with the one agency ``police: {name: City Police}``.
"""

from __future__ import annotations

from leadkit.diagnostic import Code, Severity

BAD_BASE = Code(
    "LK160",
    "bad-base",
    Severity.ERROR,
    "extends does not name a folder as it should.",
    "The base is named by one path from this folder, with forward slashes, so that it means the same on "
    "every computer.",
    "extends: /home/planner/state-model",
    "extends: ../state-model",
)
NO_BASE = Code(
    "LK161",
    "no-base",
    Severity.ERROR,
    "The folder named by extends cannot be read.",
    "Everything that the base says would be missing from the program.",
    "extends: ../sate-model",
    "extends: ../state-model",
)
BASE_CYCLE = Code(
    "LK162",
    "base-cycle",
    Severity.ERROR,
    "A folder extends itself, directly or through its bases.",
    "There is no first folder from which the others could begin.",
    "extends: .",
    "extends: ../state-model",
)
NOT_EXTENDING = Code(
    "LK163",
    "not-extending",
    Severity.ERROR,
    "add, change or remove stands in a folder that extends nothing.",
    "They say how this folder differs from its base, and there is no base.",
    "add:\n  agencies:\n    clinic: {name: County Clinic}",
    "agencies:\n  clinic: {name: County Clinic}",
)
OVERLAY_SHAPE = Code(
    "LK164",
    "overlay-shape",
    Severity.ERROR,
    "add, change or remove is not written as it should be.",
    "add and change hold sections with their fields; remove holds paths, each with a reason.",
    "extends: ../state-model\nremove: [agencies.police]",
    'extends: ../state-model\nremove:\n  agencies.police: {reason: "The city has no police of its own."}',
)
SECTION_IN_BASE = Code(
    "LK165",
    "section-in-base",
    Severity.ERROR,
    "A section of this folder stands in its base too.",
    "Whether it adds to the section of the base or replaces it must be said, for either may be meant.",
    "extends: ../state-model\nagencies:\n  clinic: {name: County Clinic}",
    "extends: ../state-model\nadd:\n  agencies:\n    clinic: {name: County Clinic}",
)
ADDED_TWICE = Code(
    "LK166",
    "already-in-base",
    Severity.ERROR,
    "What is to be added is in the base already.",
    "To add is to say something new; what differs from the base belongs under change.",
    "extends: ../state-model\nadd:\n  agencies:\n    police: {name: County Police}",
    "extends: ../state-model\nchange:\n  agencies:\n    police: {name: County Police}",
)
NOTHING_TO_CHANGE = Code(
    "LK167",
    "not-in-base",
    Severity.ERROR,
    "What is to be changed or removed is not in the base.",
    "A change that meets nothing is a spelling mistake, or the base has moved on without this folder.",
    "extends: ../state-model\nchange:\n  agencies:\n    polise: {name: County Police}",
    "extends: ../state-model\nchange:\n  agencies:\n    police: {name: County Police}",
)
GROUP_REPLACED = Code(
    "LK168",
    "group-replaced",
    Severity.ERROR,
    "A change would replace a whole group of fields by one value.",
    "Everything in the group would be lost without being named.",
    "extends: ../state-model\nchange:\n  agencies:\n    police: County Police",
    "extends: ../state-model\nchange:\n  agencies:\n    police: {name: County Police}",
)
NO_REASON = Code(
    "LK169",
    "removal-without-reason",
    Severity.ERROR,
    "Something is removed from the base without a reason.",
    "Whoever compares the program with its base will ask why it is missing.",
    "extends: ../state-model\nremove:\n  agencies.police: {}",
    'extends: ../state-model\nremove:\n  agencies.police: {reason: "The city has no police of its own."}',
)
OTHER_VERSION = Code(
    "LK170",
    "other-schema-version",
    Severity.ERROR,
    "This folder and its base are written in different versions of the format.",
    "A folder can be laid over its base only where both use the same fields.",
    "extends: ../state-model\nschema_version: 2",
    "extends: ../state-model\nschema_version: 1",
)
BASE_ALONE = Code(
    "LK175",
    "base-alone",
    Severity.NOTE,
    "The folder is a base, and no program of its own.",
    "A folder that says base: yes holds what several programs share. Its text and its fields are checked; what it "
    "lacks and what it refers to are looked for in each program that extends it, where both are known.",
    "base: yes\nagencies:\n  police: {name: City Police}",
    "(check a folder that extends the base)",
)
BASE_SHAPE = Code(
    "LK176",
    "base-yes-or-no",
    Severity.ERROR,
    "base holds something else than yes or no.",
    "It says whether the folder is a base, which is checked as such and of which no document is built.",
    "base: New Mexico",
    "(base: yes)",
)
