"""Other hosts, themes and plugins, each in an environment of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import Build

Small = Callable[..., Build]
Host = Callable[[str], Path]


@pytest.mark.parametrize(
    ("name", "command", "theme"),
    [
        ("properdocs", "properdocs", "material"),
        ("materialx", "properdocs", "materialx"),
        ("materialx", "mkdocs", "materialx"),
    ],
)
def test_hosts_and_themes(small: Small, host: Host, name: str, command: str, theme: str) -> None:
    built = small({"mkdocs.yml": _config(theme, "[search, journey-site]")}, "--strict", command=(str(host(name) / command),))
    assert built.code == 0, built.said
    assert "Queues again this morning" in built.page("journeys/anna-ebike/awareness/index.html")
    assert "--journey-primary" in built.page("assets/journey/journey.css")


@pytest.mark.parametrize("command", ["properdocs", "mkdocs"])
def test_errors_in_other_hosts(small: Small, host: Host, command: str) -> None:
    built = small({"maps/about.md": "[x](persona:nobody)\n"}, command=(str(host("properdocs") / command),))
    assert built.code == 1
    assert 'maps/about.md:1:5: there is no persona "nobody"' in built.said
    assert "Traceback" not in built.said


def test_materialx_finds_our_pages(small: Small, host: Host) -> None:
    built = small({"mkdocs.yml": _config("materialx", "[search, journey-site]")}, command=(str(host("materialx") / "mkdocs"),))
    index = built.site / "search" / "search_index.json"
    page = built.page("journeys/anna-ebike/awareness/index.html")
    if index.is_file():
        assert "Queues again this morning" in index.read_text(encoding="utf-8")
    else:
        assert 'data-pagefind-ignore="all"' not in page


@pytest.mark.parametrize(
    "plugins",
    [
        "[search, git-revision-date-localized: {fallback_to_build_date: true}, journey-site]",
        "[search, journey-site, macros]",
        "[search, macros, section-index, journey-site]",
        "[search, literate-nav, section-index, journey-site]",
        "[search, journey-site, tags, privacy: {assets_fetch: false}]",
        "[search, journey-site, offline, privacy: {assets_fetch: false}]",
    ],
)
def test_plugins(small: Small, host: Host, plugins: str, tmp_path: Path) -> None:
    if "git-revision" in plugins:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    offline = "extra: {polyfills: ['iframe-worker.js']}\n" if "offline" in plugins else ""
    files = {"mkdocs.yml": _config("material", plugins) + offline}
    built = small(files, "-q" if "git-" in plugins or "privacy" in plugins else "--strict", command=(str(host("plugins") / "mkdocs"),))
    assert built.code == 0, built.said
    stage = "journeys/anna-ebike/awareness" + (".html" if offline else "/index.html")
    assert "Queues again this morning" in built.page(stage)
    index = json.loads(built.page("search/search_index.json"))
    assert any("Queues again this morning" in entry["text"] for entry in index["docs"])


def test_a_literate_navigation_places_ours(small: Small, host: Host) -> None:
    files = {
        "mkdocs.yml": _config("material", "[search, literate-nav, journey-site]"),
        "maps/SUMMARY.md": "- [Start](index.md)\n- [Customers](journeys)\n- [Us](about.md)\n",
    }
    built = small(files, command=(str(host("plugins") / "mkdocs"),))
    assert built.code == 0, built.said
    page = built.page("about/index.html")
    column = page[page.index("md-nav--primary") :]
    assert -1 < column.index("Customers") < column.index("Personas") < column.index("Us")


def test_static_i18n_is_refused_in_one_sentence(small: Small, host: Host) -> None:
    plugins = "[search, journey-site, i18n: {languages: [{locale: en, default: true, name: English}]}]"
    built = small({"mkdocs.yml": _config("material", plugins)}, command=(str(host("plugins") / "mkdocs"),))
    assert built.code == 1
    assert "cannot run beside mkdocs-static-i18n" in built.said
    assert "Traceback" not in built.said


def _config(theme: str, plugins: str) -> str:
    return f"site_name: Small\ndocs_dir: maps\ntheme: {{name: {theme}, font: false}}\nplugins: {plugins}\n"


