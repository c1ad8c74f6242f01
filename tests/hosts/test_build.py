"""The plugin in MkDocs with Material: what an editor of a handbook and its readers get."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import Build, build, write

Small = Callable[..., Build]


def test_a_page_for_everything_and_no_yaml(small: Small) -> None:
    built = small(None, "--strict")
    assert built.code == 0, built.said
    for page in ("", "personas/", "personas/anna/", "journeys/", "journeys/anna-ebike/", "journeys/anna-ebike/decision/", "about/"):
        assert built.has(f"{page}index.html")
    assert not [path for path in built.site.rglob("*") if path.suffix in (".yml", ".yaml")]


def test_titles_are_text_not_html(small: Small) -> None:
    built = small()
    page = built.page("personas/bo/index.html")
    assert "<b>Berg</b>" not in page
    assert "<title>Bo &lt;b&gt;Berg&lt;/b&gt; &amp; Co - Small</title>" in page
    assert 'property="og:title" content="Bo &lt;b&gt;Berg' in page


def test_edit_links_open_the_line_of_the_stage(small: Small) -> None:
    edit = "theme: {name: material, font: false, features: [content.action.edit]}"
    built = small({"mkdocs.yml": _config(edit, "repo_url: https://example.com/r", "edit_uri: edit/main/maps/")})
    page = built.page("journeys/anna-ebike/decision/index.html")
    assert re.search(r'href="https://example.com/r/edit/main/maps/journeys/anna-ebike.yml#L1[01]"', page)


def test_links_in_hand_written_pages(small: Small) -> None:
    built = small()
    about = built.page("about/index.html")
    assert '<a href="../personas/anna/">Anna</a>' in about
    assert '<a href="../personas/bo/">Bo</a>' in about
    assert '<a href="../touchpoints/shop/">the shop</a>' in about
    assert "[x](persona:nobody)" in about
    assert '<a href="journeys/anna-ebike/decision/">the decision</a>' in built.page("index.html")


def test_the_start_page_keeps_what_was_written(small: Small) -> None:
    start = small().page("index.html")
    assert start.count("<h1") == 1
    assert "Welcome to" in start
    assert start.index("Welcome to") < start.index('id="the-end"')
    assert "<!-- journeys -->" not in start
    assert "<title>A small handbook - Small</title>" in start


def test_a_dangling_link_is_told_with_its_place_and_keeps_the_last_site(small: Small, tmp_path: Path) -> None:
    small()
    write(tmp_path, {"maps/about.md": "# About\n\nAsk [Anna](persona:ana).\n"})
    (tmp_path / "maps/journeys/bo-repair.yml").write_text("title: [unclosed\n", encoding="utf-8")
    built = build(tmp_path)
    assert built.code == 1
    assert 'maps/about.md:3:12: there is no persona "ana" (did you mean "anna"?)' in built.said
    assert "maps/journeys/bo-repair.yml:1:" in built.said
    assert "Traceback" not in built.said
    assert built.has("journeys/bo-repair/wait/index.html")


def test_strict_builds_end_for_warnings_and_others_do_not(small: Small) -> None:
    wrong = {"maps/persona/carl.yml": "name: Carl\n"}
    built = small(wrong, "--strict")
    assert built.code == 1
    assert "WARNING" in built.said
    assert not built.has("index.html")
    assert small(wrong).code == 0


def test_a_folder_that_is_not_there(small: Small) -> None:
    built = small({"mkdocs.yml": _config("theme: material", plugins="[search, journey-site: {maps: map}]")})
    assert built.code == 1
    assert 'mkdocs.yml:4:40: there is no folder "map"' in built.said
    assert "Traceback" not in built.said


def test_a_handbook_without_handbook_yml(small: Small) -> None:
    built = small({"maps/handbook.yml": None})
    assert built.code == 1
    assert "maps/handbook.yml:1:1: maps/handbook.yml is missing" in built.said


@pytest.mark.parametrize("options", ["{audience: 3}", "{drafts: maybe}", "{maps: [a]}"])
def test_options_are_checked(small: Small, options: str) -> None:
    built = small({"mkdocs.yml": _config("theme: material", plugins=f"[search, journey-site: {options}]")})
    assert built.code == 1
    assert "Config value 'plugins'" in built.said
    assert "Traceback" not in built.said


def test_another_docs_dir(small: Small, tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    built = small({
        "mkdocs.yml": _config("docs_dir: docs", "theme: {name: material, font: false, features: [content.action.edit]}", "repo_url: https://example.com/r\nedit_uri: edit/main/docs/", plugins="[search, journey-site: {maps: maps}]", docs=""),
        "docs/guide.md": "# A guide\n\nTo [Anna](persona:anna).\n",
        "maps/personas/anna.yml": "name: Anna\nportrait: anna.svg\n",
        "maps/personas/anna.svg": picture,
    })  # fmt: skip
    assert built.code == 0, built.said
    assert built.page("personas/anna.svg") == picture
    assert 'href="../personas/anna/"' in built.page("guide/index.html")
    assert built.has("about/index.html")  # the Markdown beside the YAML too
    assert "https://example.com/r/edit/main/maps/personas/anna.yml#L1" in built.page("personas/anna/index.html")
    assert not [path for path in built.site.rglob("*") if path.suffix == ".yml"]


def test_a_handbook_inside_docs_dir_publishes_no_yaml(small: Small) -> None:
    built = small({
        "mkdocs.yml": _config("docs_dir: .", "theme: material", "exclude_docs: 'site/'", plugins="[journey-site: {maps: maps}]", docs=""),
    })  # fmt: skip
    # MkDocs refuses a docs_dir that holds its own configuration, so this is no project to support.
    assert built.code == 1
    assert "Traceback" not in built.said


@pytest.mark.parametrize(
    ("nav", "found"),
    [
        ("", ["Overview", "Personas"]),
        ("nav: [index.md, journeys, about.md]", ["Personas", "About"]),
        ("nav: [{Start: index.md}, {Customers: journeys}, {Us: about.md}]", ["Start", "Customers", "Personas", "Us"]),
        ("nav: [{Start: index.md}, {More: [about.md, journeys]}]", ["Start", "More", "Personas"]),
        ("nav: [{Us: about.md}]", ["Us", "Overview", "Personas"]),
        ("nav: [{Start: index.md}, {People: personas/index.md}]", ["Start", "People"]),
    ],
)
@pytest.mark.parametrize("features", ["navigation.tabs, navigation.sections", "navigation.indexes, navigation.prune"])
def test_navigation(small: Small, nav: str, found: list[str], features: str) -> None:
    built = small({"mkdocs.yml": _config(f"theme: {{name: material, font: false, features: [{features}]}}", nav or "# none")})
    assert built.code == 0, built.said
    stage = built.page("journeys/anna-ebike/decision/index.html")
    column = stage[stage.index("md-nav--primary") : stage.index('<div class="md-content"')]
    places = [column.find(title) for title in found]
    assert -1 not in places and places == sorted(places), (found, places)
    assert "Buys an e-bike" in column
    assert "Has it repaired" not in column and "Calls us" not in column  # another persona's


def test_files_as_addresses_and_search_from_the_disk(small: Small) -> None:
    built = small({"mkdocs.yml": _config("theme: {name: material, font: false}", plugins="[search, offline, tags, journey-site]")}, "--strict")
    assert built.code == 0, built.said
    assert 'href="../../personas/anna.html"' in built.page("journeys/anna-ebike/decision.html") or built.has("personas/anna.html")
    index = json.loads(built.page("search/search_index.js").removeprefix("var __index = "))
    found = [entry["location"] for entry in index["docs"] if "Queues again this morning" in entry["text"]]
    assert any(location.startswith("journeys/anna-ebike/awareness.html") for location in found), found


def test_old_addresses_lead_to_new_ones(small: Small) -> None:
    built = small({"maps/handbook.yml": "title: En handbok\nlanguage: sv\n"})
    page = built.page("journeys/anna-bike/decision/index.html")
    assert '<html lang="sv" dir="ltr">' in page
    assert 'content="0; url=../../anna-ebike/decision/"' in page
    assert built.has("journeys/anna-ebike/choice/index.html")


def test_the_theme_speaks_the_handbooks_language_unless_told(small: Small) -> None:
    norwegian = {"maps/handbook.yml": "title: En håndbok\nlanguage: no\n"}
    assert '<html lang="nb"' in small(norwegian).page("personas/index.html")
    told = _config("theme: {name: material, language: de, font: false}")
    assert '<html lang="de"' in small(norwegian | {"mkdocs.yml": told}).page("personas/index.html")


def test_brand(small: Small) -> None:
    built = small({
        "maps/handbook.yml": 'title: A\nbrand: {logo: logo.svg, favicon: tab.svg, primary: "#ffee00", accent: "#00695c", footer: A & B}\n',
        "maps/logo.svg": "<svg/>", "maps/tab.svg": "<svg/>",
    })  # fmt: skip
    page = built.page("personas/index.html")
    assert 'src="../logo.svg"' in page
    assert '<link rel="icon" href="../tab.svg">' in page
    assert "A &amp; B" in page
    style = built.page("assets/journey/journey.css")
    assert "--md-primary-fg-color: #ffee00" in style
    assert "--md-primary-bg-color: #000" in style  # black on yellow
    assert not built.has("assets/journey/tokens.css")


def test_templates_and_styles_of_ones_own(small: Small) -> None:
    built = small({
        "mkdocs.yml": _config("theme: {name: material, custom_dir: own, font: false}"),
        "own/journey/body/persona.html": "<h1>Mine: {{ page.title }}</h1>",
        "own/assets/journey/tokens.css": ":root { --journey-own: 1 }",
    })  # fmt: skip
    assert '<h1 id="_title">Mine: Anna</h1>' in built.page("personas/anna/index.html")
    assert "--journey-own: 1" in built.page("assets/journey/journey.css")


def test_a_template_that_fails_is_told_with_its_line(small: Small) -> None:
    built = small({
        "mkdocs.yml": _config("theme: {name: material, custom_dir: own, font: false}"),
        "own/journey/body/persona.html": "<h1>{{ page.title }}</h1>\n{{ view.nothing_such }}",
    })  # fmt: skip
    assert built.code == 1
    assert "own/journey/body/persona.html:2:1: " in built.said
    assert "Traceback" not in built.said


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_themes_that_come_with_mkdocs(small: Small, theme: str) -> None:
    built = small({"mkdocs.yml": _config(f"theme: {theme}")}, "--strict")
    assert built.code == 0, built.said
    assert "Queues again this morning" in built.page("journeys/anna-ebike/awareness/index.html")


def test_two_builds_have_the_same_bytes(small: Small, tmp_path: Path) -> None:
    first = {path.relative_to(tmp_path): path.read_bytes() for path in small().site.rglob("*") if path.is_file()}
    again = {path.relative_to(tmp_path): path.read_bytes() for path in build(tmp_path).site.rglob("*") if path.is_file()}
    assert [path for path in first.keys() | again.keys() if first.get(path) != again.get(path)] == []


def _config(*lines: str, plugins: str = "[search, journey-site]", docs: str = "docs_dir: maps") -> str:
    return "\n".join(("site_name: Small", docs, *lines[:1], f"plugins: {plugins}", *lines[1:])) + "\n"
