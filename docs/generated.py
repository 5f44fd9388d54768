"""What mkdocs asks while it builds these pages: the words of the theme, the pages made from leadkit, the search."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from made import answers, commands, fields, findings, papers, policy_form, programs, python
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from leadkit.site.search import can_search, index
from leadkit.site.words import WORDS
from leadkit.version import VERSION

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

MAKERS = (answers, commands, fields, findings, papers, policy_form, programs, python)
"""Each makes pages from the texts that leadkit itself works with, so that no page can be other than leadkit is."""
IN_CODE = re.compile(r"`[^`\n]+`")
TITLED = re.compile(r'^(?P<fence>```[a-z]+) title="(?P<title>[^"]+)"$', re.MULTILINE)


def on_config(config: MkDocsConfig) -> None:
    """Tell the theme what it shows by itself; it knows of leadkit's documentation by its kind."""
    config.extra["site"] = {
        "name": config.site_name,
        "kind": "documentation",
        "languages": ["en"],
        "leadkit": VERSION,
        "search": can_search(),
        "words": {"en": {**WORDS["en"], "made": "The documentation of leadkit"}},
    }


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and list those that belong to another page below it in the menu."""
    made = {uri: text for maker in MAKERS for uri, text in maker.pages().items()}
    for uri, text in made.items():
        files.append(File.generated(config, uri, content=text))
    known = [*made, *(file.src_uri for file in files.documentation_pages() if file.src_uri.startswith("decisions/0"))]
    config.nav = [_with_its_own(entry, sorted(known)) for entry in config.nav or ()]
    return files


def _with_its_own(entry: Any, known: list[str]) -> Any:
    """An entry of the menu; a page that has a folder of its own name, or is the index of one, becomes a section."""
    if isinstance(entry, dict):
        return {
            title: [_with_its_own(each, known) for each in inner] if isinstance(inner, list) else inner
            for title, inner in entry.items()
        }
    folder = entry.removesuffix("index.md") if entry == "decisions/index.md" else f"{entry.removesuffix('.md')}/"
    own = [uri for uri in known if uri.startswith(folder)]
    return {Path(folder).name.capitalize(): [entry, *own]} if own else entry


def on_page_markdown(markdown: str, **_: object) -> str:
    """Say for the Markdown of mkdocs what others read otherwise: titles of pieces of text, and ``|`` in tables."""
    lines = [IN_CODE.sub(_bare, line) if line.startswith("|") else line for line in markdown.split("\n")]
    return TITLED.sub(r"`\g<title>`{ .file }\n\n\g<fence>", "\n".join(lines))


def _bare(code: re.Match[str]) -> str:
    return code[0].replace("\\|", "|")


def on_post_build(config: MkDocsConfig) -> None:
    """Make the index of the search, where Pagefind is installed."""
    if can_search() and (reason := index(Path(config.site_dir))):
        raise PluginError(f"Pagefind made no index: {reason}")
