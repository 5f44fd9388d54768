"""What a desk tells of itself: its address, who answers it, what its tiles on the first page say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.apps import AppConfig, apps
from django.utils.functional import Promise

from lead.gate import Actor

Text = str | Promise


@dataclass(frozen=True)
class Tile:
    """A tile on the first page.

    Attributes:
        title: What it leads to.
        url: The name of the page, such as ``officer:new``.
        text: One line on what is done there.
        count: Counts the things that wait there, where that is known; asked on the first page alone.
    """

    title: Text
    url: str
    text: Text = ""
    count: Callable[[], int | None] | None = None


Tiles = Sequence[Tile]


class DeskConfig(AppConfig):
    """The app of a desk.

    Attributes:
        desk: The desk of the agreement's roles that opens it; ``public`` for one that is open to anybody.
        title: What the desk is called.
        prefix: Its address, where that is not the name of the desk.
        also: Other desks on whose first page its tiles stand.
    """

    # Django takes a folder's app from the one class in its apps.py; this class stands there, too, by its import.
    default = False

    desk: ClassVar[str] = ""
    also: ClassVar[tuple[str, ...]] = ()
    title: ClassVar[Text] = ""
    prefix: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Let Django find the desk, in the folder where it stands."""
        super().__init_subclass__(**kwargs)
        cls.default, cls.name = True, cls.__module__.rpartition(".")[0]
        cls.prefix = cls.prefix or f"{cls.desk}/"

    def tiles(self, actor: Actor) -> Tiles:
        """The tiles that somebody at this desk finds on the first page."""
        return ()


def tiles_of(actor: Actor) -> Iterator[tuple[DeskConfig, list[Tile]]]:
    """The desks that somebody answers, with their tiles."""
    for config in apps.get_app_configs():
        if isinstance(config, DeskConfig) and {config.desk, *config.also} & {*actor.desks}:
            tiles = list(config.tiles(actor))
            if tiles:
                yield config, tiles
