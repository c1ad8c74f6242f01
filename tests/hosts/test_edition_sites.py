"""Editions as whole sites: nothing of what they leave out is in any file, and a site that leaks is never published."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import Build, build, write

Small = Callable[..., Build]

CLOSED: dict[str, str | None] = {
    "mkdocs.yml": """\
        site_name: Small
        site_url: https://example.com/handbook/
        docs_dir: maps
        theme: {name: material, font: false, features: [content.action.edit]}
        plugins: [search, journey-site: {audience: public}]
        repo_url: https://example.com/small/handbook
        edit_uri: edit/main/maps/
        nav: [journeys, Inside: [inside/prices.md], About: [about.md]]
        """,
    "maps/handbook.yml": "title: A small handbook\naudiences: [internal, client, public]\n",
    "maps/personas/velomax.yml": "name: Velomax AB\naudience: client\nportrait: velomax.png\nquote: We only buy what our mechanics like\n",
    "maps/personas/velomax.png": "the portrait of velomax",
    "maps/personas/anna.yml": "name: Anna\nportrait: anna.png\n",
    "maps/personas/anna.png": "the portrait of anna",
    "maps/journeys/anna-ebike.yml": """\
        title: Buys an e-bike
        actors: [anna, velomax]
        stages:
          awareness:
            name: Awareness
            pains:
              - {text: "Margins are <b>forty</b> per cent & falling", audience: internal, severity: 4}
              - Queues again this morning
          decision: {name: Decision, audience: client, goal: Sign before the quarter ends}
        """,
    "maps/journeys/bo-repair.yml": None,
    "maps/personas/bo.yml": None,
    "maps/inside/prices.md": "---\naudience: internal\n---\n# What we pay our suppliers\n\n![](list.png)\n",
    "maps/inside/list.png": "a picture",
    "maps/about.md": "# About\n\nSee [the prices](inside/prices.md), [them][p] and [Anna](persona:anna).\n\n[p]: inside/prices.md\n",
    "maps/index.md": None,
}


@pytest.fixture(autouse=True)
def _on_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log of CI is anybody's, and tells less."""
    monkeypatch.delenv("CI", raising=False)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_edition_is_whole_and_knows_nothing_more(small: Small) -> None:
    built = small(CLOSED, "--strict")
    assert built.code == 0, built.said
    files = everything(built.site)
    assert {"personas/anna/index.html", "personas/anna.png", "journeys/anna-ebike/awareness/index.html", "about/index.html"} <= set(files)
    for secret in ("velomax", "Margins are", "forty", "suppliers", "prices.md", "list.png", "quarter ends", "edit/main", "internal", "client"):
        said = (name for name in files if not name.startswith("assets/"))
        assert [name for name in said if secret.encode() in files[name] or secret in name] == [], secret
    about = built.page("about/index.html")
    assert "See the prices, them and <a" in about
    assert "Inside" not in built.page("index.html")


def test_the_narrowest_edition_has_all_of_it(small: Small) -> None:
    built = small(CLOSED | {"mkdocs.yml": str(CLOSED["mkdocs.yml"]).replace("{audience: public}", "{audience: internal}")}, "--strict")
    assert built.code == 0, built.said
    assert built.has("inside/prices/index.html")
    assert built.has("personas/velomax.png")
    assert "/edit/main/maps/personas/anna.yml#L1" in built.page("personas/anna/index.html")


def test_edit_links_where_they_are_asked_for(small: Small) -> None:
    built = small(CLOSED | {"mkdocs.yml": str(CLOSED["mkdocs.yml"]).replace("{audience: public}", "{audience: public, edit_links: true}")})
    assert built.code == 0, built.said
    assert "/edit/main/maps/personas/anna.yml#L1" in built.page("personas/anna/index.html")


@pytest.mark.parametrize(
    "typed",
    [
        "Between us: Margins are *forty* per cent & falling, so hurry.",
        "<!-- Margins are <b>forty</b> per cent &amp; falling -->",
        "Their portrait is [here](personas/velomax.png).",
        "See [them](https://crm.example/customers/velomax-ab/).",
        "See <a href='journeys/anna-ebike/decision/'>the end</a>.",
    ],
)
def test_a_secret_in_a_hand_written_page_stops_the_build_and_leaves_the_last_site(small: Small, tmp_path: Path, typed: str) -> None:
    assert small(CLOSED).code == 0
    before = everything(tmp_path / "site")
    write(tmp_path, {"maps/about.md": f"# About\n\nAnna.\n\n{typed}\n", "maps/personas/anna.yml": "name: Anna Another\nportrait: anna.png\n"})
    built = build(tmp_path)
    assert built.code == 1
    assert "Traceback" not in built.said
    assert "maps/about.md:" in built.said
    assert "about/index.html" in built.said
    assert "nothing was published, and the last site stays as it was" in built.said
    assert everything(tmp_path / "site") == before
    assert not [path for path in tmp_path.iterdir() if "unfinished" in path.name]
    for secret in ("forty", "mechanics"):
        assert secret not in built.said


def test_archives_are_unpacked(small: Small, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes/today.json", json.dumps({"said": "Margins are <b>forty</b> per cent & falling"}))
    small(CLOSED)
    (tmp_path / "maps/notes.zip").write_bytes(packed.getvalue())
    built = build(tmp_path)
    assert built.code == 1
    assert "maps/notes.zip: a text of maps/journeys/anna-ebike.yml:7:" in built.said
    assert "notes.zip (notes/today.json)" in built.said


def test_a_public_log_names_no_file_whose_name_tells(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(CLOSED)
    write(tmp_path, {"maps/about.md": "# About\n\nWe only buy what our mechanics like. [x](personas/velomax.png)\n"})
    monkeypatch.setenv("CI", "true")
    built = build(tmp_path)
    assert built.code == 1
    assert "about/index.html" in built.said
    assert "a file that it leaves out" in built.said
    assert "velomax" not in built.said.lower()
    monkeypatch.delenv("CI")
    assert "maps/personas/velomax.yml:4:" in build(tmp_path).said


def test_problems_in_what_is_hidden_are_numbers_in_the_log(small: Small, tmp_path: Path) -> None:
    wrong = "name: Velomax AB\naudience: client\nagee: 4\nquote: See [them](persona:nobody-of-ours)\n"
    built = small(CLOSED | {"maps/personas/velomax.yml": wrong, "maps/personas/anna.yml": "name: Anna\nportrait: anna.png\nrol: Buyer\n"})
    assert built.code == 1
    assert "maps/personas/anna.yml:3:1" in built.said
    assert "2 errors in what this edition leaves out, or about it: unknown-field (1), unknown-persona (1)" in built.said
    for word in ("velomax", "Velomax", "agee", "nobody-of-ours"):
        assert word not in built.said


@pytest.mark.parametrize(("audience", "told"), [("public", "unknown-field (1)"), ("internal", 'maps/inside/prices.md:2:1: a page has no field "audiens"')])
def test_a_page_whose_audience_is_misspelt_is_not_published(small: Small, audience: str, told: str) -> None:
    config = str(CLOSED["mkdocs.yml"]).replace("audience: public", f"audience: {audience}")
    page = str(CLOSED["maps/inside/prices.md"]).replace("audience:", "audiens:")
    result = small(CLOSED | {"mkdocs.yml": config, "maps/inside/prices.md": page})
    assert result.code == 1 and told in result.said and not result.has("index.html")


def test_an_audience_that_does_not_exist(small: Small) -> None:
    wrong = {"maps/about.md": "---\ntitle: x\naudience: pubic\n---\n# About\n"}
    built = small(CLOSED | wrong)
    assert built.code == 1
    assert "1 error in what this edition leaves out, or about it: unknown-audience (1)" in built.said
    built = small(CLOSED | wrong | {"mkdocs.yml": str(CLOSED["mkdocs.yml"]).replace("{audience: public}", "{audience: internal}")})
    assert built.code == 1
    assert 'maps/about.md:3:11: "pubic" is no audience of this handbook (did you mean "public"?)' in built.said
    built = small(CLOSED | {"mkdocs.yml": str(CLOSED["mkdocs.yml"]).replace("{audience: public}", "{audience: pubic}")})
    assert built.code == 1
    assert 'has no audience "pubic"; did you mean "public"?' in built.said


def test_what_says_nothing_is_closed_where_asked(small: Small) -> None:
    built = small(CLOSED | {
        "maps/handbook.yml": "title: A small handbook\naudiences: [internal, client, public]\ndefault_audience: internal\n",
        "maps/personas/anna.yml": "name: Anna\naudience: public\nportrait: anna.png\n",
        "maps/journeys/anna-ebike.yml": "title: Buys an e-bike\nactors: [anna, velomax]\nstages: {awareness: {name: Awareness}}\n",
        "maps/journeys/short.yml": "title: Looks around\naudience: public\npersona: anna\nstages: {look: {name: Looks}}\n",
        "maps/about.md": "# About us all\n",
        "maps/open.md": "---\naudience: public\n---\n# Open to all\n\n![](shown.png)\n",
        "maps/shown.png": "a picture", "maps/forgotten.png": "a picture",
        "mkdocs.yml": str(CLOSED["mkdocs.yml"]).replace("About: [about.md]", "open.md"),
    }, "--strict")  # fmt: skip
    assert built.code == 0, built.said
    names = set(everything(built.site))
    assert {"open/index.html", "shown.png", "personas/anna/index.html", "personas/anna.png"} <= names
    assert not [name for name in names if name.startswith(("journeys/anna", "about", "forgotten", "inside")) or "velomax" in name]


def test_an_edition_that_shows_nothing_says_so(small: Small, tmp_path: Path) -> None:
    closed = {"maps/handbook.yml": "title: A small handbook\naudiences: [internal, client, public]\ndefault_audience: internal\n"}
    config = {"mkdocs.yml": str(CLOSED["mkdocs.yml"]).replace("        nav: [journeys, Inside: [inside/prices.md], About: [about.md]]\n", "")}
    built = small(CLOSED | closed | config)
    assert built.code == 0, built.said
    assert 'WARNING -  maps/handbook.yml:3:19: the edition for "public" shows nothing but its start page (default_audience leaves out' in built.said
    assert "write that where it should be shown" in built.said
    before = everything(tmp_path / "site")
    built = build(tmp_path, "--strict")
    assert built.code == 1
    assert "The handbook has 1 warning; nothing was built, and the last site stays as it was" in built.said
    assert everything(tmp_path / "site") == before


def test_pages_of_another_edition_are_found(small: Small, tmp_path: Path) -> None:
    small(CLOSED | {"mkdocs.yml": str(CLOSED["mkdocs.yml"]).replace("audience: public", "audience: client")})
    page = (tmp_path / "site/404.html").parent / "about/index.html"
    dragged = page.read_text(encoding="utf-8")
    write(tmp_path, {"maps/old/about.html": dragged, "mkdocs.yml": str(CLOSED["mkdocs.yml"])})
    built = build(tmp_path)
    assert built.code == 1
    assert re.search(r"maps/old/about.html:[0-9]+: a page of another edition", built.said)


# The folder beside


def test_a_failure_leaves_the_last_site_in_every_edition(small: Small, tmp_path: Path) -> None:
    assert small().code == 0
    (tmp_path / "site/.nojekyll").write_text("kept", encoding="utf-8")
    before = everything(tmp_path / "site")
    hook = "def on_post_build(config):\n    raise RuntimeError('broken at the end')\n"
    config = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    write(tmp_path, {"broken.py": hook, "mkdocs.yml": config + "hooks: [broken.py]\n"})
    assert build(tmp_path).code == 1
    assert everything(tmp_path / "site") == before
    write(tmp_path, {"mkdocs.yml": config, "maps/personas/bo.yml": "name: Bo\n"})
    (tmp_path / "maps/personas/anna.yml").write_text("name: Anna Lind\n", encoding="utf-8")
    built = build(tmp_path)
    assert built.code == 0, built.said
    assert "Anna Lind" in built.page("personas/anna/index.html")
    assert built.page(".nojekyll") == "kept"


def test_a_strict_build_that_mkdocs_refuses_publishes_nothing(small: Small, tmp_path: Path) -> None:
    assert small(None, "--strict").code == 0
    before = everything(tmp_path / "site")
    write(tmp_path, {"maps/about.md": "# About\n\n[nowhere](nowhere.md)\n"})
    assert build(tmp_path, "--strict").code == 1
    assert everything(tmp_path / "site") == before
    assert not [path for path in tmp_path.iterdir() if "unfinished" in path.name]


def test_files_as_addresses_and_a_site_from_disk(small: Small) -> None:
    config = str(CLOSED["mkdocs.yml"]).replace("plugins: [search,", "use_directory_urls: false\n        plugins: [search, offline,")
    built = small(CLOSED | {"mkdocs.yml": config}, "--strict")
    assert built.code == 0, built.said
    assert built.has("personas/anna.html")
    assert built.has("search/search_index.js")
    assert "velomax" not in built.page("search/search_index.js").lower()


def test_a_dirty_build_writes_in_place_and_keeps_no_leaking_page(small: Small, tmp_path: Path) -> None:
    assert small(CLOSED).code == 0
    write(tmp_path, {"maps/about.md": "# About\n\nWe only buy what our mechanics like.\n"})
    built = build(tmp_path, "--dirty")
    assert built.code == 1
    assert "the files that hold it were removed" in built.said
    assert not built.has("about/index.html")
    assert built.has("personas/anna/index.html")


def test_a_dirty_build_keeps_no_page_of_a_narrower_edition(small: Small, tmp_path: Path) -> None:
    inside = str(CLOSED["mkdocs.yml"]).replace("{audience: public}", "{audience: internal}")
    assert small(CLOSED | {"mkdocs.yml": inside}).code == 0
    write(tmp_path, {"mkdocs.yml": str(CLOSED["mkdocs.yml"])})
    assert build(tmp_path, "--dirty").code == 1
    names = [path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*")]
    assert [name for name in names if "velomax" in name or name.startswith("inside")] == []


def test_names_of_files_in_one_s_own_templates_are_looked_at(small: Small) -> None:
    config = str(CLOSED["mkdocs.yml"]).replace("features: [content.action.edit]", "custom_dir: own")
    built = small(CLOSED | {"mkdocs.yml": config, "own/assets/velomax/stripes.png": "a picture"})
    assert built.code == 1
    assert "own/assets/velomax/stripes.png: a name of maps/personas/velomax.yml:1:1 (in the site: assets/velomax/stripes.png)" in built.said


def test_a_word_that_pages_and_programs_use_is_no_leak(small: Small) -> None:
    hidden = "title: Secret\naudience: internal\nstages: {active: {name: Active, goal: Nobody outside may ever read this}}\n"
    style = "p:not([hidden]) a.hidden { color: red }\n"
    built = small(
        CLOSED | {"maps/journeys/hidden.yml": hidden, "maps/index.md": "# Home\n\nIt is no secret that <b hidden>x</b>.\n", "maps/own.css": style}
    )
    assert built.code == 0, built.said
    assert not built.has("journeys/hidden/index.html")


def test_the_address_of_what_is_hidden_is_a_leak_however_it_is_written(small: Small) -> None:
    hidden = "title: Secret\naudience: internal\nstages: {active: {name: Active, goal: Nobody outside may ever read this}}\n"
    for typed in ("[x](journeys/hidden/)", '<a href="journeys/hidden/">x</a>', "<https://example.com/handbook/journeys/hidden/>"):
        built = small(CLOSED | {"maps/journeys/hidden.yml": hidden, "maps/index.md": f"# Home\n\n{typed}\n"})
        assert built.code == 1, typed
        assert "the address of maps/journeys/hidden.yml:1:1" in built.said
