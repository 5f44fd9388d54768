"""The people who act at a contact and afterwards, as words that need no role of their own."""

from __future__ import annotations

from enum import StrEnum


class Actor(StrEnum):
    """A person who acts, named by what they are; agencies and roles are named by their ids instead.

    These words are the ids of the collection ``vocabulary.actors`` to which ``ActorId`` refers.
    """

    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    DISPATCHER = "dispatcher"
    CALL_TAKER = "call_taker"
    JAIL_STAFF = "jail_staff"
    FIRST_RESPONDER = "first_responder"
    MEDIC = "medic"
    CLINICIAN = "clinician"
    CASE_MANAGER = "case_manager"
    PEER = "peer"
    PROJECT_MANAGER = "project_manager"
    PROSECUTOR = "prosecutor"
    LIAISON_PROSECUTOR = "liaison_prosecutor"
    DEFENDER = "defender"
    COURT = "court"
    SUPERVISING_OFFICER = "supervising_officer"
    PARTICIPANT = "participant"
    COMPLAINANT = "complainant"
    GUARDIAN = "guardian"
    INTERPRETER = "interpreter"
    PARTNER = "partner"
    ANYONE = "anyone"
