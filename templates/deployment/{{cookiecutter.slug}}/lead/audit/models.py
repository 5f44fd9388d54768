"""The log of reads, exports, denials and changes: each entry holds the digest of the one before."""

from __future__ import annotations

import hashlib
import json
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST = "0" * 64
"""What stands in place of a digest before the first entry."""


class AuditEvent(models.Model):
    """One entry. It is written once: triggers of the database refuse to change it or to take it away."""

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("at"))
    user = models.BigIntegerField(_("account"), null=True)
    role = models.CharField(_("role"), max_length=80, blank=True)
    agency = models.CharField(_("agency"), max_length=80, blank=True)
    action = models.CharField(_("action"), max_length=40)
    allowed = models.BooleanField(_("allowed"), default=True)
    thing = models.CharField(_("what"), max_length=80, blank=True)
    person = models.BigIntegerField(_("person"), null=True, db_index=True)
    category = models.CharField(_("category"), max_length=80, blank=True)
    purpose = models.CharField(_("purpose"), max_length=40, blank=True)
    basis = models.CharField(_("basis"), max_length=40, blank=True)
    cell = models.CharField(_("cell"), max_length=400, blank=True)
    address = models.CharField(_("address"), max_length=45, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"

    def sealed(self) -> str:
        """The digest of the entry: of all that it says and of the digest before it."""
        told = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}
        told = {name: value for name, value in told.items() if name not in ("id", "digest")}
        told["at"] = self.at.isoformat(timespec="microseconds")
        text = json.dumps(told, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
