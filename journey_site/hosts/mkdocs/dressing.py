"""What the handbook says about its looks and language, given to the theme where mkdocs.yml is silent."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.structure.files import File
from mkdocs.utils.yaml import yaml_load

from journey_site.site.brand import brand_css

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from journey_site.site.voice import Voice

STYLES = (
    "tokens", "entries", "page", "map", "grid", "lanes", "curve", "stage", "lists", "narrow", "persona", "cards",
    "languages", "arcs", "shape", "clock", "flow", "group", "coverage", "variant", "compare", "model", "review", "translations",
    "atlas", "assumed", "content-matrix", "metrics", "plot",
    "changes", "map-phone", "sideways", "embed", "shell", "print", "booklet",
)  # fmt: skip
"""The parts of our stylesheet under ``assets/journey/``, in the order in which they apply."""
STYLESHEET = "assets/journey/journey.css"
FRAME_WORKER = "assets/journey/iframe-worker.js"
_GENERATOR = re.compile(r"""\s*<meta\s+name=["']?generator["']?[^>]*>""", re.IGNORECASE)
SCRIPTS = ("assets/journey/journey.js", "assets/journey/look.js", "assets/journey/filter.js", "assets/journey/links.js")


def dress(config: MkDocsConfig, voice: Voice, *, first: bool = True) -> None:
    """Language, logo, picture in the browser's tab, footer and description, unless mkdocs.yml sets them.

    Not the ``first``, it is one more language of a site: what mkdocs.yml says in words is the first one's.
    """
    theme, said, brand = config.theme, _said_of_theme(config), voice.atlas.handbook.brand
    if not first or "language" not in said:
        # As ours do, the theme's own words fall back to those of the wider language, and then to English.
        code = voice.language.code
        names = (code, code.split("-")[0], *(() if first else ("en",)))
        found = next((name for name in names if theme_has(config, f"partials/languages/{name}.html")), None)
        if found is not None:
            theme["language"] = found
    icons = said.get("icon")
    if brand and brand.logo and "logo" not in said and not (isinstance(icons, dict) and "logo" in icons):
        theme["logo"] = brand.logo
    if brand and brand.favicon and "favicon" not in said:
        theme["favicon"] = brand.favicon
    if brand and brand.fonts and "font" not in said:
        theme["font"] = False  # those of the theme come from another host
    if brand and brand.credit is False:
        config.extra.setdefault("generator", False)
    if brand and brand.footer and config.copyright is None:
        config.copyright = str(escape(voice.words(brand.footer)))
    name = voice.atlas.handbook.name
    if not first and name and voice.language.written in name.values:
        config.site_name = voice.words(name)
    if (config.site_description is None or not first) and voice.atlas.handbook.summary:
        config.site_description = str(escape(voice.words(voice.atlas.handbook.summary)))


def search_in_own_language(config: MkDocsConfig) -> None:
    """Let search take its word stems from the theme's language: what mkdocs.yml says of them is the first tree's."""
    for name, plugin in config.plugins.items():
        if name.rpartition("/")[2] == "search":
            for option in {"lang", "separator", "pipeline"} & set(plugin.config):
                plugin.config[option] = None


def search_from_disk(config: MkDocsConfig) -> None:
    """Let the offline plugin's search work without the script that it would load from another host."""
    scripts = config.extra.get("polyfills") or []
    if any("iframe-worker" in str(script) for script in scripts):
        others = [script for script in scripts if "iframe-worker" not in str(script)]
        config.extra["polyfills"] = [FRAME_WORKER, *others]


def speaks(config: MkDocsConfig, voice: Voice) -> bool:
    """Whether the theme's own words are in the handbook's language."""
    theme = config.theme
    return str(theme["language"] if "language" in theme else theme["locale"]) == voice.language.code


def theme_has(config: MkDocsConfig, path: str) -> bool:
    """Whether any of the theme's folders holds ``path``."""
    return any(Path(folder, path).is_file() for folder in config.theme.dirs)


def add_stylesheet(files: Files, voice: Voice, config: MkDocsConfig) -> None:
    """Add our styles as one sheet, so that a page asks for one file, with the handbook's colours at the end.

    A part of the same name in the user's own theme folder takes the place of ours, and so does a whole sheet. The
    parts themselves are not published.
    """
    sheets = []
    for name in STYLES:
        file = files.get_file_from_path(f"assets/journey/{name}.css")
        if file is not None:
            sheets.append(file.content_string)
            files.remove(file)
    sheets.append(brand_css(voice.atlas.handbook.brand, lambda path: files.get_file_from_path(path) is not None))
    if not files.get_file_from_path(STYLESHEET):
        files.append(File.generated(config, STYLESHEET, content="\n".join(sheets)))


def without_credit(html: str, config: MkDocsConfig) -> str:
    """A page that does not say with what it was made, where ``credit: false`` stands among the brand."""
    return _GENERATOR.sub("", html) if config.extra.get("generator") is False else html


def _said_of_theme(config: MkDocsConfig) -> dict[str, Any]:
    """What mkdocs.yml itself says of the theme, without the theme's own defaults."""
    try:
        with open(config.config_file_path, encoding="utf-8-sig") as file:
            theme = yaml_load(file).get("theme")
    except OSError:  # the configuration came from elsewhere
        return dict(config.theme)
    return theme if isinstance(theme, dict) else {}
