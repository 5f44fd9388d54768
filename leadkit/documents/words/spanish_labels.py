"""What the words of the model's lists are called in Spanish, where a paper in Spanish prints one by itself.

A word that several documents say in their own way stands in their ``phrases.yaml`` instead. A word that stands in
neither is printed as the model has it, and marked as English.
"""

from __future__ import annotations

LABELS: dict[str, str] = {
    # How far a document has come.
    "draft": "borrador",
    "adopted": "aprobado",
    "superseded": "sustituido",
    # Roles and the persons at a contact, with their article: a sentence names them as it names an agency.
    "lead agency": "la agencia principal",
    "project manager": "la dirección del programa",
    "fiscal agent": "el agente fiscal",
    "convener": "la oficina que convoca",
    "referring agency": "la agencia que remite",
    "screening authority": "la oficina que evalúa",
    "charging authority": "la fiscalía",
    "defense": "la defensa",
    "liaison prosecutor": "la fiscalía de enlace",
    "case management": "el equipo de manejo de casos",
    "outreach": "el equipo de alcance comunitario",
    "peer support": "el equipo de apoyo entre pares",
    "legal services": "los servicios legales",
    "supervision agency": "la agencia de supervisión",
    "community liaison": "el enlace con la comunidad",
    "police liaison": "el enlace policial",
    "evaluator": "el equipo de evaluación",
    "data steward": "la oficina responsable de los datos",
    "privacy officer": "la persona encargada de la privacidad",
    "trainer": "el equipo de capacitación",
    "media contact": "el contacto con la prensa",
    "officer": "el agente de policía",
    "supervisor": "el supervisor",
    "dispatcher": "el despachador",
    "call taker": "la persona que contesta la llamada",
    "jail staff": "el personal de la cárcel",
    "first responder": "el personal de emergencias",
    "medic": "el personal médico",
    "clinician": "el profesional clínico",
    "case manager": "el administrador de casos",
    "peer": "la persona de apoyo entre pares",
    "prosecutor": "la fiscalía",
    "defender": "la defensa",
    "court": "el tribunal",
    "supervising officer": "el agente de supervisión",
    "participant": "la persona",
    "complainant": "la persona que denuncia",
    "guardian": "la madre, el padre o el tutor",
    "interpreter": "el intérprete",
    "partner": "la organización participante",
    "anyone": "cualquier persona",
    # Pathways.
    "arrest diversion": "desvío del arresto",
    "social contact": "contacto social",
    "community referral": "remisión de la comunidad",
    "prosecutor referral": "remisión de la fiscalía",
    "court referral": "remisión del tribunal",
    "jail reentry": "salida de la cárcel",
    "co response": "respuesta conjunta",
    "self referral": "solicitud propia",
    "family referral": "remisión de la familia",
    "post overdose": "después de una sobredosis",
    "school": "escuela",
}

LANGUAGES = {
    "am": "amárico", "ar": "árabe", "ase": "lengua de señas americana", "bn": "bengalí", "de": "alemán",
    "en": "inglés", "es": "español", "fa": "farsi", "fr": "francés", "hi": "hindi", "hmn": "hmong",
    "ht": "criollo haitiano", "it": "italiano", "ja": "japonés", "km": "jemer", "ko": "coreano", "lo": "lao",
    "nv": "navajo", "pa": "panyabí", "pl": "polaco", "prs": "dari", "ps": "pastún", "pt": "portugués",
    "ru": "ruso", "so": "somalí", "sw": "suajili", "ti": "tigriña", "tl": "tagalo", "uk": "ucraniano",
    "ur": "urdu", "vi": "vietnamita", "yue": "cantonés", "zh": "chino",
}  # fmt: skip
"""Spanish names of the languages that programs are likely to name, by their tags."""
