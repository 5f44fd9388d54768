"""The page that lists what of a program's pages is not translated, or translated and not reviewed yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leadkit.site.page import Address, Page
from leadkit.site.words import WORDS
from leadkit.site.write.address import link
from leadkit.site.write.escape import escaped

ID = "languages"


def with_untranslated(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, and for each language one that lists what is not translated; none where everything is."""
    lacking = [page for page in pages if page.fallback or page.draft]
    made: list[Page] = []
    for language in dict.fromkeys(page.address.language for page in pages if lacking):
        own = [page for page in pages if page.address.language == language]
        made += [*own, _listed(own[0], language, lacking)]
    return tuple(made or pages)


def _listed(first: Page, language: str, lacking: Sequence[Page]) -> Page:
    own, here = WORDS[language], Address(first.address.program, language, ID)
    groups = (
        ("untranslated", [page for page in lacking if page.fallback]),
        ("unreviewed", [page for page in lacking if page.draft]),
    )
    lines = [f"# {escaped(own['languages'])}", escaped(own["languages_intro"])]
    for name, pages in groups:
        lines += _group(here, own[name], f"{ID}-{name}", pages) if pages else ()
    return Page(here, own["languages"], own["languages_description"], "\n\n".join(lines) + "\n", first.updated)


def _group(here: Address, title: str, anchor: str, pages: Sequence[Page]) -> Iterator[str]:
    yield f"## {escaped(title)} {{#{anchor}}}"
    yield "\n".join(f"-   {_entry(here, page)}" for page in pages)


def _entry(here: Address, page: Page) -> str:
    """A page by its title, which is in English where the page is."""
    spoken = "en" if page.fallback else page.address.language
    title = escaped(page.title)
    words = title if spoken == here.language else f'<span lang="{spoken}">{title}</span>'
    return link(here.to(page.address.html), words)
