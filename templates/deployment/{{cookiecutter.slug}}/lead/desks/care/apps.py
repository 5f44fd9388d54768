"""The case manager's desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class CareConfig(DeskConfig):
    """Handoffs, intake, releases, plans and services."""

    desk = "care"
    title = _("Case management")

    def tiles(self, actor: Actor) -> Tiles:
        """Who waits, and who is in care."""
        from lead.records.models import Enrollment

        from .finding import handed

        # Counts of the agency's own work: the lists themselves go through the gate.
        to_do = handed(actor.agency).count
        taken_in = Enrollment.objects.filter(held_by=actor.agency, closed=None).count
        return (
            Tile(_("Handoffs and intakes"), "care:waiting", _("People to meet, and intakes to finish."), to_do),
            Tile(_("Caseload"), "care:caseload", _("People taken in, by case manager."), taken_in),
        )
