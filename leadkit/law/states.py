"""The postal letters of the states, the District and the territories (USPS Publication 28, appendix B)."""

from __future__ import annotations

_LETTERS = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC "
    "ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"
)

STATES = frozenset(_LETTERS.split())
