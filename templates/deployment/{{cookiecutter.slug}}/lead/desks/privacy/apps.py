"""The desk of whoever watches over what is shared and kept."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lead.desks import Actor, DeskConfig, Tile, Tiles


class PrivacyConfig(DeskConfig):
    """The privacy desk."""

    desk = "privacy"
    title = _("Privacy")

    def tiles(self, actor: Actor) -> Tiles:
        """What the privacy desk does."""
        from lead.records.models import BreakGlass

        from .models import Entry
        from .reviewing import unreviewed
        from .sharing import expiring, untold

        open_entries = Entry.objects.filter(closed_at=None).count
        waiting = BreakGlass.objects.filter(reviewed_at=None).count

        def consents() -> int:
            return expiring().count() + len(untold())

        return (
            Tile(_("Access log"), "privacy:log", _("Who looked at what; the weekly review."), unreviewed),
            Tile(_("Disclosures"), "privacy:disclosures", _("The account that a person may ask for.")),
            Tile(_("Consents"), "privacy:consents", _("Those that end soon; recipients to tell."), consents),
            Tile(_("Emergencies"), "privacy:emergencies", _("Records that were opened in an emergency."), waiting),
            Tile(_("Orders and approvals"), "privacy:authorities", _("Court orders, duties in law, audits, studies.")),
            Tile(_("Retention"), "privacy:retention", _("What is to be destroyed, and what is on hold.")),
            Tile(_("Complaints and incidents"), "privacy:register", _("The register."), open_entries),
            Tile(_("Accounts"), "privacy:accounts", _("Who may sign in, in which role.")),
        )
