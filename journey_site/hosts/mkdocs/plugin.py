"""The MkDocs plugin: puts a planned site into MkDocs and decides nothing itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.utils import nest_paths

from journey_site.editions import AUDIENCE_VARIABLE
from journey_site.handbook import Outcome
from journey_site.handwritten import with_addresses
from journey_site.hosts.mkdocs import reading, staging
from journey_site.hosts.mkdocs.dressing import (
    SCRIPTS,
    STYLESHEET,
    add_stylesheet,
    dress,
    search_from_disk,
    search_in_own_language,
    without_credit,
)
from journey_site.hosts.mkdocs.edition import Edition
from journey_site.hosts.mkdocs.embeds import Embeds
from journey_site.hosts.mkdocs.files import (
    add_beside,
    add_data,
    add_pages,
    drop_catalogues,
    drop_definitions,
)
from journey_site.hosts.mkdocs.navigation import local_navigation, placed, titles
from journey_site.hosts.mkdocs.options import JourneyOptions
from journey_site.hosts.mkdocs.output import add_search_entries, without_indentation, write_redirects
from journey_site.hosts.mkdocs.page import TEMPLATE, JourneyPage
from journey_site.hosts.mkdocs.printing import Printing
from journey_site.hosts.mkdocs.publishing import publish
from journey_site.hosts.mkdocs.remembering import Remembered
from journey_site.hosts.mkdocs.shell import Shell, may_keep
from journey_site.hosts.mkdocs.start_page import with_our_lists
from journey_site.hosts.mkdocs.translated_pages import choose_pages, told_as_foreign
from journey_site.hosts.mkdocs.trees import (
    build_tree,
    choice_of,
    home_of,
    join_sitemaps,
    navigation_in,
    offer_languages,
    refuse_taken,
)
from journey_site.hosts.mkdocs.without_server import ask_for_edition, tell_of_delivery, without_server
from journey_site.recent import Readers
from journey_site.site.addresses import START
from journey_site.site.language import CATALOGUES, Language
from journey_site.site.pages import Site
from journey_site.site.recent_months import Recent
from journey_site.site.trees import Tree, trees_of
from journey_site.site.voice import Voice
from journey_site.theme import theme_dir

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

class JourneyPlugin(BasePlugin[JourneyOptions]):  # type: ignore[no-untyped-call]
    """Turns a folder of YAML into a section per persona, a map per journey, a page per stage."""

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self._staging: staging.Staging | None = None  # while a site is written beside its place
        self._tree: Tree | None = None  # the language that MkDocs is building besides the first
        self._trees: tuple[Tree, ...] = ()
        self._remembered = Remembered()
        self._last: dict[str, str] = {}  # the pages of the last site without errors, by address, with their titles

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview; the method's presence also keeps the plugin across rebuilds."""
        self._serving, self._dirty = command == "serve", dirty

    @event_priority(50)  # before plugins that ask for the theme's language, as search does
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the handbook; bring in our templates and styles, just below the user's own."""
        if "i18n" in config.plugins:
            raise PluginError(
                "journey-site makes a site for each language itself and cannot run beside mkdocs-static-i18n: "
                "remove i18n from the plugins in mkdocs.yml and list the languages in handbook.yml"
            )
        without_server(config)
        if self._tree is None:  # for another language, all that was read for the first is there
            self._read(config)
            ask_for_edition(self._outcome, self._audience)
            self._staging = None if self._serving or self._dirty else staging.begin(config)
            self._language = reading.language_of(self._outcome, self._folder)
        else:
            self._language = reading.language_of(self._outcome, self._folder, self._tree.language)
        if not self._outcome.errors or not self._trees:  # a preview tells of them at every address that it had
            self._trees = trees_of(self._outcome.atlas)
        self._edition.without_edit_links(config, self.config.edit_links)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_dir()))
        self._embeds = Embeds(config)
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript[:0] = SCRIPTS
        config.watch += reading.watched(config, self._folder, self._outcome)
        dress(config, Voice(self._outcome.atlas, self._language), first=self._tree is None)
        if self._tree is not None:
            search_in_own_language(config)
        offer_languages(config, self._trees, self._here)
        return config

    def _read(self, config: MkDocsConfig) -> None:
        self._folder = reading.folder(config, self.config.maps)
        self._audience = os.environ.get(AUDIENCE_VARIABLE) or self.config.audience
        self._drafts = self._serving if self.config.drafts is None else self.config.drafts
        self._outcome: Outcome = reading.read(
            config, self._folder, self.config.maps, self._audience, drafts=self._drafts, serving=self._serving
        )
        self._edition = Edition(self._outcome, self._audience, self._folder, serving=self._serving)

    @property
    def _here(self) -> Tree:
        """The language that MkDocs is building."""
        return self._tree or self._trees[0]

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Tell what is wrong before MkDocs clears its folder, so that a failure leaves the last site."""
        search_from_disk(config)
        if self._tree is None:
            also = self._edition.report(config)
            if not self._serving:
                reading.stop_for(self._outcome, strict=config.strict, also=also)
            tell_of_delivery(config, self._folder, self._outcome, self._audience)
        self._site: Site = reading.site_of(
            self._outcome, self._language, self._last, self._what_changed(config), reading.home(config),
            upkeep=self.config.upkeep, outdated=self._remembered.outdated(self._outcome, self._folder),
        )  # fmt: skip
        if self._tree is None:
            reading.tell_coverage(self._outcome, self._site)
        self._printing = Printing(self._site, config, self._folder, serving=self._serving)
        if not self._outcome.errors:
            self._last = {page.uri: page.title for page in self._site.pages.values()}

    def _what_changed(self, config: MkDocsConfig) -> Recent:
        """The history, as the readers of this edition are told it."""
        readers = Readers(self._audience, self._drafts, self._language.written)
        return self._remembered.recent(
            self._outcome, self._folder, config, self.config.changes, readers,
            serving=self._serving, quiet=self._tree is not None,
        )  # fmt: skip

    @event_priority(100)  # before any plugin looks at what this edition leaves out
    def _on_files_first(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out what is for others."""
        self._edition.drop(files, config)
        return files

    @event_priority(-50)  # after plugins that add pages, before literate-nav (-100) reads them
    def _on_files_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages among MkDocs' files; a page written by hand wins over one of ours."""
        drop_definitions(files, self._outcome.files, self._folder, config)
        drop_catalogues(files, CATALOGUES)
        if self._tree is None:
            refuse_taken(self._trees, files)
        self._chosen = choose_pages(files, self._trees, self._here, config)
        add_beside(files, self._folder, self._site.pictures(), config)
        self._edition.drop(files, config)
        self._by_hand = [
            file.src_uri
            for file in files.documentation_pages()
            if file.src_uri != START and file.inclusion.is_in_nav()  # type: ignore[no-untyped-call]
        ]
        add_pages(files, self._site, self._folder, config, self._printing.body)
        if not self._outcome.errors:
            add_data(files, self._site, config)
        self._edition.spare(self._site.spared, files)
        add_stylesheet(files, self._site.voice, config)
        return files

    @event_priority(-150)  # after literate-nav (-100) has made a navigation of its own
    def _on_files_navigation(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Our entries where the user's navigation says ``journeys``."""
        self._files = files
        JourneyPage.waits = _only_known(config, "page_content")
        by_hand = nest_paths(self._by_hand)  # type: ignore[no-untyped-call]
        config.nav = navigation_in(self._here, self._edition.navigation(config.nav), self.config.titles, self._chosen.gone)
        config.nav = placed(config.nav, self._site.navigation, by_hand, self._site.pages)
        for path, title in titles(config.nav):
            file = files.get_file_from_path(path)
            if file is not None and isinstance(file.page, JourneyPage):  # MkDocs leaves a page that is there its title
                file.page.title = Markup(title)
        return files

    on_files = CombinedEvent(_on_files_first, _on_files_pages, _on_files_navigation)

    @event_priority(50)  # before plugins that read Markdown
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Links to what this edition leaves out keep their words alone."""
        return self._edition.without_links(markdown, page.file.src_uri) if markdown else markdown

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
        if page.file.src_uri in self._chosen.foreign:
            html = told_as_foreign(html, Language(self._trees[0].language), self._language)
        return with_our_lists(html, page, config, files, self._site.pages[START], self._printing) if page.file.src_uri == START else html

    @event_priority(100)  # before plugins that look at what a page holds
    def _on_page_context_first(
        self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """The page in other languages; and a page of ours that waited, printed for plugins that may want to see it."""
        if choice := choice_of(config):
            url = "" if page.url == "./" else page.url
            choice.lead_to(url, self._here, home_of(config, self._here), self._chosen.absent)
        if isinstance(page, JourneyPage) and page.waits and not _only_known(config, "page_context"):
            page.fill(self._files)
            page.waits = False
        return context

    @event_priority(-90)  # after plugins that change what a page is given
    def _on_page_context_last(
        self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Our pages see the section they stand in, and no more; hand-written ones show what their blocks ask for."""
        if isinstance(page, JourneyPage):
            if page.waits:  # search, which we tell ourselves, need not go through our bodies again
                page.fill(self._files)
            section = self._site.section_of(page.spec)
            context["nav"] = local_navigation(page.spec, section, nav, page, self._printing.address_of)
            context["shell"] = self._shell.of(page, context, section) if self._shell is not None else None
        elif not self._outcome.errors:  # after any search, which need not find our pages' words here once more
            page.content = self._embeds.put(
                page.content or "", page.file.src_uri, self._site.voice,
                lambda spec: self._printing.part(spec, self._files, "embed").html,
            )  # fmt: skip
        return context

    on_page_context = CombinedEvent(_on_page_context_first, _on_page_context_last)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """A page that is written needs its body no longer, and no reader needs the theme's indentation."""
        if choice := choice_of(config):
            output = output.replace("</head>", f"{choice.head()}</head>", 1)
        output = self._edition.marked(without_credit(output, config))
        if isinstance(page, JourneyPage):
            page.content = ""
            return without_indentation(output)
        return output

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for addresses that are not there is dressed as the others are."""
        return without_credit(output_content, config)

    @event_priority(-50)  # after search (0) has written its index, before offline (-100) copies it
    def _on_post_build_tree(self, *, config: MkDocsConfig) -> None:
        """Add our pages to the search, and lead old addresses to new ones."""
        self._printing.end()
        add_search_entries(Path(config.site_dir), self._printing.entries)
        write_redirects(Path(config.site_dir), self._site.redirects, self._site.voice, config.use_directory_urls)

    @event_priority(-200)  # after all that other plugins do with the first language's site
    def _on_post_build_other_trees(self, *, config: MkDocsConfig) -> None:
        """Have MkDocs build the other languages, each as a site of its own within this one."""
        if self._tree is not None:
            return
        try:
            for tree in self._trees[1:]:
                self._tree = tree
                build_tree(tree, config, serving=self._serving)
            join_sitemaps(self._trees, config)
        finally:
            self._tree = None

    @event_priority(-300)  # when the site is whole, in all its languages
    def _on_post_build_published(self, *, config: MkDocsConfig) -> None:
        """Look through the site for what this edition leaves out, and put it where the last one stands."""
        if self._tree is None and not self._serving:
            publish(config, self._edition, self._staging, self._trees)

    on_post_build = CombinedEvent(_on_post_build_tree, _on_post_build_other_trees, _on_post_build_published)

    def on_build_error(self, *, error: Exception) -> None:
        """A build that ends early leaves no process behind, and the last site as it was."""
        printing = getattr(self, "_printing", None)
        if printing is not None:
            printing.end()
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """A build that somebody interrupts leaves no site beside the last one."""
        if self._staging is not None:
            staging.discard(self._staging)
            self._staging = None


def _only_known(config: MkDocsConfig, event: str) -> bool:
    """Whether nobody hears of ``event`` but plugins that have no need to see the bodies of our pages."""
    known = ("journey_site.", "material.plugins.", "mkdocs.contrib.", "properdocs.contrib.")
    return all(getattr(method, "__module__", "").startswith(known) for method in config.plugins.events[event])
