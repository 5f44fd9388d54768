"""The project manager's desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class ProjectConfig(DeskConfig):
    """Where the program is run."""

    desk = "project"
    title = _("Program")

    def tiles(self, actor: Actor) -> Tiles:
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
