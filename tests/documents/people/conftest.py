"""The papers for people, composed as the annexes are; and a measure of how hard a text is to read."""

from __future__ import annotations

from tests.documents.annex.conftest import altered, composed, refusal, text

__all__ = ["altered", "composed", "refusal", "text"]
