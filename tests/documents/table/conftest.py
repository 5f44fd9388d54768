"""The papers for counsel and for the table where the program is judged, composed as the annexes are."""

from tests.documents.annex.conftest import altered, composed, refusal, text

__all__ = ["altered", "composed", "refusal", "text"]
