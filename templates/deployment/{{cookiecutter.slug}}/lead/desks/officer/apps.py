"""The officer's desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class OfficerConfig(DeskConfig):
    """Officers refer, and see what came of it as far as the agreement lets them."""

    desk = "officer"
    title = _("Referrals")

    def tiles(self, actor: Actor) -> Tiles:
        """A new referral, and those of the agency."""
        from .choosing import waiting

        return (
            Tile(_("Make a referral"), "officer:new", _("From a contact in the field, in under two minutes.")),
            Tile(
                _("Your agency's referrals"),
                "officer:list",
                _("What was answered, and which still need an answer of yours."),
                lambda: waiting(actor),
            ),
        )
