"""The MkDocs plugin: puts a planned site into MkDocs and decides nothing itself."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File
from mkdocs.utils import nest_paths

from journey_site.data_files import data_files
from journey_site.editions import AUDIENCE_VARIABLE
from journey_site.feeds import feed_files
from journey_site.handbook import Outcome
from journey_site.handwritten import with_addresses
from journey_site.hosts.mkdocs import reading
from journey_site.hosts.mkdocs.dressing import SCRIPTS, STYLESHEET, dress, search_from_disk, stylesheet
from journey_site.hosts.mkdocs.files import add_beside, add_data, add_pages, address_in, drop_definitions
from journey_site.hosts.mkdocs.navigation import local_navigation, placed, titles
from journey_site.hosts.mkdocs.output import add_search_entries, without_indentation, write_redirects
from journey_site.hosts.mkdocs.page import TEMPLATE, JourneyPage, feeds, hidden, with_headings
from journey_site.hosts.mkdocs.printing import Printing
from journey_site.hosts.mkdocs.remembering import recent_of
from journey_site.hosts.mkdocs.shell import Shell, may_keep
from journey_site.recent import Readers
from journey_site.site.addresses import HANDBOOK_JSON, START
from journey_site.site.pages import Site
from journey_site.site.recent_months import Recent
from journey_site.theme import theme_dir

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_MARKER = re.compile(r"(?:<p>\s*)?<!--\s*journeys\s*-->(?:\s*</p>)?")


class JourneyOptions(Config):  # type: ignore[no-untyped-call]
    """What may stand under ``journey-site:`` in mkdocs.yml."""

    maps = options.Optional(options.Type(str))
    """The handbook's folder, relative to mkdocs.yml. Left out: MkDocs' ``docs_dir``."""
    audience = options.Type(str, default="")
    """The edition to build: one of the handbook's audiences. Left out: the narrowest, which sees everything."""
    drafts = options.Optional(options.Type(bool))
    """Whether drafts are shown. Left out: while serving only."""
    changes = options.Type((bool, int), default=True)
    """Whether there is a page of what changed, from git; a number is how many months it goes back."""


class JourneyPlugin(BasePlugin[JourneyOptions]):  # type: ignore[no-untyped-call]
    """Turns a folder of YAML into a section per persona, a map per journey, a page per stage."""

    def __init__(self) -> None:
        self._serving = False
        self._recent: Recent | None = None  # told once, as a preview is built again and again
        self._last: dict[str, str] = {}  # the pages of the last site without errors, by address, with their titles

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview; the method's presence also keeps the plugin across rebuilds."""
        self._serving = command == "serve"

    @event_priority(50)  # before plugins that ask for the theme's language, as search does
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the handbook; bring in our templates and styles, just below the user's own."""
        if "i18n" in config.plugins:
            raise PluginError(
                "journey-site makes a site for each language itself and cannot run beside mkdocs-static-i18n: "
                "remove i18n from the plugins in mkdocs.yml and list the languages in handbook.yml"
            )
        self._folder = reading.folder(config, self.config.maps)
        self._audience = os.environ.get(AUDIENCE_VARIABLE) or self.config.audience
        drafts = self._serving if self.config.drafts is None else self.config.drafts
        self._outcome: Outcome = reading.read(
            config, self._folder, self.config.maps, self._audience, drafts=drafts, serving=self._serving
        )
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_dir()))
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript[:0] = SCRIPTS
        config.watch += reading.watched(config, self._folder, self._outcome)
        dress(config, reading.voice_of(self._outcome))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Tell what is wrong before MkDocs clears its folder, so that a failure leaves the last site."""
        search_from_disk(config)
        reading.report(self._outcome.problems)
        reading.tell_coverage(self._outcome)
        if not self._serving:
            reading.stop_for(self._outcome, strict=config.strict)
        self._site: Site = reading.site_of(
            self._outcome, self._last, self._what_changed(config), reading.home(config)
        )
        self._printing = Printing(self._site, config, self._folder, serving=self._serving)
        if not self._outcome.errors:
            self._last = {page.uri: page.title for page in self._site.pages.values()}

    def _what_changed(self, config: MkDocsConfig) -> Recent:
        """The history as it is told, while serving once."""
        if self._recent is None or not self._serving:
            drafts = self._serving if self.config.drafts is None else self.config.drafts
            readers = Readers(self._audience, drafts)
            recent = recent_of(self._outcome, self._folder, config, self.config.changes, readers)
            if self._outcome.errors:
                return recent  # there is nothing to tell until they are mended
            self._recent = recent
        return self._recent

    @event_priority(-50)  # after plugins that add pages, before literate-nav (-100) reads them
    def _on_files_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages among MkDocs' files; a page written by hand wins over one of ours."""
        drop_definitions(files, self._outcome.files, self._folder, config)
        add_beside(files, self._folder, self._site.pictures(), config)
        self._by_hand = [
            file.src_uri
            for file in files.documentation_pages()
            if file.src_uri != START and file.inclusion.is_in_nav()  # type: ignore[no-untyped-call]
        ]
        add_pages(files, self._site, self._folder, config, self._printing.body)
        if not self._outcome.errors:
            home = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
            data = data_files(self._site, lambda uri: address_in(files, uri), home)
            add_data(files, data | feed_files(self._site, lambda uri: address_in(files, uri), home), config)
        sheet = stylesheet(files, self._site.voice)
        if not files.get_file_from_path(STYLESHEET):
            files.append(File.generated(config, STYLESHEET, content=sheet))
        return files

    @event_priority(-150)  # after literate-nav (-100) has made a navigation of its own
    def _on_files_navigation(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Our entries where the user's navigation says ``journeys``."""
        self._files = files
        JourneyPage.waits = _only_known(config, "page_content")
        by_hand = nest_paths(self._by_hand)  # type: ignore[no-untyped-call]
        config.nav = placed(config.nav, self._site.navigation, by_hand, self._site.pages)
        for path, title in titles(config.nav):
            file = files.get_file_from_path(path)
            if file is not None and isinstance(file.page, JourneyPage):  # MkDocs leaves a page that is there its title
                file.page.title = Markup(title)
        return files

    on_files = CombinedEvent(_on_files_pages, _on_files_navigation)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Everything is read: from here on pages are written, each in a shell that is kept where it may be."""
        self._shell = Shell() if may_keep(config) else None
        if JourneyPage.waits:
            pages = [file.page.spec for file in files.documentation_pages() if isinstance(file.page, JourneyPage)]
            self._printing.begin(pages, files)
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hand-written pages: our links lead somewhere, and the start page gets our lists."""
        if isinstance(page, JourneyPage):
            return html
        if self._outcome.errors:
            page.meta = {"template": TEMPLATE, "hide": ["toc"], "search": {"exclude": True}}
            body = self._printing.body(self._site.pages[START], files, page.file.src_uri)
            page.toc, page.present_anchor_ids = (), set(body.anchors)  # type: ignore[assignment]
            return body.html
        html = with_addresses(html, self._printing.resolver(page.file.src_uri, files))
        return self._start(html, page, config, files) if page.file.src_uri == START else html

    def _start(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The start page that somebody opened by hand, with our lists at the marker or at its end."""
        spec = self._site.pages[START]
        page.meta.setdefault("template", TEMPLATE)
        page.meta.setdefault("hide", hidden(config, wide=True))
        page.meta.setdefault("title", escape(spec.title))
        page.meta.setdefault("alternate", HANDBOOK_JSON)
        page.meta["journey_feeds"] = feeds(spec)
        page.meta.setdefault("description", escape(spec.description))
        if "<h1" not in html:
            html = self._printing.part(spec, files, "start-title").html + html
        lists = self._printing.part(spec, files, "start-lists")
        html = _MARKER.sub(lambda _: lists.html, html, count=1) if _MARKER.search(html) else html + lists.html
        with_headings(page, html, lists)
        return html

    @event_priority(100)  # before plugins that look at what a page holds
    def _on_page_context_first(
        self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Print a page of ours that waited, for plugins that may want to see it."""
        if isinstance(page, JourneyPage) and page.waits and not _only_known(config, "page_context"):
            page.fill(self._files)
            page.waits = False
        return context

    @event_priority(-90)  # after plugins that change what a page is given
    def _on_page_context_last(
        self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Our pages see the section they stand in, and no more."""
        if isinstance(page, JourneyPage):
            if page.waits:  # search, which we tell ourselves, need not go through our bodies again
                page.fill(self._files)
            section = self._site.section_of(page.spec)
            context["nav"] = local_navigation(page.spec, section, nav, page, self._printing.address_of)
            context["shell"] = self._shell.of(page, context, section) if self._shell is not None else None
        return context

    on_page_context = CombinedEvent(_on_page_context_first, _on_page_context_last)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """A page that is written needs its body no longer, and no reader needs the theme's indentation."""
        if isinstance(page, JourneyPage):
            page.content = ""
            return without_indentation(output)
        return output

    @event_priority(-50)  # after search (0) has written its index, before offline (-100) copies it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add our pages to the search, and lead old addresses to new ones."""
        self._printing.end()
        add_search_entries(Path(config.site_dir), self._printing.entries)
        write_redirects(Path(config.site_dir), self._site.redirects, self._site.voice, config.use_directory_urls)

    def on_build_error(self, *, error: Exception) -> None:
        """A build that ends early leaves no process behind."""
        printing = getattr(self, "_printing", None)
        if printing is not None:
            printing.end()


def _only_known(config: MkDocsConfig, event: str) -> bool:
    """Whether nobody hears of ``event`` but plugins that have no need to see the bodies of our pages."""
    known = ("journey_site.", "material.plugins.", "mkdocs.contrib.", "properdocs.contrib.")
    return all(getattr(method, "__module__", "").startswith(known) for method in config.plugins.events[event])
