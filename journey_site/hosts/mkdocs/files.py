"""Our pages, pictures and definitions among MkDocs' files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from journey_site.data_files import data_files
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Persona
from journey_site.feeds import feed_files
from journey_site.handwritten import markdown_files
from journey_site.hosts.mkdocs.page import JourneyPage
from journey_site.hosts.mkdocs.reading import beside

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from journey_site.data_files import Pieces
    from journey_site.site.pages import Site, SitePage
    from journey_site.site.render import Body


def drop_definitions(files: Files, definitions: Iterable[str], folder: Path, config: MkDocsConfig) -> None:
    """The YAML is ours to read, not to publish."""
    above = os.path.relpath(folder, config.docs_dir)
    for path in definitions:
        file = files.get_file_from_path(Path(os.path.normpath(Path(above, path))).as_posix())
        if file is not None:
            files.remove(file)


def drop_catalogues(files: Files, place: str) -> None:
    """Words of the interface in further languages are read, and not published either."""
    for file in list(files):
        if file.src_uri.endswith((".po", ".mo")) and f"/{place}/" in f"/{file.src_uri}":
            files.remove(file)


def add_beside(files: Files, folder: Path, pictures: Mapping[str, str], config: MkDocsConfig) -> None:
    """Pictures outside ``docs_dir`` where pages look for them; of a handbook that lies there its Markdown pages, too.

    ``pictures`` says by address where each lies, as seen from ``folder``.
    """
    own = folder.resolve() == Path(config.docs_dir).resolve()
    for address, path in pictures.items():
        if own and address == path:  # MkDocs finds it by itself
            continue
        if not files.get_file_from_path(address) and (folder / path).is_file():
            files.append(File.generated(config, address, abs_src_path=str((folder / path).resolve())))
    if own:
        return
    if not beside(Path(config.docs_dir), folder):
        return
    for page in markdown_files(folder):
        path = page.relative_to(folder).as_posix()
        if not files.get_file_from_path(path):
            file = File(path, str(folder), config.site_dir, config.use_directory_urls)
            file.edit_uri = _as_edited(folder / path, config)
            files.append(file)


def add_pages(
    files: Files, site: Site, folder: Path, config: MkDocsConfig, body: Callable[[SitePage, Files], Body]
) -> None:
    """Our pages; one that is written by hand at the same address stays."""
    for spec in sorted(site.pages.values(), key=section):
        if files.get_file_from_path(spec.uri):
            continue
        file = File.generated(config, spec.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if spec.origin is not None and spec.origin.file:
            path = folder / site.atlas.path_of(spec.origin.file)
            file.edit_uri = f"{_as_edited(path, config)}#L{spec.origin.line}"
        files.append(file)
        JourneyPage(spec, file, config, body)


class DataFile(File):
    """A file whose bytes are made when they are written, so that they are never all in memory."""

    pieces: Pieces

    @property
    def content_bytes(self) -> bytes:
        """All of it, for plugins that look."""
        return b"".join(self.pieces()) if self._content is None else super().content_bytes

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._content = value

    @property
    def content_string(self) -> str:
        """All of it as words."""
        return self.content_bytes.decode("utf-8-sig")

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._content = value

    def is_modified(self) -> bool:
        """What it is made from may always have changed."""
        return True

    def copy_file(self, dirty: bool = False) -> None:
        """Write it piece by piece, unless a plugin has put something else in its place."""
        if self._content is not None:
            super().copy_file(dirty)
            return
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(self.pieces())


def add_data(files: Files, site: Site, config: MkDocsConfig) -> None:
    """The handbook as data, and feeds; a file or page of the user's own at the same address stays."""
    home = config.site_url or ""

    def address(uri: str) -> str:
        return _address(files, uri)

    data = data_files(site, address, home) | feed_files(site, address, home)
    published = [file for file in files if file.inclusion is not InclusionLevel.EXCLUDED]
    taken = {file.dest_uri for file in published}
    folders = {parent.as_posix() for path in taken for parent in Path(path).parents}
    for path, pieces in data.items():
        above = {parent.as_posix() for parent in Path(path).parents}
        if path in taken or path in folders or above & taken:
            continue
        own = files.get_file_from_path(path)
        if own is not None:  # it is there, and not to be published
            files.remove(own)
        file = DataFile(path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        file.generated_by = "journey-site"
        file.pieces = pieces
        files.append(file)


def _address(files: Files, uri: str) -> str:
    """The address that MkDocs gives the page or file ``uri``, from the site's root."""
    file = files.get_file_from_path(uri)
    return uri if file is None else "" if file.url == "./" else file.url


def section(spec: SitePage) -> tuple[str, bool]:
    """Pages of one persona are written one after another, so that what they share is at hand; the booklet last."""
    thing = spec.thing
    persona = next(iter(thing.personas), "") if isinstance(thing, Journey) else thing.id if isinstance(thing, Persona) else ""
    return persona, spec.template == "booklet"


def _as_edited(path: Path, config: MkDocsConfig) -> str:
    """A file as "Edit this page" names it: relative to ``docs_dir``."""
    return Path(os.path.relpath(path, config.docs_dir)).as_posix()
