"""Programs as a site: composed, written beside the folder, built, held against the list, put in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.diagnostic.own import OWN_FAULT, not_written
from leadkit.site.built import build_html
from leadkit.site.codes import EDITED, NO_MKDOCS, NO_SITE, NOT_BUILT
from leadkit.site.differences import differences
from leadkit.site.folder import CONFIG, DOCS, SITE, files_of
from leadkit.site.made_from import made_from
from leadkit.site.manifest import NAME, Manifest, as_bytes, digest_of, digests_below, read_manifest
from leadkit.site.placing import beside, gone_of, is_as_it_was, links_in, others_of, put, taken_along
from leadkit.site.search import can_search, index
from leadkit.source.links import is_link

if TYPE_CHECKING:
    from pathlib import Path

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.site.page import Page
    from leadkit.site.planning import Kept, Plan
    from leadkit.site.serving.rendered import Rendered
    from leadkit.site.wanted import Wanted

_CLOSE_IT = "Close the file where it is open, or choose another folder with --out."


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a site.

    Attributes:
        findings: What was found, the errors first that kept it from being published.
        pages: Its pages.
        written: How many files were put in place.
        unchanged: Whether everything was there already as it would be made.
    """

    findings: tuple[Diagnostic, ...]
    pages: tuple[Page, ...] = ()
    written: int = 0
    unchanged: bool = False

    @property
    def failed(self) -> bool:
        """Whether it was not published."""
        return not self.unchanged and (not self.pages or any(each.is_error for each in self.findings))


def publish(
    programs: Mapping[str, Jurisdiction],
    out: Path,
    wanted: Wanted,
    kept: Kept | None = None,
    rendered: Rendered | None = None,
) -> Published:
    """Publish programs as one site; nothing is put in place where anything is wrong.

    Args:
        programs: Each program by the folder of its pages; one alone has the root to itself.
        out: The folder of the site.
        wanted: What is asked of it.
        kept: What each program gave to it before, where a process makes it again and again.
        rendered: What mkdocs made before, where a process does.
    """
    if is_link(out) or (out.exists() and not out.is_dir()):
        return Published((_no_site(out),))
    before = read_manifest(out)
    digest = made_from(programs, wanted)
    if before.made_from == digest and is_as_it_was(out, before):
        return Published((), unchanged=True)
    from leadkit.site.planning import plan  # what composes pages is not loaded to find that nothing changed

    planned = plan(programs, wanted, digest, kept)
    if planned.failed:
        return Published(planned.findings)
    try:
        return _published(planned, out, before, wanted, rendered)
    except OSError as trouble:
        return Published((not_written(out, trouble, _CLOSE_IT),))


def _no_site(out: Path) -> Diagnostic:
    what = "a link, and links are not followed" if is_link(out) else "a file"
    return NO_SITE.at(message=f"{out.as_posix()} is {what}.", remedy="Choose another folder with --out.")


def _published(planned: Plan, out: Path, before: Manifest, wanted: Wanted, rendered: Rendered | None) -> Published:
    own = files_of(planned.pages, planned.shown, wanted.workflow)
    with beside(out) as new:
        others = {} if wanted.overwrite else taken_along(out, before)
        unnamed = [path for path in others if not _is_text(path)]
        if unnamed:
            return Published(tuple(_not_built(f"{path!a} is no name in letters.") for path in unnamed))
        taken = {path: digest_of(content) for path, content in others.items()}
        for path, content in {**own, **others, **_own_config(out, before, wanted)}.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
        trouble = tuple(_html(planned, new, others, rendered))
        if trouble:
            return Published(trouble)
        made = {path: digest_of(content) for path, content in own.items()}
        made |= {f"{SITE}/{path}": digest for path, digest in digests_below(new / SITE).items()}
        linked = links_in(out, made)
        if linked:
            return Published(tuple(_no_site(out / each) for each in linked))
        kept = set() if wanted.overwrite else others_of(out, before, made)
        differing = {path for path in kept if digest_of((out / path).read_bytes()) != made[path]}
        written = {path: digest for path, digest in made.items() if path not in differing}
        whole = {path: before.files.get(path, "") if path in differing else made[path] for path in made}
        gone = gone_of(out, before, made)
        left = [] if wanted.overwrite else [path for path, changed in gone.items() if changed]
        whole |= {path: before.files[path] for path in left}
        (new / NAME).write_bytes(as_bytes(planned.digest, planned.pages, {p: d for p, d in whole.items() if d}, taken))
        put(new, out, [*written, NAME], gone.keys() - {*left})
    return Published((*planned.findings, *_edited(sorted(differing)), *_left(left)), planned.pages, len(written))


def _own_config(out: Path, before: Manifest, wanted: Wanted) -> dict[str, bytes]:
    """The configuration as somebody changed it."""
    changed = not wanted.overwrite and others_of(out, before, [CONFIG])
    return {CONFIG: (out / CONFIG).read_bytes()} if changed else {}


def _html(planned: Plan, new: Path, others: Mapping[str, bytes], rendered: Rendered | None) -> Iterator[Diagnostic]:
    """Build the HTML; what is wrong with it is leadkit's own fault, unless files of others are in it."""
    try:
        said = build_html(new, planned.on, rendered)
    except ImportError:
        yield NO_MKDOCS.at(message="mkdocs is not installed.", remedy="Install it: pip install 'leadkit[site]'.")
        return
    if not said and planned.shown.search and can_search() and (reason := index(new / SITE)):
        said = [f"Pagefind made no index: {reason}"]
    own = [page for page in planned.pages if f"{DOCS}/{page.address.markdown}" not in others]
    said = said or differences(new / SITE, own)
    for one in said[:10]:
        if others:
            yield _not_built(one)
        else:
            yield OWN_FAULT.at(message=f"The site is not what was written: {one}", remedy="Report it.")


def _not_built(why: str) -> Diagnostic:
    return NOT_BUILT.at(message=f"The site is not built: {why}", remedy="Correct the file, or take it away.")


def _is_text(path: str) -> bool:
    """Whether the name of a file is text; some disks take any bytes for one."""
    return not any("\ud800" <= each <= "\udfff" for each in path)


def _left(paths: Sequence[str]) -> Iterator[Diagnostic]:
    """Tell of each file that is on the site only because somebody changed it: what it says may be public no more."""
    for path in paths:
        message = f"{path} is not as leadkit wrote it, leadkit writes it no more, and it is left as it is."
        yield EDITED.at(message=message, remedy="Delete it, or give it a name of its own; --overwrite takes it away.")


def _edited(paths: Sequence[str]) -> Iterator[Diagnostic]:
    """Tell of each file that is somebody's work; of the HTML together, for mkdocs may have written it anew."""
    made = [path for path in paths if path.startswith(f"{SITE}/")]
    for path in paths:
        if path not in made:
            remedy = "Move it, or write what it says into the program; or overwrite it with --overwrite."
            yield EDITED.at(message=f"{path} is not as leadkit wrote it, and is left as it is.", remedy=remedy)
    if made:
        which = made[0] if len(made) == 1 else f"{made[0]} and {len(made) - 1} more"
        message = f"Under {SITE}/ stands HTML that leadkit did not write, and it is left as it is: {which}."
        yield EDITED.at(message=message, remedy="Where mkdocs was run by itself, overwrite it with --overwrite.")
