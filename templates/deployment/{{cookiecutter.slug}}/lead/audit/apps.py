"""The log of who learned what."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The append-only log."""

    name = "lead.audit"
