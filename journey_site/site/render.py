"""From view models to HTML, in a Jinja environment of our own that escapes everything.

``custom_dir/journey/…`` comes before our own templates, so that a handbook can override any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup, escape

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Ref, Said, Text
from journey_site.site.addresses import Addresses, Link
from journey_site.site.elsewhere import leading_out, with_eyes
from journey_site.site.html import as_html
from journey_site.site.language import Language
from journey_site.site.markdown import blocks, has_markdown, inline
from journey_site.site.marks import Marks
from journey_site.site.pages import Site, SitePage
from journey_site.site.templates import environment
from journey_site.site.views.tell import TellView
from journey_site.theme import theme_dir

_ANCHOR = re.compile(r'\sid="([^"]+)"')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OTHER_DIRECTION = {
    "ltr": re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"),
    "rtl": re.compile("[A-Za-z\u00c0-\u024f\u0370-\u058f\u3040-\u9fff]"),
}
"""Letters that run against the page's direction, and so need isolating."""

TEXTS_KEPT = 4096
"""How many texts are kept as HTML: what a stage says stands on its page, on the map and in the booklet."""

Icons = Callable[[str], str]
"""From an icon's name (``material/web``) to its SVG; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of a rendered page."""

    anchor: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered page."""

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]


class Renderer:
    """Prints the pages of one site."""

    def __init__(self, site: Site, icons: Icons, overrides: Sequence[Path] = ()) -> None:
        self.site = site
        self._icons = icons
        self._symbols: dict[str, str] = {}
        self._marks: dict[tuple[str, str], Markup] = {}
        self._env = environment([*overrides, theme_dir()])
        language = site.voice.language
        self._env.install_gettext_callables(  # type: ignore[attr-defined]
            language.gettext, _counted(language), newstyle=True, pgettext=language.pgettext
        )
        said = _quick(language)
        self._env.globals |= {"gettext": said, "_": said}
        self._env.globals |= {"language": language, "handbook": site.atlas.handbook, "voice": site.voice}
        self.plain_text = lru_cache(TEXTS_KEPT)(self._plain_text)
        self._lanes: dict[tuple[str, str], Template] = {}
        self._env.globals["lane_template"] = self._lane_template

    def render(self, page: SitePage, addresses: Addresses, template_name: str = "") -> Body:
        """The body of ``page`` with every address relative to it; ``template_name`` prints a part of it."""
        printer = Printer(self, addresses)
        template = self._env.get_template(f"journey/body/{template_name or page.template}.html")
        html = template.render(
            view=page.view(),
            page=page,
            text=printer.text,
            block=printer.block,
            href=printer.href,
            picture=printer.picture,
            letter=printer.letter,
            frame_code=printer.frame_code,
            with_eyes=with_eyes,
            leading_out=leading_out,
            icon=printer.icon,
            section=printer.section,
            **Marks(self.site.voice.language, printer.text, printer.href, printer.icon).names(),
        )
        return Body(printer.sprite() + html, tuple(printer.headings), frozenset(_ANCHOR.findall(html)))

    def _plain_text(self, said: Said) -> Markup | None:
        """What was ``said`` as HTML, the same on every page; None where it has Markdown, and so may have links."""
        return None if has_markdown(said.words) else spoken(escape(said.words), said, self.site.voice.language, "span")

    def _lane_template(self, lane: str, template: str) -> Template:
        """What prints a lane's cells: a template of the lane's own name where there is one, else the usual."""
        if (lane, template) not in self._lanes:
            # A lane of a handbook's own may be called as one of our shared templates is.
            named = () if lane in ("list", "quotes") or lane.startswith("own-") else (lane,)
            names = [f"journey/lanes/{name}.html" for name in (*named, template)]
            self._lanes[lane, template] = self._env.select_template(names)
        return self._lanes[lane, template]

    def symbol(self, name: str) -> str:
        """An icon as an SVG symbol, empty when the theme has none of that name."""
        if name not in self._symbols:
            svg = self._icons(name)
            inner = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg, flags=re.DOTALL)
            box = re.search(r'viewBox="([^"]+)"', svg)
            view = box[1] if box else "0 0 24 24"
            self._symbols[name] = f'<symbol id="{symbol_id(name)}" viewBox="{view}">{inner}</symbol>' if svg else ""
        return self._symbols[name]

    def mark(self, name: str, label: str) -> Markup:
        """The place of an icon on a page that has its symbol."""
        if (name, label) not in self._marks:
            said = f' role="img" aria-label="{escape(label)}"' if label else ' aria-hidden="true"'
            # Not plain href: Material's instant navigation rewrites every [href], and stops at one that is SVG's.
            mark = f'<svg class="journey-icon"{said}><use xlink:href="#{symbol_id(name)}"/></svg>'
            self._marks[name, label] = as_html(mark)
        return self._marks[name, label]


class Printer:
    """What templates call while one page is printed."""

    def __init__(self, renderer: Renderer, addresses: Addresses) -> None:
        self._renderer = renderer
        self._addresses = addresses
        self._voice = renderer.site.voice
        self._order = self._voice.order
        self._used: dict[str, None] = {}
        self.headings: list[Heading] = []

    def text(self, words: Text | str | None) -> Markup:
        """A short text as HTML: the handbook's with its Markdown, the interface's as it is."""
        if not words:
            return Markup("")
        if isinstance(words, str):
            return escape(words)
        said = words.best(*self._order)
        if (html := self._renderer.plain_text(said)) is not None:
            return html
        return spoken(inline(said.words, self.resolve), said, self._voice.language, "span")

    def block(self, words: Text | None) -> Markup:
        """A long text as HTML."""
        if not words:
            return Markup("")
        said = words.best(*self._order)
        return spoken(blocks(said.words, self.resolve), said, self._voice.language, "div")

    def resolve(self, scheme: str, target: str) -> str | None:
        """The address of what ``journey:anna-ebike#decision`` points to; None when it is not to be seen."""
        identity, _, anchor = target.partition("#")
        kind = SCHEME_KINDS[scheme]
        thing = self._voice.atlas.find(Ref(identity, kind))
        if thing is None:
            return None
        if isinstance(thing, Journey) and (stage := thing.stage(anchor)):
            return self._addresses.href(self._voice.stage_link(thing, stage))
        link = self._voice.link(Ref(identity, kind))
        return self._addresses.href(Link(link.uri, anchor or link.anchor))

    def href(self, link: Link) -> str:
        """The address of ``link`` as seen from this page."""
        return self._addresses.href(link)

    def picture(self, path: str) -> str:
        """The address of a picture in the handbook's folder."""
        return self._addresses.file(path)

    def letter(self, tell: TellView) -> str:
        """Where to say that something on this page is wrong, with the page and what it is about named already."""
        address = tell.address_from(self._addresses.whole)
        return address if _SCHEME.match(address) else self._addresses.file(address)

    def frame_code(self, link: Link, title: Text) -> str:
        """What somebody pastes into a page elsewhere to frame the page at ``link``.

        Its address is whole where the site's own is known, else it begins at the site's root.
        """
        address = self._addresses.home + self._addresses.address_of(link.uri)
        said = escape(self._voice.words(title))
        return f'<iframe src="{escape(address)}" title="{said}" loading="lazy" style="width: 100%; height: 80vh; border: 0"></iframe>'

    def icon(self, name: str, label: str = "") -> Markup:
        """An icon; with a label it says something, without it is for the eye alone."""
        if not self._renderer.symbol(name):
            return escape(label) if label else Markup("")
        self._used[name] = None
        return self._renderer.mark(name, label)

    def section(self, anchor: str, title: str, icon: str = "", level: int = 2) -> Markup:
        """The heading of a section, with an anchor that can be copied."""
        self.headings.append(Heading(anchor, str(escape(title)), level))
        label = self._voice._("Link to this section")
        mark = self.icon(icon) if icon else ""
        return as_html(
            f'<h{level} id="{escape(anchor)}">{mark}<span>{escape(title)}</span>'
            f'<a class="headerlink" href="#{escape(anchor)}" title="{escape(label)}" aria-label="{escape(label)}">#</a></h{level}>'
        )

    def sprite(self) -> str:
        """The icons that this page uses, each once."""
        symbols = "".join(self._renderer.symbol(name) for name in self._used)
        return f'<svg class="journey-sprite" aria-hidden="true" width="0" height="0">{symbols}</svg>' if symbols else ""


def _quick(language: Language) -> Callable[..., Markup]:
    """``gettext`` as Jinja's new style has it, with each message looked up once: a page says a hundred of them."""
    said: dict[str, Markup] = {}
    plainly: dict[str, Markup] = {}

    def say(message: str, /, **named: object) -> Markup:
        if not named and message in plainly:
            return plainly[message]
        if message not in said:
            said[message] = _safe(language.gettext(message), message, language)
        # Words for a message in which nothing is filled in may hold a sign of percent that means itself.
        words = said[message] % named if named or "%" in message else said[message]
        if not named:
            plainly[message] = words
        return words

    return say


def _counted(language: Language) -> Callable[[str, str, float], Markup]:
    """``ngettext`` with words that are safe to print."""

    def say(one: str, many: str, count: float) -> Markup:
        return _safe(language.ngettext(one, many, count), one if language.is_own(one) else many, language)

    return say


def _safe(words: str, message: str, language: Language) -> Markup:
    """Words of the interface as they may be printed: ours hold no markup, somebody's own are not believed to."""
    return escape(words) if language.is_own(message) else Markup(words)


def spoken(html: Markup, said: Said, page: Language, tag: str) -> Markup:
    """``html`` of what was ``said``, marked with its language and direction where they are not the page's.

    A text in another language shows which: readers should not take what nobody has translated for a mistake.
    """
    marks = ""
    if said.language not in (page.written, page.code) and any(map(str.isalpha, said.words)):
        marks += f' lang="{escape(said.language)}" class="journey-other" title="{escape(page.named(said.language))}"'
    if marks or _OTHER_DIRECTION[page.direction].search(said.words):
        marks += ' dir="auto"'
    return as_html(f"<{tag}{marks}>{html}</{tag}>") if marks else html


def symbol_id(name: str) -> str:
    """The id of an icon's symbol."""
    return "icon-" + re.sub(r"[^a-z0-9]+", "-", name.lower())
