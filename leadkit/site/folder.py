"""The files of a site before mkdocs builds it: pages, configuration, theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files as files_of_package
from typing import TYPE_CHECKING

from leadkit.resources import templates
from leadkit.site.page import Address, Page
from leadkit.site.words import WORDS
from leadkit.site.write.front import Plain, block, front_matter

if TYPE_CHECKING:
    from pathlib import Path

    from leadkit.site.shown import Shown

DOCS, THEME, SITE, CONFIG = "docs", "theme", "site", "mkdocs.yml"
EXTENSIONS = ("tables", "toc", "attr_list", "md_in_html", "def_list")
LOST = "404.html"
"""What is shown where there is no page."""
WORKFLOWS = {"github": ".github/workflows/site.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each of those who publish pages looks for what to do."""
ENGINE = "engine.js"
"""What decides cases in a browser, as the room of policies has it."""
_HEAD = "# Written by leadkit. Built with: mkdocs build\n"


def files_of(pages: Sequence[Page], shown: Shown, workflow: str = "") -> dict[str, bytes]:
    """Every file of the folder but the HTML, by its path.

    Args:
        pages: Its pages.
        shown: What the theme is told.
        workflow: Whose pages publish it; empty where no file for that is wanted.
    """
    files = dict(_theme())
    if any(page.scripts for page in pages):
        files[f"{THEME}/js/{ENGINE}"] = (files_of_package("leadkit.policy") / ENGINE).read_bytes()
    if workflow:
        files[WORKFLOWS[workflow]] = (templates() / "site" / "workflows" / f"{workflow}.yml").read_bytes()
    others = alternates_of(pages)
    for page in pages:
        files[f"{DOCS}/{page.address.markdown}"] = _written(page, others.get(page.address)).encode()
        files |= {f"{DOCS}/{path}": content for path, content in page.files.items()}
    if shown.styles:
        files[f"{THEME}/css/colours.css"] = shown.styles.encode()
    files[CONFIG] = (_HEAD + block(_config(pages, shown))).encode()
    return files


def theme_root() -> Path:
    """The folder of the theme."""
    return templates() / "site" / "theme"


def _theme() -> Iterator[tuple[str, bytes]]:
    root = theme_root()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield f"{THEME}/{path.relative_to(root).as_posix()}", path.read_bytes().replace(b"\r\n", b"\n")


def alternates_of(pages: Sequence[Page]) -> dict[Address, Page]:
    """For each page that there is in another language, the page in that language."""
    same: dict[tuple[str, str], list[Page]] = {}
    for page in pages:
        same.setdefault((page.address.program, page.address.id), []).append(page)
    return {
        page.address: other
        for group in same.values()
        for page in group
        for other in reversed(group)
        if other.address.language != page.address.language
    }


def _written(page: Page, other: Page | None) -> str:
    head: dict[str, Plain] = {
        "title": page.title,
        "description": page.description,
        "lang": page.address.language,
        "page": page.address.id,
        "program": page.address.program,
        "alternate": page.address.to(other.address.html) if other else "",
        "fallback": page.fallback,
        "draft": page.draft,
        "scripts": list(page.scripts),
        "updated": page.updated,
    }
    return f"{front_matter(head)}\n{page.text}"


def _config(pages: Sequence[Page], shown: Shown) -> dict[str, Plain]:
    languages = [language for language in WORDS if any(page.address.language == language for page in pages)]
    site: dict[str, Plain] = {
        "name": shown.name,
        "kind": "programs" if shown.several else "program",
        "languages": languages,
        "on": shown.on,
        "digest": shown.digest,
        "leadkit": shown.leadkit,
        "search": shown.search,
        "colours": bool(shown.styles),
        "words": {language: WORDS[language] for language in languages},
        "programs": shown.programs,
    }
    return {
        "site_name": shown.name,
        **({"site_url": shown.site_url} if shown.site_url else {}),
        "docs_dir": DOCS,
        "site_dir": SITE,
        "use_directory_urls": False,
        "theme": {"name": None, "custom_dir": THEME, "static_templates": [LOST]},
        "plugins": [],
        "markdown_extensions": list(EXTENSIONS),
        "validation": {"links": {"not_found": "warn", "anchors": "warn"}},
        "extra": {"site": site},
        "nav": _nav(pages, shown.programs, languages),
    }


def _nav(pages: Sequence[Page], programs: Mapping[str, Plain], languages: Sequence[str]) -> list[Plain]:
    """The pages of the first language, and each further language as a section; in each, a section for each program."""
    trees = [_tree([page for page in pages if page.address.language == one], programs) for one in languages]
    further: list[Plain] = [{WORDS[one]["language"]: tree} for one, tree in zip(languages[1:], trees[1:], strict=True)]
    return [*(trees[0] if trees else []), *further]


def _tree(pages: Sequence[Page], programs: Mapping[str, Plain]) -> list[Plain]:
    nav: list[Plain] = [
        _entry(page) for page in pages if page.address.program not in programs or not page.address.program
    ]
    for id_, told in programs.items():
        own = [_entry(page) for page in pages if id_ and page.address.program == id_]
        name = told["name"] if isinstance(told, Mapping) else id_
        nav += [{str(name): own}] if own else []
    return nav


def _entry(page: Page) -> Plain:
    return {page.title: page.address.markdown}
