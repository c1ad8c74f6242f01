"""What MkDocs makes each file of a site of: pages and files that people wrote, settings, templates."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from journey_site.guard.sources import Source, Sources
from journey_site.hosts.mkdocs import reading
from journey_site.hosts.mkdocs.page import JourneyPage
from journey_site.mkdocs_settings import settings_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from journey_site.guard.written import Written

_TEXTS = (".md", ".markdown", ".html", ".htm", ".txt", ".py", ".js", ".css", ".json", ".csv", ".svg", ".xml", ".jinja", ".j2", ".po")
_LARGEST = 4_000_000
"""Bytes of a file of words; a larger one was not typed."""


class WrittenFiles:
    """Which file of a site was made of which that somebody wrote, in all the site's languages."""

    def __init__(self) -> None:
        self.made_of: dict[str, str] = {}
        """By file of the site, the name in messages."""
        self._paths: dict[str, Path] = {}
        self._contents: dict[str, File] = {}
        self._site: Path | None = None

    def add(self, files: Iterable[File], config: MkDocsConfig) -> None:
        """Remember what the ``files`` of the site that is being built are made of; the first language's come first."""
        if self._site is None:
            self._site = Path(config.site_dir)
        folder = Path(os.path.relpath(config.site_dir, self._site)).as_posix()
        for file in files:
            if isinstance(file.page, JourneyPage):
                continue
            name = name_of(file, config)
            self.made_of[file.dest_uri if folder == "." else f"{folder}/{file.dest_uri}"] = name
            if file.abs_src_path:
                self._paths[name] = Path(file.abs_src_path)
            else:
                self._contents[name] = file

    def text_of(self, name: str) -> str | None:
        """The text of a file by its name; None where it is none, or cannot be read."""
        if name in self._paths:
            return text_of(self._paths[name])
        return content(self._contents[name]) if name in self._contents else None

    def sources(self, config: MkDocsConfig, openly: Iterable[Written], derived: Iterable[str], hidden: Container[str]) -> Sources:
        """All of it, with what many pages may be made of.

        ``openly`` is what the YAML says that may be seen, ``derived`` the files that are made of all pages, ``hidden``
        the pages that are left out, which are the secret's own place.
        """

        def loose() -> Iterator[Source]:
            for path in self._beside(config):
                name = reading.named(path, config)
                text = None if name in hidden else text_of(path)
                if text is not None:
                    yield Source(name, text)
            home = reading.home(config)
            lines: dict[str, list[str]] = {}
            for each in openly:
                file = each.place.file
                if file not in lines:
                    lines[file] = (text_of(home / file) or "").splitlines()
                stretch = lines[file][each.place.line - 1 : max(each.place.line, each.place.end_line)]
                if stretch:
                    yield Source(file, "\n".join(stretch), each.place.line)

        return Sources(self.made_of, self.text_of, loose, frozenset(derived))

    def _beside(self, config: MkDocsConfig) -> Iterator[Path]:
        """Settings, templates and pieces of pages, which stand on no page of their own."""
        if config.config_file_path:
            yield from settings_files(Path(config.config_file_path))
        made = {path.resolve() for path in self._paths.values()}
        folders = [config.docs_dir, *([config.theme.custom_dir] if config.theme.custom_dir else []), *config.watch]
        folders += [str(path) for path in (reading.home(config) / name for name in ("includes", "snippets", "overrides", "hooks")) if path.is_dir()]
        seen: set[Path] = set()
        for folder in folders:
            for place, below, names in os.walk(folder):
                below[:] = sorted(name for name in below if not name.startswith("."))
                for name in sorted(names):
                    path = Path(place, name).resolve()
                    if path.suffix in _TEXTS and path not in seen and path not in made:
                        seen.add(path)
                        yield path


def name_of(file: File, config: MkDocsConfig) -> str:
    """A file as messages name it."""
    path = Path(file.abs_src_path) if file.abs_src_path else None
    return reading.named(path, config) if path else file.src_uri


def content(file: File) -> str | None:
    """What is written in one of MkDocs' files; None where it is no text, or cannot be read."""
    try:
        return file.content_string
    except (OSError, ValueError):
        return None  # MkDocs says so itself when it reads the page


def text_of(path: Path) -> str | None:
    """What is written in a file; None where it is no text, or cannot be read."""
    try:
        return None if path.stat().st_size > _LARGEST else path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return None
