"""The desks: each is an app in a folder here, found by itself. README.md tells how one is made."""

from .access import Policy, policy, public
from .config import DeskConfig, Tile, tiles_of

__all__ = ["DeskConfig", "Policy", "Tile", "policy", "public", "tiles_of"]
