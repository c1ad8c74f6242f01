"""The page of changes and its feeds in real builds: in repositories, without them, and built twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from projects import SMALL, Build, build
from repositories import Repository, needs_git

pytestmark = needs_git

Small = Callable[..., Build]
ATOM = "{http://www.w3.org/2005/Atom}"
CONFIG = "site_name: Small\ndocs_dir: maps\ntheme: {name: material, font: false}\n"
WITH_ADDRESS = CONFIG + "site_url: https://example.com/h/\nplugins: [search, journey-site]\n"
WITH_OPTION = CONFIG + "plugins:\n  - search\n  - journey-site: {changes: OPTION}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The small handbook, which began in August and changed in October."""
    made = Repository(tmp_path)
    made.commit("2026-08-14", {**SMALL, "mkdocs.yml": WITH_ADDRESS})
    journey = SMALL["maps/journeys/anna-ebike.yml"]
    made.commit("2026-10-02", {
        "maps/departments.yml": "sales: {name: Sales}\n",
        "maps/journeys/anna-ebike.yml": journey.replace("emotion: -1", "emotion: -2\n            owner: sales"),
        "maps/journeys/bo-repair.yml": None,
    })  # fmt: skip
    return made


def test_the_page_tells_what_changed(repository: Repository) -> None:
    built = build(repository.folder, "--strict")
    assert built.code == 0, built.said
    page = built.page("changes/index.html")
    words = re.sub(r"<[^>]+>|\s+", " ", page)
    assert re.sub(" +", " ", words).count("emotion −1 → −2; owner: nobody → Sales") == 1
    assert 'href="../journeys/anna-ebike/decision/">Decision</a>' in page
    assert "Has it repaired" in page and "bo-repair/" not in page
    assert page.index('id="2026-10"') < page.index('id="2026-08"')
    assert "The handbook begins, with 2 personas and 2 journeys." in words
    assert 'href="../changes/"' in built.page("personas/index.html")
    assert '"changes/' not in built.page("search/search_index.json") or "emotion" not in built.page("search/search_index.json")


def test_feeds_of_all_of_a_persona_and_of_a_department(repository: Repository) -> None:
    built = build(repository.folder, "--strict")
    feeds = {
        name: ElementTree.fromstring(built.page(f"changes/{name}.xml"))
        for name in ("feed", "persona-anna", "persona-bo", "department-sales")
    }
    titles = {name: [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] for name, feed in feeds.items()}
    assert titles == {
        "feed": ["Anna · Buys an e-bike", "Bo <b>Berg</b> & Co · Has it repaired", "Sales"],
        "persona-anna": ["Anna · Buys an e-bike"],
        "persona-bo": ["Bo <b>Berg</b> & Co · Has it repaired"],
        "department-sales": ["Anna · Buys an e-bike", "Sales"],
    }
    entry = next(feeds["persona-anna"].iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}id") == "https://example.com/h/changes/#2026-10-journeys-anna-ebike"
    assert entry.findtext(f"{ATOM}updated") == "2026-10-02T00:00:00Z"
    assert entry.findtext(f"{ATOM}content") == "<ul><li>Decision: emotion −1 → −2; owner: nobody → Sales</li></ul>"
    assert 'id="2026-10-journeys-anna-ebike"' in built.page("changes/index.html")
    for name in feeds:
        assert f'href="{name}.xml"' in built.page("changes/index.html")


def _led_to(built: Build, path: str) -> list[tuple[str, str]]:
    head = built.page(path).split("</head>")[0]
    return re.findall(r'<link rel="alternate " type="application/atom\+xml" title="([^"]*)" href="([^"]*)">', head)


def test_the_head_of_a_page_leads_to_the_feeds_of_what_it_is_about(repository: Repository) -> None:
    built = build(repository.folder, "--strict")
    assert built.code == 0, built.said
    everything = "Changes – A small handbook"
    assert _led_to(built, "index.html") == [(everything, "changes/feed.xml")]
    assert _led_to(built, "changes/index.html") == [(everything, "feed.xml")]
    assert _led_to(built, "personas/anna/index.html") == [
        ("Changes · Anna – A small handbook", "../../changes/persona-anna.xml"),
        (everything, "../../changes/feed.xml"),
    ]
    assert _led_to(built, "departments/sales/index.html")[0] == ("Changes · Sales – A small handbook", "../../changes/department-sales.xml")
    assert _led_to(built, "personas/bo/index.html")[0][0] == "Changes · Bo &lt;b&gt;Berg&lt;/b&gt; &amp; Co – A small handbook"
    assert _led_to(built, "journeys/anna-ebike/index.html") == _led_to(built, "touchpoints/index.html") == []
    for page, feed in (("personas/anna", "persona-anna"), ("departments/sales", "department-sales")):
        (link,) = re.findall(rf'<a[^>]* href="../../changes/{feed}.xml"[^>]*>.*?</a>|<a href="../../changes/{feed}.xml">.*?</a>', built.page(f"{page}/index.html"))
        assert "Follow what changes" in link
        assert built.has(f"changes/{feed}.xml")


def test_a_start_page_opened_by_hand_leads_to_the_feed_too(repository: Repository) -> None:
    (repository.folder / "maps/index.md").write_text("# Welcome\n\nHere we are.\n", encoding="utf-8")
    built = build(repository.folder, "--strict")
    assert built.code == 0, built.said
    assert [address for _title, address in _led_to(built, "index.html")] == ["changes/feed.xml"]


def test_without_an_address_of_its_own_a_site_has_no_feeds(repository: Repository) -> None:
    (repository.folder / "mkdocs.yml").write_text(CONFIG + "plugins: [search, journey-site]\n", encoding="utf-8")
    built = build(repository.folder, "--strict")
    assert built.has("changes/index.html") and not built.has("changes/feed.xml")
    for page in ("index.html", "personas/anna/index.html", "departments/sales/index.html"):
        assert _led_to(built, page) == [] and "Follow what changes" not in built.page(page)
    assert ".xml" not in built.page("changes/index.html").split('class="journey journey-changes"')[1]


@pytest.mark.parametrize(("option", "there"), [("1", True), ("false", False)])
def test_the_option(option: str, there: bool, repository: Repository) -> None:
    (repository.folder / "mkdocs.yml").write_text(WITH_OPTION.replace("OPTION", option), encoding="utf-8")
    built = build(repository.folder, "--strict")
    assert built.code == 0, built.said
    assert built.has("changes/index.html") == there
    if there:
        assert 'id="2026-08"' not in built.page("changes/index.html")
    assert "page of changes" not in built.said


def test_two_builds_give_the_same_bytes_and_the_second_reads_what_was_kept(repository: Repository) -> None:
    def made(built: Build) -> dict[str, bytes]:
        assert built.code == 0, built.said
        return {path.name: path.read_bytes() for path in (built.site / "changes").iterdir()}

    first = made(build(repository.folder, "--strict"))
    kept = {path.name for path in (repository.folder / ".cache/journey-site").iterdir()}
    assert kept and made(build(repository.folder, "--strict")) == first
    assert {path.name for path in (repository.folder / ".cache/journey-site").iterdir()} == kept
    assert ".cache" not in repository.git("status", "--porcelain")


def test_a_page_of_ones_own_wins(repository: Repository) -> None:
    (repository.folder / "maps/changes").mkdir()
    (repository.folder / "maps/changes/index.md").write_text("# What is new\n\nMine.\n", encoding="utf-8")
    built = build(repository.folder, "--strict")
    assert built.code == 0, built.said
    assert "Mine." in built.page("changes/index.html") and "journey-changes" not in built.page("changes/index.html")


def test_without_history_there_is_no_page_and_one_line_says_so(small: Small, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    built = small(None, "--strict")
    assert built.code == 0, built.said
    assert built.said.count("There is no page of changes: the handbook's folder is not kept in git") == 1
    assert not built.has("changes/index.html") and "changes/" not in built.page("index.html")


def test_a_shallow_clone_builds_and_says_so_once(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(clone))
    built = build(clone, "--strict")
    assert built.code == 0, built.said
    assert built.said.count("There is no page of changes: this is a shallow clone") == 1
    assert not built.has("changes/index.html")
