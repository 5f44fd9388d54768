"""The police liaison's desk."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from lead.desks import DeskConfig, Tile
from lead.gate import Actor


class PoliceConfig(DeskConfig):
    """The liaison follows the referrals of the own agency, and learns of engagement only by a release."""

    name = "lead.desks.police"
    desk = "police"
    title = _("Police liaison")
    prefix = "police/"

    def tiles(self, actor: Actor) -> Sequence[Tile]:
        """The referrals of the agency."""
        text = _("What was answered; of what came after, only what a person's release lets you know.")
        return (Tile(_("Your agency's referrals"), "police:list", text),)
