"""Whole numbers in Spanish words (Real Academia Española, *Ortografía de la lengua española*)."""

from __future__ import annotations

_SMALL = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_TENS = ("", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
    "ochocientos", "novecientos",
)  # fmt: skip


def cardinal(count: int, *, feminine: bool = False, before_noun: bool = False) -> str:
    """A whole number from 0 to 999,999 in words: ``cuarenta y cinco``, ``ciento veinte``.

    Args:
        count: The number.
        feminine: Whether it counts something of feminine gender: ``una hora``, ``doscientas horas``.
        before_noun: Whether a noun follows it: ``veintiún días``, but ``veintiuno``.
    """
    if count >= 1000:
        high, rest = divmod(count, 1000)
        thousands = "mil" if high == 1 else f"{cardinal(high, feminine=feminine, before_noun=True)} mil"
        return f"{thousands} {cardinal(rest, feminine=feminine, before_noun=before_noun)}" if rest else thousands
    if count == 100:
        return "cien"
    if count > 100:
        high, rest = divmod(count, 100)
        hundreds = _HUNDREDS[high].replace("ientos", "ientas") if feminine else _HUNDREDS[high]
        return f"{hundreds} {cardinal(rest, feminine=feminine, before_noun=before_noun)}" if rest else hundreds
    return _below_hundred(count, feminine=feminine, before_noun=before_noun)


def _below_hundred(count: int, *, feminine: bool, before_noun: bool) -> str:
    tens, ones = divmod(count, 10)
    word = _SMALL[count] if count < 30 else _TENS[tens] + (f" y {_SMALL[ones]}" if ones else "")
    if ones != 1 or count == 11:
        return word
    if feminine:
        return word.removesuffix("o") + "a"
    if before_noun:
        return "veintiún" if count == 21 else word.removesuffix("o")
    return word
