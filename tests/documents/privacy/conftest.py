"""The papers on privacy, composed as the annexes are."""

from __future__ import annotations

from tests.documents.annex.conftest import altered, composed, refusal, text

__all__ = ["altered", "composed", "refusal", "text"]
