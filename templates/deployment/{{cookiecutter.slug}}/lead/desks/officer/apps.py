"""The officer's desk."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from lead.desks import DeskConfig, Tile
from lead.gate import Actor


class OfficerConfig(DeskConfig):
    """Officers refer, and see what came of it as far as the agreement lets them."""

    name = "lead.desks.officer"
    desk = "officer"
    title = _("Referrals")
    prefix = "officer/"

    def tiles(self, actor: Actor) -> Sequence[Tile]:
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
