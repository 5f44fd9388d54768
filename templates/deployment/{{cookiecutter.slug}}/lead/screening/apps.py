"""Screening."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """Decides by the vendored engine; keeps no restricted answer."""

    name = "lead.screening"
