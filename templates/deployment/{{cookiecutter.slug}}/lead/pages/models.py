"""What the pages that belong to no desk keep: how often something was tried."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Tries(models.Model):
    """How often something was tried in a window: by one address, or, where the key is empty, by all."""

    what = models.CharField(max_length=40)
    key = models.CharField(max_length=64, blank=True)
    begin = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["what", "key", "begin"], name="tries_once")]
