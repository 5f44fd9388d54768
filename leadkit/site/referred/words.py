"""The words of the questions and of their outcome, in each language of a site."""

from __future__ import annotations

from leadkit.site.referred.words_english import ENGLISH
from leadkit.site.referred.words_spanish import SPANISH

WORDS = {"en": ENGLISH, "es": SPANISH}
"""The words by language; a test holds that both have the same."""
