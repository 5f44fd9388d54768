"""The supervising agency's desk."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from lead.desks import DeskConfig, Tile
from lead.gate import Actor


class SupervisionConfig(DeskConfig):
    """A supervising agency says yes or no to a referral, and sees what a person's release lets it."""

    name = "lead.desks.supervision"
    desk = "supervision"
    title = _("Supervision")
    prefix = "supervision/"

    def tiles(self, actor: Actor) -> Sequence[Tile]:
        """The people supervised by the agency."""
        text = _("People under your supervision, as far as a release of theirs names your agency.")
        return (Tile(_("People you supervise"), "supervision:list", text),)
