"""What the service keeps of people and cases."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The records."""

    name = "lead.records"

    def ready(self) -> None:
        """Tell the gate which field tells what."""
        from lead.gate import FIELDS

        from .models import Held

        for model in self.get_models():
            if issubclass(model, Held) and model.FIELDS:
                FIELDS[str(model._meta.model_name)] = model.FIELDS
