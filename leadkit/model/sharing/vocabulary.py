"""The words of the sharing matrix: kinds of information, actions, purposes, scopes and limits of use."""

from __future__ import annotations

from enum import StrEnum


class Sensitivity(StrEnum):
    """How a category of information is protected.

    ``PROGRAM``: facts the program makes itself. ``PART2``: records of a substance use disorder program under
    42 CFR Part 2; ``PART2_NOTES``: its counseling notes, which are kept apart. ``CRIMINAL_HISTORY``: records
    under 28 CFR Part 20 and state law, which never leave justice agencies.
    """

    PROGRAM = "program"
    IDENTITY = "identity"
    LOCATION = "location"
    HEALTH = "health"
    PART2 = "part2"
    PART2_NOTES = "part2_notes"
    CRIMINAL_HISTORY = "criminal_history"
    COURT_CASE = "court_case"
    VICTIM = "victim"
    JUVENILE = "juvenile"
    EDUCATION = "education"
    HOUSING = "housing"
    IMMIGRATION = "immigration"


class InformationKind(StrEnum):
    """What a category of information is about, the same words in every program."""

    IDENTITY = "identity"
    CONTACT = "contact"
    REFERRAL_STATUS = "referral_status"
    INTAKE_COMPLETED = "intake_completed"
    ENGAGEMENT_LEVEL = "engagement_level"
    LOCATION = "location"
    CLINICAL = "clinical"
    SUD_RECORDS = "sud_records"
    CRIMINAL_HISTORY = "criminal_history"
    CASE_STATUS = "case_status"
    DEMOGRAPHICS = "demographics"
    SAFETY = "safety"


class Action(StrEnum):
    """What a recipient may do with information."""

    VIEW = "view"
    RECEIVE = "receive"
    DISCUSS = "discuss"
    ENTER = "enter"
    CORRECT = "correct"
    COPY = "copy"
    EXPORT = "export"


class Purpose(StrEnum):
    """What information is shared for."""

    REFERRAL = "referral"
    SCREENING = "screening"
    COORDINATION = "coordination"
    TREATMENT = "treatment"
    PAYMENT = "payment"
    OPERATIONS = "operations"
    CHARGING = "charging"
    LEGAL_COORDINATION = "legal_coordination"
    SUPERVISION = "supervision"
    SAFETY = "safety"
    CALLER_UPDATE = "caller_update"
    EVALUATION = "evaluation"
    AUDIT = "audit"
    PUBLIC_REPORTING = "public_reporting"
    LEGAL_DUTY = "legal_duty"


class Scope(StrEnum):
    """Whose information a recipient reaches."""

    OWN_CASES = "own_cases"
    REFERRED_BY_OWN_AGENCY = "referred_by_own_agency"
    CHARGED_BY_OWN_OFFICE = "charged_by_own_office"
    SUPERVISED_BY_OWN_AGENCY = "supervised_by_own_agency"
    SERVED_BY_OWN_AGENCY = "served_by_own_agency"
    OWN_AREA = "own_area"
    WORK_GROUP_CASES = "work_group_cases"
    ALL_PARTICIPANTS = "all_participants"
    OWN_REQUEST = "own_request"
    AGGREGATE_ONLY = "aggregate_only"


class Detail(StrEnum):
    """How much of a category is told."""

    YES_NO = "yes_no"
    REASON_CODE = "reason_code"
    DATES_ONLY = "dates_only"
    SUMMARY = "summary"
    FULL = "full"


class UseLimit(StrEnum):
    """What a recipient may not do with what it learns, however widely it is shared."""

    NO_ADVERSE_ACTION = "no_adverse_action"
    NO_EVIDENCE = "no_evidence"
    NO_REVOCATION = "no_revocation"
    NO_INVESTIGATION = "no_investigation"
    NO_IMMIGRATION = "no_immigration"
    NO_REIDENTIFICATION = "no_reidentification"
    NO_PUBLICATION = "no_publication"
    CARE_ONLY = "care_only"


class Redisclosure(StrEnum):
    """Whether a recipient may pass information on."""

    PROHIBITED = "prohibited"
    WITHIN_OWN_AGENCY = "within_own_agency"
    WITH_CONSENT = "with_consent"
    AS_LAW_ALLOWS = "as_law_allows"


class RecipientClass(StrEnum):
    """Groups of recipients that a rule may shut out."""

    POLICE = "police"
    PROSECUTOR = "prosecutor"
    COURT = "court"
    SUPERVISION = "supervision"
    NOT_JUSTICE = "not_justice"
    IMMIGRATION = "immigration"
    EMPLOYER = "employer"
    LANDLORD = "landlord"
    BUSINESS = "business"
    PRESS = "press"
    PUBLIC = "public"


class OutsideKind(StrEnum):
    """What somebody outside the program is."""

    BUSINESS = "business"
    RESIDENT = "resident"
    COMPLAINANT = "complainant"
    FAMILY = "family"
    COURT = "court"
    JAIL = "jail"
    EMPLOYER = "employer"
    LANDLORD = "landlord"
    SCHOOL = "school"
    INSURER = "insurer"
    STATE_AGENCY = "state_agency"
    IMMIGRATION = "immigration"
    RESEARCHER = "researcher"
    PRESS = "press"
    PUBLIC = "public"


class RegimeKind(StrEnum):
    """Bodies of law on privacy and records; ``PART2`` is 42 CFR Part 2."""

    HIPAA = "hipaa"
    PART2 = "part2"
    STATE_LAW = "state_law"
    STATE_PRIVILEGE = "state_privilege"
    CJIS = "cjis"
    CRIMINAL_RECORDS = "criminal_records"
    FERPA = "ferpa"
    PUBLIC_RECORDS = "public_records"
    VAWA = "vawa"
    HMIS = "hmis"


class ProhibitedUse(StrEnum):
    """Uses that the parties give up, whoever holds the information.

    ``SUBPOENA_OF_CASE_MANAGER`` means that the parties will not seek one: no agreement can make a witness
    immune.
    """

    INFORMANT_USE = "informant_use"
    SOURCE_QUESTIONS = "source_questions"
    EVIDENCE_USE = "evidence_use"
    OFFER_STATEMENTS = "offer_statements"
    DERIVATIVE_USE = "derivative_use"
    REVOCATION_USE = "revocation_use"
    SUBPOENA_OF_CASE_MANAGER = "subpoena_of_case_manager"
    COURT_SUPERVISION_OF_PROGRESS = "court_supervision_of_progress"
    IMMIGRATION_USE = "immigration_use"
