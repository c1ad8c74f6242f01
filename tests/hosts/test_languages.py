"""A site in several languages, built for real: a tree for each, which lead to each other page by page."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from projects import Build, build, write

Small = Callable[..., Build]
HANDBOOK = """\
    title: {sv: Kundresor, en: Customer journeys}
    language: sv
    languages: [sv, en, ar]
    """
JOURNEY = """\
    title: {sv: Köper en elcykel, en: Buys an e-bike, ar: تشتري دراجة}
    persona: anna
    stages:
      awareness:
        name: {sv: Medvetenhet, en: Awareness}
        thoughts: [Kö igen, {sv: Är det något för mig?, en: Is it for me?}]
      decision: {name: {sv: Beslut, en: Decision}, goal: "2028"}
    """
SEVERAL: dict[str, str | None] = {
    "maps/handbook.yml": HANDBOOK,
    "maps/journeys/anna-ebike.yml": JOURNEY,
    "maps/journeys/bo-repair.yml": None,
    "maps/personas/bo.yml": None,
    "maps/touchpoints.yml": None,
    "maps/content.yml": None,
    "maps/about.md": "# Om oss\n\nFråga [Anna](persona:anna).\n",
    "maps/about.en.md": "# About us\n\nAsk [Anna](persona:anna).\n",
    "maps/only.en.md": "# Only in English\n",
    "maps/index.md": "Välkommen till [beslutet](journey:anna-ebike#decision).\n",
}
STAGE = "journeys/anna-ebike/decision/index.html"


def _choice(page: str) -> dict[str, str]:
    return {code: to for to, code in re.findall(r'<a href="([^"]*)" hreflang="(\w+)"', page)}


def _config(*lines: str) -> str:
    return "\n".join(("site_name: Small", "docs_dir: maps", "theme: {name: material, font: false}", *lines)) + "\n"


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A handbook in three languages, one of them written from the right."""
    from projects import SMALL

    folder = tmp_path_factory.mktemp("several")
    write(folder, {name: text for name, text in (SMALL | SEVERAL).items() if text is not None})
    options = "[search, {journey-site: {titles: {en: {Om oss: About}, ar: {Om oss: من نحن}}}}]"
    write(folder, {"mkdocs.yml": _config("site_url: https://example.com/h/", f"plugins: {options}", "nav: [journeys, {Om oss: about.md}]")})
    return build(folder, "--strict")


def test_every_page_is_there_in_every_language(several: Build) -> None:
    assert several.code == 0, several.said
    pages = {path.relative_to(several.site).as_posix() for path in several.site.rglob("*.html")}
    trees = {code: {page.removeprefix(f"{code}/") for page in pages if page.startswith(f"{code}/")} for code in ("en", "ar")}
    first = {page for page in pages if not page.startswith(("en/", "ar/"))}
    assert STAGE in first
    assert trees["ar"] == first
    assert trees["en"] - first == {"only/index.html"}
    assert first <= trees["en"]


def test_each_tree_speaks_its_own_language(several: Build) -> None:
    for folder, code, direction, stage in (("", "sv", "ltr", "Beslut"), ("en/", "en", "ltr", "Decision"), ("ar/", "ar", "rtl", "Beslut")):
        page = several.page(folder + STAGE)
        assert f'<html lang="{code}"' in page
        assert f'<body dir="{direction}"' in page
        assert f"<title>{stage} · " in page
        assert f'<link rel="canonical" href="https://example.com/h/{folder}journeys/anna-ebike/decision/">' in page
        # The theme has no word stems for Arabic that it would take by itself.
        assert json.loads(several.page(f"{folder}search/search_index.json"))["config"]["lang"] == [code if code != "ar" else "en"]
        assert f"https://example.com/h/{folder}personas/anna/" in several.page(f"{folder}sitemap.xml")
    assert "<title>Customer journeys</title>" in several.page("en/index.html")
    assert "2028" in several.page("en/" + STAGE)


def test_the_choice_leads_to_the_same_page(several: Build) -> None:
    for folder in ("", "en/", "ar/"):
        for path in (several.site / folder / "journeys").rglob("index.html"):
            here = path.relative_to(several.site).as_posix()
            tree = next((code for code in ("en/", "ar/") if here.startswith(code)), "")
            choice = _choice(several.page(here))
            assert list(choice) == ["sv", "en", "ar"]
            for code, to in choice.items():
                other = ("" if code == "sv" else f"{code}/") + here.removeprefix(tree)
                assert posixpath.normpath(posixpath.join(posixpath.dirname(here), to, "index.html")) == other
    whole = re.findall(r'<link rel="alternate " hreflang="(\w+)" href="([^"]*)">', several.page("ar/about/index.html"))
    assert whole == [(code, f"https://example.com/h/{folder}about/") for code, folder in (("sv", ""), ("en", "en/"), ("ar", "ar/"))]


def test_a_page_that_is_in_one_language_only_leads_to_the_start_of_the_others(several: Build) -> None:
    assert _choice(several.page("en/only/index.html")) == {"sv": "../../", "en": "./", "ar": "../../ar/"}
    assert not several.has("only/index.html")
    assert not several.has("only.en/index.html")
    assert not several.has("en/only.en/index.html")


def test_what_nobody_translated_shows_its_language(several: Build) -> None:
    english = several.page("en/journeys/anna-ebike/awareness/index.html")
    assert '<span lang="sv" class="journey-other" title="Swedish" dir="auto">Kö igen</span>' in english
    assert "<q>Is it for me?</q>" in english or ">Is it for me?" in english
    assert 'class="journey-other"' not in several.page("journeys/anna-ebike/awareness/index.html")
    # A number is the same in every language.
    assert not re.search(r'journey-other"[^>]*>2028', several.page("en/" + STAGE))


def test_hand_written_pages_are_read_in_the_language_of_the_tree(several: Build) -> None:
    assert '<h1 id="about-us">About us' in several.page("en/about/index.html")
    assert 'href="../personas/anna/">Anna</a>' in several.page("en/about/index.html")
    assert '<h1 id="om-oss">Om oss' in several.page("about/index.html")
    arabic = several.page("ar/about/index.html")
    assert '<div lang="sv" dir="ltr"><h1 id="om-oss">Om oss' in arabic
    assert 'class="journey-foreign"' in arabic
    assert "journey-foreign" not in several.page("en/about/index.html")


def test_the_navigation_is_called_as_the_option_says(several: Build) -> None:
    assert re.search(r'href="\.\./about/"[^>]*>\s*(<span class="md-ellipsis">)?\s*About\s', several.page("en/personas/index.html"))
    assert "من نحن" in several.page("ar/personas/index.html")
    assert "Om oss" in several.page("personas/index.html")


def test_files_as_addresses(small: Small, tmp_path: Path) -> None:
    built = small(SEVERAL | {"mkdocs.yml": _config("use_directory_urls: false", "plugins: [search, journey-site]")}, "--strict")
    assert built.code == 0, built.said
    assert _choice(built.page("en/journeys/anna-ebike/decision.html"))["sv"] == "../../../journeys/anna-ebike/decision.html"
    assert 'rel="alternate " hreflang' not in built.page("index.html")


def test_a_folder_where_a_language_belongs_is_told(small: Small) -> None:
    built = small(SEVERAL | {"maps/en/about.md": "# About\n"})
    assert built.code == 1
    assert 'the folder "en/" of the site is for its pages in English, and "en/about.md" would be lost there' in built.said
    assert "Traceback" not in built.said


def test_a_handbook_brings_words_of_its_own(small: Small) -> None:
    words = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\nmsgid "Personas"\nmsgstr "Persoonat"\n\n'
    words += 'msgid "step %(n)s of %(of)s"\nmsgstr "%(broken)s"\n'
    files = {"maps/handbook.yml": "title: X\nlanguages: [sv, fi]\n", "maps/locales/fi.po": words}
    built = small(files)
    assert built.code == 0, built.said
    assert "WARNING -  maps/locales/fi.po:8:8: %(broken)s is not known here" in built.said
    assert "<title>Persoonat - " in built.page("fi/personas/index.html")
    assert "Persoonat" not in built.page("personas/index.html")
    assert not list(built.site.rglob("*.po"))


def test_one_language_offers_no_choice(small: Small) -> None:
    built = small()
    assert "hreflang" not in built.page("index.html")
    assert not built.has("en/index.html")


def test_other_sites_that_mkdocs_yml_offers_stay(small: Small) -> None:
    extra = "extra: {alternate: [{name: Elsewhere, link: https://example.com/other/, lang: de}]}"
    built = small(SEVERAL | {"mkdocs.yml": _config(extra, "plugins: [search, journey-site]")})
    assert _choice(built.page("en/index.html")) == {"sv": "../", "en": "./", "ar": "../ar/", "de": "https://example.com/other/"}


def test_one_language_keeps_what_mkdocs_yml_offers(small: Small) -> None:
    extra = "extra: {alternate: [{name: Elsewhere, link: https://example.com/other/, lang: de}]}"
    assert _choice(small({"mkdocs.yml": _config(extra, "plugins: [search, journey-site]")}).page("about/index.html")) == {
        "de": "https://example.com/other/"
    }


def test_the_sitemap_at_the_root_lists_every_tree(several: Build) -> None:
    """It is the one that search engines are given."""
    whole = several.page("sitemap.xml")
    found = re.findall(r"<loc>https://example\.com/h/([^<]*)</loc>", whole)
    assert len(found) == len(set(found))
    for code in ("en", "ar"):
        own = re.findall(r"<loc>https://example\.com/h/([^<]*)</loc>", several.page(f"{code}/sitemap.xml"))
        assert own and set(own) < set(found) and all(address.startswith(f"{code}/") for address in own)
    assert "" in found and "en/journeys/anna-ebike/decision/" in found
    assert gzip.decompress((several.site / "sitemap.xml.gz").read_bytes()).decode() == whole
    ElementTree.fromstring(whole.encode())


def test_no_page_of_another_tree_is_loaded_into_this_ones_frame(small: Small) -> None:
    """The theme's instant navigation loads what the sitemap lists; without an address there is none to list."""
    files = {name: text for name, text in SEVERAL.items() if text is not None}
    config = "site_name: Small\ndocs_dir: maps\nsite_url: https://example.com/h/\ntheme: {name: material, font: false, features: [navigation.instant]}\nplugins: [search, journey-site]\n"
    built = small({**files, "mkdocs.yml": config, "maps/locales/sv.po": 'msgid "More"\nmsgstr "Övrigt <&>"\n', "maps/locales/en/x.po": ""})
    assert built.code == 0, built.said
    assert "/h/en/" not in built.page("sitemap.xml")
    assert "Övrigt &lt;&amp;&gt;" in built.page("index.html") and not (built.site / "locales").exists()
    assert "maps/locales/en/x.po:1:1: no words are read from here" in built.said


def test_the_themes_own_words_fall_back_as_ours_do(small: Small) -> None:
    """To the wider language, else to English, and never to another of the site's."""
    files = {"maps/handbook.yml": "title: X\nlanguage: sv\nlanguages: [sv, sv-FI, gsw]\n"}
    config = "site_name: Small\ndocs_dir: maps\ntheme: {name: material, font: false, language: sv}\nplugins: [search, journey-site]\n"
    built = small({**files, "mkdocs.yml": config})
    assert built.code == 0, built.said
    said = {folder: re.search(r'<html lang="([^"]+)"', built.page(f"{folder}index.html")) for folder in ("", "sv-FI/", "gsw/")}
    assert [found and found[1] for found in said.values()] == ["sv", "sv", "en"]
    for folder, stems in (("sv-FI/", ["sv"]), ("gsw/", ["en"])):
        assert json.loads(built.page(f"{folder}search/search_index.json"))["config"]["lang"] == stems
    assert 'lang="sv-FI"' in built.page("sv-FI/personas/index.html") and 'lang="gsw"' in built.page("gsw/personas/index.html")
