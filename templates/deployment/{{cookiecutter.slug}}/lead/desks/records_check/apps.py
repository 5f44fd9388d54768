"""The screening desk: the check of records, and the yes or no of whoever approves."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from lead.desks import DeskConfig, Tile
from lead.gate import Actor


class RecordsCheckConfig(DeskConfig):
    """Whoever screens answers what is still asked, and approves where the agreement says so."""

    name = "lead.desks.records_check"
    desk = "screening"
    title = _("Screening")
    prefix = "screening/"

    def tiles(self, actor: Actor) -> Sequence[Tile]:
        """The queue."""
        from .queue import queue

        text = _("Referrals that wait for an answer, and those that wait for a yes.")
        return (Tile(_("Referrals to screen"), "records_check:queue", text, lambda: len(queue(actor))),)
