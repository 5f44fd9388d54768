"""Words of others, made fit for a finding: a whole sentence, and a quotation that is not too long."""

from __future__ import annotations

_LONGEST = 60


def as_sentence(said: str) -> str:
    """A reason, as an exception gives it, with a capital letter and an end."""
    text = said.rstrip(".")
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('?') else '.'}"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """A text as it is quoted: in one line, and cut off where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
