"""The words of Spanish as public offices of the United States write it; a draft that nobody qualified has read.

Quotation marks are “ ” and a series has no comma before its last part, as the style guide of USAGov has it; see
docs/reference/translation.md.
"""

from __future__ import annotations

import re

from leadkit.documents.absence import Why
from leadkit.documents.words.spanish_forms import long_date
from leadkit.documents.words.table import Words

_SOUNDS_I = re.compile(r"h?[ií](?![aeo])", re.IGNORECASE)
_SOUNDS_O = re.compile(r"h?[oó]", re.IGNORECASE)


def _conjunction(word: str, after: str) -> str:
    """*y* and *o*; *e* before the sound of i (but *y hielo*), and *u* before the sound of o."""
    if word == "or":
        return "u" if _SOUNDS_O.match(after) else "o"
    return "e" if _SOUNDS_I.match(after) else "y"


SPANISH = Words(
    tag="es",
    locale="es-US",
    long_date=long_date,
    program="Programa",
    status="Estado",
    version="Versión",
    day="Fecha",
    as_of="Al {}",
    open="Pendiente",
    fingerprint="Código del texto",
    draft="Borrador",
    adopted="Aprobado",
    contents="Contenido",
    skip="Ir al texto",
    table="Tabla",
    tick="Casilla para marcar",
    page="Página",
    pages="de",
    public_sources=(
        "Preparado con fuentes públicas. Ninguna de las agencias que nombra lo ha emitido, revisado ni aprobado."
    ),
    invented="Ejemplo inventado: no existe tal lugar, agencia ni persona.",
    audiences={
        "restricted": "Restringido: solo para quienes lo reciben del programa.",
        "privileged": "Privilegiado y confidencial: solo para los abogados y las personas a quienes asesoran.",
    },
    open_heading="Lo que está pendiente",
    counted={
        Why.UNDECIDED: ("{} decisión pendiente", "{} decisiones pendientes"),
        Why.UNDOCUMENTED: (
            "{} asunto que no consta en las fuentes públicas",
            "{} asuntos que no constan en las fuentes públicas",
        ),
        Why.NOT_KNOWN_ON_DATE: (
            "{} asunto que no se conoce en esa fecha",
            "{} asuntos que no se conocen en esa fecha",
        ),
        Why.NOT_IN_FORCE: (
            "{} asunto que no está en vigor en esa fecha",
            "{} asuntos que no están en vigor en esa fecha",
        ),
    },
    further=(
        "{} asunto más del programa del que no trata este documento",
        "{} asuntos más del programa de los que no trata este documento",
    ),
    nothing="Nada",
    due_by="plazo: {}",
    gaps={
        Why.UNDECIDED: "[Falta una decisión]",
        Why.UNDOCUMENTED: "[No consta en las fuentes públicas]",
        Why.NONE: "ninguno",
        Why.NOT_KNOWN_ON_DATE: "[No se conoce en esa fecha]",
        Why.NOT_IN_FORCE: "[No está en vigor en esa fecha]",
    },
    boxes={
        Why.UNDECIDED: "Falta una decisión",
        Why.UNDOCUMENTED: "No consta en las fuentes públicas",
        Why.NONE: "Ninguno",
        Why.NOT_KNOWN_ON_DATE: "No se conoce en esa fecha",
        Why.NOT_IN_FORCE: "No está en vigor en esa fecha",
    },
    not_decided="Las partes aún no lo han decidido.",
    sources_silent="Las fuentes consultadas no lo dicen.",
    searched="Se consultó: {}.",
    not_in_force="Lo que el programa dice de esto vale solo para otras fechas.",
    decided_none="No hay, y eso es una decisión{}, no un descuido.",
    by_decision=" (decisión {})",
    not_known="Lo que se sabe no aclara qué regía en la fecha de este documento.",
    owner="Responsable: {}.",
    due="Plazo: {}.",
    field="Campo: {}",
    see="Vea ",
    invented_notice="Este programa es inventado; ningún lugar, agencia ni persona en él es real.",
    amended="Texto con las enmiendas hasta: {}{}.",
    as_adopted="Texto tal como se aprobó{}.",
    not_executed="; no es el original firmado",
    counsel_note="Nota para los abogados",
    draft_notice="Este es un borrador para que lo revisen los abogados.",
    none_verified="No se ha verificado ninguna de las leyes que se citan aquí.",
    all_verified="Según los registros del programa, se han verificado las leyes citadas como fundamento.",
    some_verified=(
        "Según los registros del programa, de {} leyes citadas como fundamento se ha verificado {}.",
        "Según los registros del programa, de {} leyes citadas como fundamento se han verificado {}.",
    ),
    further_notice=(
        "El programa tiene {} asunto pendiente más, del que no trata este documento.",
        "El programa tiene {} asuntos pendientes más, de los que no trata este documento.",
    ),
    preliminary=(
        "TRADUCCIÓN PRELIMINAR: ninguna persona calificada la ha revisado. Pida que le expliquen el texto en inglés."
    ),
    of_the_original=" (el texto en inglés)",
    of_another_text=" (un texto anterior: ha cambiado desde entonces)",
    reviewed="Traducción revisada por ",
    reviewed_on=", {}",
    article="Artículo",
    appendix="Apéndice",
    section="Sección",
    recital="Considerando",
    conjunction=_conjunction,
    serial_comma=False,
    inside="en",
    unnamed_places="en lugares que no se nombran",
    list_and="; y",
    list_or="; o",
    by_its=", por medio de ",
    signature={
        "by": "Firma", "name": "Nombre", "title": "Cargo", "date": "Fecha", "method": "Medio",
        "form": "Aprobado en cuanto a su forma", "attest": "Doy fe", "seal": "Sello", "signed": "firmado",
        "set": "puesto",
    },
)  # fmt: skip
"""The words of Spanish."""
