"""The door that is open to anybody, where the program has one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class CommunityConfig(DeskConfig):
    """Anybody may ask that somebody comes; whoever screens, or leads the project, reads it."""

    desk = "public"
    also = ("screening", "project")
    title = _("Requests")
    prefix = "help/"

    def tiles(self, actor: Actor) -> Tiles:
        """The inbox, where there is a door."""
        from .doors import doors, unanswered

        if not doors():
            return ()
        text = _("From neighbors, businesses and services, by the public form.")
        return (Tile(_("Requests from the public"), "community:inbox", text, lambda: len(unanswered(actor)[0])),)
