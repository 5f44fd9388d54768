"""The supervising agency's desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class SupervisionConfig(DeskConfig):
    """A supervising agency says yes or no to a referral, and sees what a person's release lets it."""

    desk = "supervision"
    title = _("Supervision")

    def tiles(self, actor: Actor) -> Tiles:
        """The people supervised by the agency."""
        text = _("People under your supervision, as far as a release of theirs names your agency.")
        return (Tile(_("People you supervise"), "supervision:list", text),)
