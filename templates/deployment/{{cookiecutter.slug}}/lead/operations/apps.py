"""What keeps the service alive."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """The commands of whoever runs the service."""

    name = "lead.operations"
