"""Words of spreadsheets that mean a word of the model beyond doubt; any other stays a word of the planner's."""

from __future__ import annotations

from leadkit.model.agencies.kinds import AgencyType
from leadkit.model.services.kinds import ServiceKind

AGENCY_TYPES = {
    "police department": AgencyType.POLICE,
    "sheriff s office": AgencyType.SHERIFF,
    "sheriffs office": AgencyType.SHERIFF,
    "sheriff office": AgencyType.SHERIFF,
    "sheriff s department": AgencyType.SHERIFF,
    "defender": AgencyType.PUBLIC_DEFENDER,
    "public health": AgencyType.HEALTH_DEPARTMENT,
    "public health department": AgencyType.HEALTH_DEPARTMENT,
    "case management": AgencyType.CASE_MANAGEMENT_PROVIDER,
    "treatment": AgencyType.TREATMENT_PROVIDER,
    "housing": AgencyType.HOUSING_PROVIDER,
    "legal aid": AgencyType.LEGAL_SERVICES,
    "peer support": AgencyType.PEER_SERVICES,
    "business improvement district": AgencyType.BID,
    "chamber of commerce": AgencyType.CHAMBER,
    "faith based": AgencyType.FAITH,
    "church": AgencyType.FAITH,
    "fire department": AgencyType.FIRE_EMS,
    "ems": AgencyType.FIRE_EMS,
}
SERVICE_KINDS = {
    "emergency shelter": ServiceKind.TEMPORARY_SHELTER,
    "shelter": ServiceKind.TEMPORARY_SHELTER,
    "moud": ServiceKind.TREATMENT_MOUD,
    "medication for opioid use disorder": ServiceKind.TREATMENT_MOUD,
    "withdrawal management": ServiceKind.DETOX,
    "mental health care": ServiceKind.MENTAL_HEALTH,
    "primary care": ServiceKind.PHYSICAL_HEALTH,
    "food bank": ServiceKind.FOOD,
    "food pantry": ServiceKind.FOOD,
    "meals": ServiceKind.FOOD,
    "legal help": ServiceKind.LEGAL_AID,
    "legal services": ServiceKind.LEGAL_AID,
    "job": ServiceKind.EMPLOYMENT,
    "jobs": ServiceKind.EMPLOYMENT,
    "transportation": ServiceKind.TRANSPORT,
    "peer support": ServiceKind.PEERS,
    "syringe services": ServiceKind.HARM_REDUCTION,
    "case manager": ServiceKind.CASE_MANAGEMENT,
}
LANGUAGES = {
    "amharic": "am", "arabic": "ar", "american sign language": "ase", "asl": "ase", "burmese": "my", "cantonese": "yue",
    "chinese": "zh", "dari": "prs", "english": "en", "farsi": "fa", "french": "fr", "german": "de",
    "haitian creole": "ht", "hindi": "hi", "hmong": "hmn", "italian": "it", "japanese": "ja", "khmer": "km",
    "korean": "ko", "lao": "lo", "mandarin": "cmn", "navajo": "nv", "nepali": "ne", "oromo": "om", "pashto": "ps",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "punjabi": "pa", "russian": "ru", "somali": "so",
    "spanish": "es", "swahili": "sw", "tagalog": "tl", "tigrinya": "ti", "ukrainian": "uk", "urdu": "ur",
    "vietnamese": "vi",
}  # fmt: skip
"""Language subtags of the IANA registry (BCP 47)."""
