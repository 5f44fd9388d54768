"""What the service keeps of people and cases."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The records."""

    name = "lead.records"
