"""Who signs in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The accounts of the program's staff."""

    name = "lead.accounts"

    def ready(self) -> None:
        """Listen to who signs in."""
        from . import signals  # noqa: F401
