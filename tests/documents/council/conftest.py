"""The papers for the table where things are decided, composed as the annexes are."""

from tests.documents.annex.conftest import altered, composed, refusal, text

__all__ = ["altered", "composed", "refusal", "text"]
