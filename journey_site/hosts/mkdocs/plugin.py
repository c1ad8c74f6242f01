"""The MkDocs plugin: puts a planned site into MkDocs and decides nothing itself."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import nest_paths

from journey_site.handbook import Outcome, read_handbook
from journey_site.hosts.mkdocs.navigation import local_navigation
from journey_site.hosts.mkdocs.output import add_search_entries, write_redirects
from journey_site.hosts.mkdocs.page import JourneyPage
from journey_site.problems import Severity
from journey_site.site.addresses import START, Addresses, directory_address
from journey_site.site.navigation import NavItem
from journey_site.site.pages import Site, SitePage
from journey_site.site.render import Body, Renderer
from journey_site.site.search import SearchEntry, search_entries
from journey_site.theme import theme_dir

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.journey_site")
_STYLES = ("tokens", "entries", "page", "map", "stage", "lists", "phone", "print")
_MARKER = "<!-- journeys -->"
_LOG = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.ADVICE: log.info}


class JourneyOptions(Config):
    """What may stand under ``journey-site:`` in mkdocs.yml."""

    maps = options.Optional(options.Type(str))
    """The handbook's folder, relative to mkdocs.yml. Left out: MkDocs' ``docs_dir``."""
    audience = options.Type(str, default="")
    """The edition to build: one of the handbook's audiences. Left out: the narrowest, which sees everything."""
    drafts = options.Optional(options.Type(bool))
    """Whether drafts are shown. Left out: while serving only."""


class JourneyPlugin(BasePlugin[JourneyOptions]):
    """Turns a folder of YAML into a section per persona, a map per journey, a page per stage."""

    def __init__(self) -> None:
        self._serving = False
        self._last_uris: tuple[str, ...] = (START,)

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview; the method's presence also keeps the plugin across rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring in our templates and styles, just below the user's own."""
        if "i18n" in config.plugins:
            raise PluginError(
                "journey-site makes a site for each language itself and cannot run beside mkdocs-static-i18n: "
                "remove i18n from the plugins in mkdocs.yml and list the languages in handbook.yml"
            )
        self._folder = self._find_folder(config)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_dir()))
        config.extra_css[:0] = [f"assets/journey/{name}.css" for name in _STYLES]
        config.extra_javascript.insert(0, "assets/journey/journey.js")
        if str(self._folder) not in config.watch:
            config.watch.append(str(self._folder))
        self._entries: dict[str, list[SearchEntry]] = {}
        return config

    def _find_folder(self, config: MkDocsConfig) -> Path:
        if self.config.maps is None:
            return Path(config.docs_dir)
        folder = (Path(config.config_file_path or ".").parent / self.config.maps).resolve()
        if not folder.is_dir():
            raise PluginError(f'journey-site: there is no folder "{self.config.maps}"; see maps: in mkdocs.yml')
        return folder

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the handbook before MkDocs clears its folder, so that a failure leaves the last site."""
        base = Path(config.config_file_path or ".").resolve().parent
        shown = os.path.relpath(self._folder, base)
        drafts = self._serving if self.config.drafts is None else self.config.drafts
        outcome = read_handbook(
            self._folder, shown="" if shown == "." else Path(shown).as_posix(), audience=self.config.audience, drafts=drafts
        )
        for problem in outcome.problems:
            _LOG[problem.severity](str(problem))
        self._outcome = outcome
        self._site = None if outcome.errors else outcome.site()
        if outcome.errors and not self._serving:
            raise PluginError(_ended(outcome.errors, "error"))
        if config.strict and outcome.warnings and not self._serving:
            raise PluginError(_ended(outcome.warnings, "warning") + " (strict mode)")

    @event_priority(-50)  # after plugins that add pages, before literate-nav (-100) reads them
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages among MkDocs' files; a page written by hand wins over one of ours."""
        self._drop_definitions(files, config)
        site = self._site
        if site is None:
            return files
        self._renderer = Renderer(site, _icons(config), self._overrides(config))
        self._urls: dict[str, str] = {}
        self._handwritten = [file for file in files.documentation_pages()]
        for spec in site.pages.values():
            if files.get_file_from_path(spec.uri):
                continue
            file = File.generated(config, spec.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = self._edit_uri(spec, config)
            files.append(file)
            JourneyPage(spec, file, config, self._render)
        self._add_pictures(files, config, site)
        config.nav = self._navigation(config, site)
        return files

    def _drop_definitions(self, files: Files, config: MkDocsConfig) -> None:
        """The YAML is ours to read, not to publish."""
        if self._folder.resolve() != Path(config.docs_dir).resolve():
            return
        for path in self._outcome.files:
            file = files.get_file_from_path(path)
            if file is not None:
                files.remove(file)

    def _overrides(self, config: MkDocsConfig) -> list[Path]:
        return [Path(config.theme.custom_dir)] if config.theme.custom_dir else []

    def _edit_uri(self, spec: SitePage, config: MkDocsConfig) -> str | None:
        """Where "Edit this page" leads: the line in the YAML."""
        if spec.origin is None or not spec.origin.file:
            return None
        path = self._folder / self._outcome.atlas.path_of(spec.origin.file)
        return Path(os.path.relpath(path, config.docs_dir)).as_posix() + f"#L{spec.origin.line}"

    def _add_pictures(self, files: Files, config: MkDocsConfig, site: Site) -> None:
        """Pictures of a handbook that is not MkDocs' own folder."""
        if self._folder.resolve() == Path(config.docs_dir).resolve():
            return
        for path in site.pictures():
            if not files.get_file_from_path(path):
                files.append(File.generated(config, path, abs_src_path=str(self._folder / path)))

    def _navigation(self, config: MkDocsConfig, site: Site) -> list[Any]:
        """The user's navigation with ours where it says ``journeys``; without one, ours and then the hand-written pages."""
        ours = [_nav_data(item) for item in site.navigation]
        if config.nav is None:
            by_hand = [file.src_uri for file in self._handwritten if file.src_uri != START and not file.inclusion.is_excluded()]
            return [*ours, *nest_paths(by_hand)]
        placed: list[Any] = []
        found = False
        for item in config.nav:
            if item == "journeys" or item == "journeys/":
                found = True
                placed += ours
            else:
                placed.append(item)
        has_start = any(START in (item.values() if isinstance(item, dict) else [item]) for item in config.nav)
        if found and has_start:
            placed = [item for item in placed if item != _nav_data(site.navigation[0])]
        return placed if found else [*placed, *(ours[1:] if has_start else ours)]

    def _render(self, spec: SitePage, files: Files) -> Body:
        body = self._renderer.render(spec, self._addresses(spec.uri, files))
        if spec.searched:
            self._entries[self._url(spec.uri, files)] = search_entries(spec.title, body, by_section=len(self._site.pages) < 3000)
        return body

    def _addresses(self, uri: str, files: Files) -> Addresses:
        return Addresses(self._url(uri, files), lambda target: self._url(target, files))

    def _url(self, uri: str, files: Files) -> str:
        url = self._urls.get(uri)
        if url is None:
            file = files.get_file_from_path(uri)
            url = "" if file is None else file.url if file.url != "./" else ""
            if file is None:
                url = directory_address(uri)
            self._urls[uri] = url
        return url

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Links of ours in hand-written pages."""
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The start page that somebody opened by hand gets our lists."""
        if page.file.src_uri != START or isinstance(page, JourneyPage) or self._site is None:
            return html
        spec = self._site.pages[START]
        addresses = self._addresses(START, files)
        lists = self._renderer.render(spec, addresses, "start-lists")
        page.meta.setdefault("template", "journey/page.html")
        page.meta.setdefault("hide", ["toc"])
        page.meta.setdefault("title", spec.title)
        if "<h1" not in html:
            html = self._renderer.render(spec, addresses, "start-title").html + html
        return html.replace(_MARKER, lists.html, 1) if _MARKER in html else html + lists.html

    def on_page_context(self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
        """Our pages see the section they stand in, and no more."""
        if isinstance(page, JourneyPage) and self._site is not None:
            context["nav"] = local_navigation(page.spec, self._site, nav, lambda uri: self._urls.get(uri, uri), ())
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """A page that is written needs its body no longer."""
        if isinstance(page, JourneyPage):
            page.content = ""
        return output

    @event_priority(-50)  # after search (0) has written its index, before offline (-100) copies it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add our pages to the search, and lead old addresses to new ones."""
        if self._site is None:
            return
        add_search_entries(Path(config.site_dir), self._entries)
        write_redirects(Path(config.site_dir), self._site.redirects, config.use_directory_urls)


def _ended(count: int, noun: str) -> str:
    return f"The handbook has {count} {noun}{'s' if count != 1 else ''}; nothing was built, and the last site stays as it was"


def _nav_data(item: NavItem) -> dict[str, Any]:
    if item.children:
        return {item.title: [_nav_data(child) for child in item.children]}
    return {item.title: item.uri}


def _icons(config: MkDocsConfig) -> Any:
    """Icons from the theme's bundled sets."""
    folders = [Path(folder) / ".icons" for folder in config.theme.dirs]
    name_ok = re.compile(r"[\w/-]+")

    def icon(name: str) -> str:
        if not name_ok.fullmatch(name):
            return ""
        for folder in folders:
            path = folder / f"{name}.svg"
            if path.is_file():
                return path.read_text(encoding="utf-8")
        return ""

    return icon
