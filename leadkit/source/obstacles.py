"""Why a file that a field names is not read, on disk and in git alike."""

from __future__ import annotations

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.codes_place import LINK, NO_ATTACHED_FILE, SPECIAL_FILE, TOO_LARGE, UNREADABLE
from leadkit.source.places import LIMIT


def missing(asked: Span, path: str) -> Diagnostic:
    """There is no such file in the folder."""
    return NO_ATTACHED_FILE.at(
        asked,
        message=f"The program's folder holds no file {path}.",
        remedy="Put the file there, or write its path from the program's folder with forward slashes.",
    )


def linked(asked: Span, path: str) -> Diagnostic:
    """A link stands on the way to it."""
    return LINK.at(
        asked,
        message=f"{path} is reached through a link, and links are not followed.",
        remedy="Put the file itself into the program's folder.",
    )


def no_file(asked: Span, path: str) -> Diagnostic:
    """Something else has its name, such as a folder."""
    return SPECIAL_FILE.at(asked, message=f"{path} is no ordinary file.", remedy="Name a file.")


def too_large(asked: Span, path: str) -> Diagnostic:
    """It is larger than what is read."""
    return TOO_LARGE.at(
        asked,
        message=f"{path} is larger than {LIMIT // 1_000_000} MB.",
        remedy="Make it smaller; most often a picture in it is larger than print needs.",
    )


def unreadable(asked: Span, path: str, trouble: OSError) -> Diagnostic:
    """The system does not give it out."""
    reason = (trouble.strerror or "unknown reason").rstrip(".")
    return UNREADABLE.at(
        asked, message=f"{path} cannot be read: {reason}.", remedy="See to it that your account may read the file."
    )
