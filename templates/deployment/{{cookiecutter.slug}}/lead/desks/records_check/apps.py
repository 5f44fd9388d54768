"""The screening desk: the check of records, and the yes or no of whoever approves."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class RecordsCheckConfig(DeskConfig):
    """Whoever screens answers what is still asked, and approves where the agreement says so."""

    desk = "screening"
    title = _("Screening")

    def tiles(self, actor: Actor) -> Tiles:
        """The queue."""
        from .queue import queue

        text = _("Referrals that wait for an answer, and those that wait for a yes.")
        return (Tile(_("Referrals to screen"), "records_check:queue", text, lambda: len(queue(actor))),)
