"""The project manager's desk."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from lead.desks import DeskConfig, Tile
from lead.gate import Actor


class ProjectConfig(DeskConfig):
    """Where the program is run."""

    name = "lead.desks.project"
    desk = "project"
    title = _("Program")
    prefix = "project/"

    def tiles(self, actor: Actor) -> Sequence[Tile]:
        """What there is to do."""
        from .waiting import queue, waiting

        return (
            Tile(_("New referrals"), "project:queue", _("Approve them, or say why not."), lambda: len(queue(actor))),
            Tile(
                _("Places and waiting list"), "project:places", _("Who is next, and why."), lambda: len(waiting(actor))
            ),
            Tile(_("Work group"), "project:agenda", _("The next date, who is proposed, the question.")),
            Tile(_("People"), "project:people", _("Everybody whom the agreement lets you see.")),
            Tile(_("Duplicates"), "project:duplicates", _("Two records that may be one person.")),
            Tile(_("Figures"), "project:figures", _("The program's measures. Small numbers are hidden.")),
        )
