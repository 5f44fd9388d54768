"""The pages that mkdocs made of their Markdown before: a page whose text has not changed is not converted again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


class Rendered:
    """What mkdocs needs to make but once while a process builds the same site again and again.

    mkdocs has no place for that, so that it is put around the methods that do the work, while a site is built.
    """

    def __init__(self) -> None:
        self._pages: dict[str, tuple[object, dict[str, Any]]] = {}
        self._compiled = _Compiled()

    @contextmanager
    def used(self) -> Iterator[None]:
        """Let mkdocs take what it made before."""
        from mkdocs.structure.pages import Page
        from mkdocs.theme import Theme

        known, compiled = self._pages, self._compiled
        convert, environment = Page.render, Theme.get_env
        new: dict[str, tuple[object, dict[str, Any]]] = {}

        def render(self: Page, config: MkDocsConfig, files: Files) -> None:
            made_from = (self.markdown, sorted(files.src_uris))  # where links lead depends on what is there
            before = known.get(self.file.src_uri)
            if before is not None and before[0] == made_from:
                vars(self).update(before[1])
                return
            unmade = dict(vars(self))
            convert(self, config, files)
            made = {name: value for name, value in vars(self).items() if value is not unmade.get(name)}
            # Where its links lead is held by files of this build; the whole site is held against its list anyway.
            new[self.file.src_uri] = (made_from, {**made, "links_to_anchors": {}})

        def get_env(self: Theme) -> Environment:
            made = environment(self)
            made.bytecode_cache = compiled
            return made

        Page.render, Theme.get_env = render, get_env  # type: ignore[method-assign]
        try:
            yield
            known.update(new)  # nothing of a build that failed
        finally:
            Page.render, Theme.get_env = convert, environment  # type: ignore[method-assign]


class _Compiled(BytecodeCache):
    """Compiled templates by their text, wherever they stand."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get(bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.checksum] = bucket.code
