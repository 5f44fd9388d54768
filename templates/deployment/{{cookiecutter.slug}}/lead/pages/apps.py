"""What every page shares."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The pages that belong to no desk, and what all pages are built of."""

    name = "lead.pages"

    def ready(self) -> None:
        """Register the service's own checks."""
        from . import checks  # noqa: F401
