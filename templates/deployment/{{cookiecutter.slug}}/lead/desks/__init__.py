"""The desks: each is an app in a folder here, found by itself. README.md tells how one is made."""

from lead.gate import Actor

from .access import Policy, asks, does, public, reads
from .config import DeskConfig, Tile, Tiles, tiles_of

__all__ = ["Actor", "DeskConfig", "Policy", "Tile", "Tiles", "asks", "does", "public", "reads", "tiles_of"]
