"""The new folder, looked at before anything is asked or written."""

from __future__ import annotations

from pathlib import Path

from leadkit.values.names import is_no_folder


def new_folder(text: str) -> Path:
    """The folder that is meant, which may be written.

    Raises:
        ValueError: Nothing may be written there; the sentence says why.
    """
    folder = Path(text)
    try:
        name = folder.resolve().name
        if is_no_folder(name) or not name:
            raise ValueError(f"no folder can be named {name!r} on every system; choose another name")
        if folder.is_symlink():
            raise ValueError(f"the folder {text} is a link, and links are not followed; choose another folder")
        if folder.exists() and not folder.is_dir():
            raise ValueError(f"there is a file {text}; choose another name for the folder")
        if folder.is_dir() and any(folder.iterdir()):
            raise ValueError(f"the folder {text} is not empty; choose another, for nothing in it is overwritten")
        if not folder.absolute().parent.is_dir():
            raise ValueError(f"there is no folder {folder.absolute().parent.as_posix()} to write into; make it first")
    except OSError as trouble:
        raise ValueError(
            f"the folder {text[:80]} cannot be used: {trouble.strerror or 'the system gives no reason'}"
        ) from None
    return folder
