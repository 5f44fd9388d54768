"""An account: somebody at an agency, in one role of the agreement or in several."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lead.gate import Actor
from lead.program import program


class Users(UserManager["User"]):
    """Every account."""

    def dormant(self) -> models.QuerySet[User]:
        """The active accounts that nobody has used for as many days as the program allows."""
        since = timezone.now() - timedelta(days=program().inactive_days)
        return self.filter(is_active=True).annotate(used=Coalesce("last_seen", "date_joined")).filter(used__lt=since)


class User(AbstractUser):
    """An account. What it may see follows from ``roles`` and ``agency`` alone; Django's own groups are not used."""

    email = models.EmailField(_("e-mail address"), blank=True)
    role = models.CharField(_("role"), max_length=80, blank=True)
    also = models.JSONField(_("further roles"), default=list, blank=True)
    agency = models.CharField(_("agency"), max_length=80, blank=True)
    last_seen = models.DateTimeField(_("last seen"), null=True, blank=True)
    must_change = models.BooleanField(_("must choose another password"), default=False)

    objects: ClassVar[Users] = Users()

    def clean(self) -> None:
        """Refuse a role that the agreement does not know, or that the agency does not have."""
        super().clean()
        if not isinstance(self.also, list) or not all(isinstance(one, str) for one in self.also):
            raise ValidationError({"also": _("Further roles are a list of their ids.")})
        for id_ in self.roles:
            role = program().roles.get(id_)
            if role is None or role.vacant:
                raise ValidationError({"role": _("The agreement has no such role, or nobody fills it.")})
            if self.agency not in role.agencies:
                raise ValidationError({"agency": _("The agreement does not give this agency the role.")})

    @property
    def roles(self) -> list[str]:
        """Every role; the first is what records made by the account name."""
        return [self.role, *self.also]

    @property
    def is_dormant(self) -> bool:
        """Whether the account was not used for longer than the program allows."""
        return User.objects.dormant().filter(pk=self.pk).exists()

    def actor(self, *, second_factor: bool = False) -> Actor:
        """The account as the gate knows it.

        Args:
            second_factor: Whether this session gave the second factor.
        """
        return Actor(self.pk, self.role, self.agency, self.is_active and second_factor, tuple(self.also))
