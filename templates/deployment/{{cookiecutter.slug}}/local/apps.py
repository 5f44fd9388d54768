"""The county's own app. leadkit writes this folder once and never again."""

from django.apps import AppConfig


class LocalConfig(AppConfig):
    """What the county adds: models, pages at /local/ (urls.py), templates that replace the service's own."""

    name = "local"
