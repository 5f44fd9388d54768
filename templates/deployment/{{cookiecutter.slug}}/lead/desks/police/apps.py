"""The police liaison's desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class PoliceConfig(DeskConfig):
    """The liaison follows the referrals of the own agency, and learns of engagement only by a release."""

    desk = "police"
    title = _("Police liaison")

    def tiles(self, actor: Actor) -> Tiles:
        """The referrals of the agency."""
        text = _("What was answered; of what came after, only what a person's release lets you know.")
        return (Tile(_("Your agency's referrals"), "police:list", text),)
