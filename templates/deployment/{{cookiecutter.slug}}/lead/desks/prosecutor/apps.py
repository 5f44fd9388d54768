"""The prosecutor's desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class ProsecutorConfig(DeskConfig):
    """Where a charging office and the liaison prosecutors work."""

    desk = "prosecutor"
    title = _("Prosecutor")

    def tiles(self, actor: Actor) -> Tiles:
        """What there is to do."""
        from .cases import open_overrides, own_charges

        return (
            Tile(
                _("Charges held"),
                "prosecutor:cases",
                _("What your office holds back, the first deadline first."),
                lambda: own_charges(actor).filter(state="held").count(),
            ),
            Tile(
                _("Overrides"),
                "prosecutor:overrides",
                _("Exclusions that your role may override."),
                lambda: len(open_overrides(actor)),
            ),
            Tile(_("Work group"), "prosecutor:agenda", _("People on the agenda who signed a release for you.")),
        )
