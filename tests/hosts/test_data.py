"""The files of data in real builds: where they lie, who links to them, whose file wins."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from projects import Build

Small = Callable[..., Build]
LISTS = ("personas", "journeys", "touchpoints", "content")
CONFIG = "site_name: Small\ndocs_dir: maps\ntheme: {name: material, font: false}\n"


@pytest.mark.parametrize(
    ("config", "anna", "up"),
    [
        (CONFIG + "site_url: https://example.com/h\nplugins: [search, journey-site]\n", "personas/anna/", "../"),
        (CONFIG + "use_directory_urls: false\nplugins: [search, journey-site]\n", "personas/anna.html", "../"),
        (CONFIG + "plugins: [search, offline, journey-site]\n", "personas/anna.html", "../"),
    ],
    ids=["folders", "files", "offline"],
)
def test_they_are_written_and_linked(config: str, anna: str, up: str, small: Small) -> None:
    built = small({"mkdocs.yml": config, "maps/about.md": "# About\n\n[All of it](handbook.json), [people](data/personas.csv)\n"}, "--strict")
    assert built.code == 0, built.said
    flat = "index.html" if "html" in anna else ""
    for name in LISTS:
        assert built.has(f"data/{name}.csv") and built.has(f"data/{name}.xlsx")
        page = built.page(f"{name}/index.html")
        assert f'href="{up}data/{name}.csv"' in page and f'href="{up}data/{name}.xlsx"' in page
    assert 'href="handbook.json" download' in built.page("index.html")
    data = json.loads(built.page("handbook.json"))
    assert [persona["address"] for persona in data["personas"]] == [anna, anna.replace("anna", "bo")]
    assert data["journeys"][0]["stages"][1]["address"] == anna.replace("personas/anna", "journeys/anna-ebike/decision")
    assert data.get("site") == (None if flat else "https://example.com/h/")
    csv = built.page("data/personas.csv")
    assert f",anna,{'' if flat else 'https://example.com/h/'}{anna}\n" in csv.replace("\r\n", "\n")
    assert json.loads(built.page("handbook.schema.json"))["title"] == "journey-site handbook 1"


@pytest.mark.parametrize("opened", [True, False], ids=["opened by hand", "ours"])
def test_the_start_page_names_the_json_to_programs(opened: bool, small: Small) -> None:
    built = small(None if opened else {"maps/index.md": None})
    link = '<link rel="alternate " type="application/json" href="{}handbook.json">'
    assert link.format("") in built.page("index.html") or link.format("./") in built.page("index.html")
    assert 'type="application/json" href' not in built.page("personas/anna/index.html")


def test_a_file_of_ones_own_wins(small: Small) -> None:
    built = small({
        "maps/handbook.json": "{}\n",
        "maps/data/personas.csv": "mine\n",
        "maps/data/journeys.csv.md": "# A page with an odd name\n",
        "maps/data/index.md": "# A page about data\n",
    })  # fmt: skip
    assert built.code == 0, built.said
    assert (built.page("handbook.json"), built.page("data/personas.csv")) == ("{}\n", "mine\n")
    assert built.has("data/journeys.csv/index.html") and built.has("data/index.html")
    assert built.has("data/personas.xlsx") and built.has("data/journeys.xlsx")


def test_what_is_excluded_is_in_nobodys_way(small: Small) -> None:
    config = CONFIG + "plugins: [search, journey-site]\nexclude_docs: |\n  /data/\n  handbook.json\n"
    built = small({"mkdocs.yml": config, "maps/handbook.json": "{}\n", "maps/data/raw.txt": "raw\n"}, "--strict")
    assert built.code == 0, built.said
    assert built.has("data/personas.csv") and not built.has("data/raw.txt")
    assert json.loads(built.page("handbook.json"))["version"] == 1


def test_an_edition_hides_what_it_hides_from_every_file(small: Small) -> None:
    built = small({
        "mkdocs.yml": CONFIG + "plugins: [search, journey-site: {audience: client}]\n",
        "maps/handbook.yml": "title: H\naudiences: [internal, client]\n",
        "maps/personas/bo.yml": "name: Bo Berg\naudience: internal\nx-salary: 900\n",
        "maps/about.md": None,
    })  # fmt: skip
    assert built.code == 0, built.said
    for path in (built.site / "handbook.json", *(built.site / "data").glob("*.csv")):
        text = path.read_text(encoding="utf-8")
        assert not [word for word in ("Berg", '"bo"', "salary", "internal", ".yml") if word in text], path
