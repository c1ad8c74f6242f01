"""Prints the bodies of our pages with the addresses that MkDocs gives them, and keeps what search finds."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import PluginError

from journey_site.hosts.mkdocs.ahead import Ahead, pays
from journey_site.hosts.mkdocs.dressing import speaks
from journey_site.hosts.mkdocs.files import section
from journey_site.hosts.mkdocs.output import search_document
from journey_site.hosts.mkdocs.reading import site_of_problems
from journey_site.problems import Problem, Span
from journey_site.site.addresses import START, Addresses, directory_address
from journey_site.site.render import Body, Icons, Printer, Renderer
from journey_site.site.search import chinese_apart, search_entries

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from journey_site.site.pages import Site, SitePage

log = logging.getLogger("mkdocs.plugins.journey_site")
MANY_PAGES = 3000
"""From here on the search finds pages, not their sections, so that its index stays small enough to load."""
STAGES_FIRST = 4
"""How much more a stage counts for the search than other pages: a customer's sentence leads to it."""
_ICON_NAME = re.compile(r"[\w/-]+")


class Printing:
    """The bodies of one site's pages."""

    def __init__(self, site: Site, config: MkDocsConfig, folder: Path, *, serving: bool) -> None:
        overrides = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        self._site = site
        self._renderer = Renderer(site, _icons(config), overrides)
        self._serving = serving
        self._home = config.site_url or ""  # with a slash at its end: MkDocs sees to that
        self._addresses: dict[str, str] = {}
        self._language = "" if speaks(config, site.voice) else site.voice.language.code
        self._by_section = len(site.pages) < MANY_PAGES
        self._ahead: Ahead | None = None
        self.entries: dict[str, bytes] = {}
        """What search finds, by address, ready for its index."""

    def begin(self, specs: Sequence[SitePage], files: Files) -> None:
        """Print ``specs``, which will be asked for in this order, ahead of time where that pays."""
        for uri in self._site.pages:
            self._address(uri, files)
        if self._serving or not pays(len(specs)):
            return
        by_persona = [[spec.uri for spec in group] for _, group in groupby(specs, lambda spec: section(spec)[0])]
        self._ahead = Ahead(_bundled(by_persona), lambda uri: self._print_quietly(uri, files))

    def end(self) -> None:
        """Nothing more is to be printed."""
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None

    def body(self, spec: SitePage, files: Files, at: str = "") -> Body:
        """A whole page; ``at`` when it stands at another page's address."""
        printed = self._ahead.take(spec.uri) if self._ahead is not None and not at else None
        body, found = printed or self._body(spec, files, at)
        if found and not at:
            self.entries[self._address(spec.uri, files)] = found
        return body

    def _body(self, spec: SitePage, files: Files, at: str = "") -> tuple[Body, bytes]:
        """A page and what search finds on it."""
        body = self._printed(spec, files, at=at)
        if not spec.searched or at:
            return body, b""
        entries = search_entries(spec.title, body, by_section=self._by_section)
        if self._site.voice.language.code.startswith("zh"):
            entries = [replace(each, title=chinese_apart(each.title), text=chinese_apart(each.text)) for each in entries]
        return body, search_document(self._address(spec.uri, files), entries, STAGES_FIRST if spec.template == "stage" else 1)

    def _print_quietly(self, uri: str, files: Files) -> tuple[Body, bytes] | None:
        """A page printed in another process; what goes wrong goes wrong again, and is told, in MkDocs' own."""
        try:
            return self._body(self._site.pages[uri], files)
        except Exception:  # noqa: BLE001 - whatever it is, it is told where it happens again
            return None

    def part(self, spec: SitePage, files: Files, template: str) -> Body:
        """A part of a page, printed by the template of that name."""
        return self._printed(spec, files, template=template)

    def _printed(self, spec: SitePage, files: Files, *, template: str = "", at: str = "") -> Body:
        try:
            body = self._renderer.render(spec, self._seen_from(at or spec.uri, files), template)
        except TemplateError as error:
            return self._stumbled(error, spec)
        if self._language and not template:
            language = self._site.voice.language
            html = f'<div lang="{language.code}" dir="{language.direction}">{body.html}</div>'
            body = Body(html, body.headings, body.anchors)
        return body

    def _stumbled(self, error: TemplateError, spec: SitePage) -> Body:
        """A template of the user's that cannot be printed ends a build; a preview says so on the page."""
        problem = Problem("template", f"{error}", _place(error, spec))
        if not self._serving:
            raise PluginError(str(problem)) from None
        log.error(str(problem))
        told = site_of_problems(self._site.atlas, [problem], {})
        return Renderer(told, lambda _: "").render(told.pages[START], Addresses("", directory_address))

    def address_of(self, uri: str) -> str:
        """The address of a page that has been printed or linked to."""
        return self._addresses.get(uri, uri)

    def resolver(self, uri: str, files: Files) -> Callable[[str, str], str | None]:
        """From a link of the handbook's on the page ``uri`` to an address."""
        return Printer(self._renderer, self._seen_from(uri, files)).resolve

    def _seen_from(self, uri: str, files: Files) -> Addresses:
        return Addresses(self._address(uri, files), lambda target: self._address(target, files), self._home)

    def _address(self, uri: str, files: Files) -> str:
        address = self._addresses.get(uri)
        if address is None:
            file = files.get_file_from_path(uri)
            address = directory_address(uri) if file is None else "" if file.url == "./" else file.url
            self._addresses[uri] = address
        return address


def _bundled(groups: Sequence[list[str]], size: int = 24) -> list[list[str]]:
    """``groups`` in their order, the small ones put together: a bundle is worth sending."""
    bundles: list[list[str]] = []
    for group in groups:
        if bundles and len(bundles[-1]) < size:
            bundles[-1].extend(group)
        else:
            bundles.append(list(group))
    return bundles


def _place(error: TemplateError, spec: SitePage) -> Span:
    """The line of the template that failed."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Span(error.filename, error.lineno)
    place = Span(f"journey/body/{spec.template}.html")
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".html"):
            place = Span(frame.tb_frame.f_code.co_filename, frame.tb_lineno)
        frame = frame.tb_next
    return place


def _icons(config: MkDocsConfig) -> Icons:
    """Icons from the theme's bundled sets."""
    folders = [Path(folder) / ".icons" for folder in config.theme.dirs]

    def icon(name: str) -> str:
        if not _ICON_NAME.fullmatch(name):
            return ""
        for folder in folders:
            path = folder / f"{name}.svg"
            if path.is_file():
                return path.read_text(encoding="utf-8")
        return ""

    return icon
