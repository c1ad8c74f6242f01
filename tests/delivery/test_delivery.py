"""A site that is handed over: what is in the zip, from what it was made, and what it would ask of others."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repositories import Repository, needs_git

from journey_site.delivery.building import _without_last_words
from journey_site.delivery.from_disk import files_of, make_ready
from journey_site.delivery.other_hosts import asked_of_others
from journey_site.delivery.packed import manifest, packed
from journey_site.delivery.read_me import Cover, read_me
from journey_site.delivery.source import differs, moment, revision_of
from journey_site.delivery.told import NoEdition, read_told
from journey_site.site.language import Language

FILES = {"index.html": b"<p>a</p>", "a/b.css": b"p {}", "a.svg": b"<svg/>"}


@given(files=st.dictionaries(st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?\.html", fullmatch=True), st.binary(max_size=200)), seconds=st.integers(0, 10**11))
def test_the_same_files_make_the_same_zip_in_whatever_order_they_come(files: dict[str, bytes], seconds: int) -> None:
    one = packed(files.items(), seconds)
    assert packed(list(files.items())[::-1], seconds) == one
    archive = zipfile.ZipFile(BytesIO(one))
    assert {name: archive.read(name) for name in archive.namelist()} == files
    assert archive.namelist() == sorted(files)
    assert all(entry.external_attr >> 16 == 0o100644 for entry in archive.infolist())


def test_entries_are_dated_within_what_a_zip_knows() -> None:
    days = {0: 1980, 10**11: 2107, int(datetime(2026, 11, 20, 8, 30, tzinfo=UTC).timestamp()): 2026}
    for seconds, year in days.items():
        assert zipfile.ZipFile(BytesIO(packed(FILES.items(), seconds))).infolist()[0].date_time[0] == year


def test_a_manifest_has_the_sum_of_each_file() -> None:
    said = json.loads(manifest({"title": "Å", "audience": None}, FILES.items()))
    assert said["version"] == 1
    assert said["title"] == "Å"
    assert said["files"] == {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    assert list(said["files"]) == sorted(FILES)


def test_what_it_is_and_how_to_open_it_is_said_in_each_language_once() -> None:
    covers = [Cover("en", "A handbook", "Acme AB"), Cover("sv", "En handbok", "En handbok"), Cover("en", "A handbook", "Acme AB")]
    words = read_me(covers, "client", date(2026, 11, 20)).decode("utf-8-sig")
    assert words.count("\r\n") == words.count("\n")
    lines = words.splitlines()
    assert lines[:7] == ["A handbook", "Acme AB", "Edition: client", "Nov 20, 2026", "", "Unpack everything into a folder, then open index.html.", ""]
    assert lines[8:] == ["En handbok", Language("sv").gettext("Edition: %(name)s") % {"name": "client"}, "20 nov. 2026", "", lines[12], ""]
    assert lines[12].startswith("Packa upp allt")


def test_without_audiences_no_edition_is_named() -> None:
    words = read_me([Cover("en", "A", "")], "", date(2026, 11, 20)).decode("utf-8-sig")
    assert words.splitlines()[:3] == ["A", "Nov 20, 2026", ""]


def test_a_site_for_the_disk(tmp_path: Path) -> None:
    for name, text in {
        "index.html": "", "404.html": "", "sitemap.xml": "", "sv/sitemap.xml.gz": "", "a.js": "", "a.js.map": "", "own.map": "",
        "search/search_index.json": '{"docs":[{"text":"a\u2028b"}]}', "sv/search/search_index.json": "{}", "data/search_index.json": "{}",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    make_ready(tmp_path)
    files = dict(files_of(tmp_path))
    assert list(files) == [
        "a.js", "data/search_index.json", "index.html", "own.map", "search/search_index.js", "search/search_index.json",
        "sv/search/search_index.js", "sv/search/search_index.json",
    ]  # fmt: skip
    assert files["search/search_index.js"] == b'var __index = {"docs":[{"text":"a\\u2028b"}]}'


def test_the_search_keeps_what_it_knows_of_the_languages_that_it_finds_words_in(tmp_path: Path) -> None:
    known = [*(f"min/lunr.{name}.min.js" for name in ("da", "ja", "multi", "stemmer.support", "sv", "th")), "tinyseg.js", "wordcut.js"]
    for tree, language in {"": "en", "sv/": "sv", "ja/": "ja"}.items():
        index = tmp_path / tree / "search" / "search_index.json"
        index.parent.mkdir(parents=True)
        index.write_text(json.dumps({"config": {"lang": [language]}, "docs": []}), encoding="utf-8")
        for name in known:
            path = tmp_path / tree / "assets/javascripts/lunr" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
    make_ready(tmp_path)
    names = [name.replace("assets/javascripts/lunr/", "") for name, _ in files_of(tmp_path) if "lunr/" in name]
    always = ["min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js"]
    assert [name for name in names if "/" not in name or name.startswith("min")] == always
    assert [name[3:] for name in names if name.startswith("sv/")] == [*always, "min/lunr.sv.min.js"]
    assert [name[3:] for name in names if name.startswith("ja/")] == ["min/lunr.ja.min.js", *always, "tinyseg.js"]


@pytest.mark.parametrize("shown", [False, True])
def test_the_themes_icon_goes_along_where_a_page_shows_it(tmp_path: Path, *, shown: bool) -> None:
    (tmp_path / "assets" / "images").mkdir(parents=True)
    (tmp_path / "assets" / "images" / "favicon.png").write_bytes(b"")
    (tmp_path / "index.html").write_text(f'<link rel="icon" href="{"assets/images/favicon.png" if shown else "images/own.svg"}">', encoding="utf-8")
    make_ready(tmp_path)
    assert (tmp_path / "assets" / "images" / "favicon.png").exists() == shown


def test_word_of_a_delivery_that_nobody_said_an_edition_of(tmp_path: Path) -> None:
    (tmp_path / "told.json").write_text('{"choose": ["internal", "client"]}', encoding="utf-8")
    assert read_told(tmp_path / "told.json") == NoEdition(("internal", "client"))


def test_the_last_words_of_mkdocs_are_left_out() -> None:
    said = ["INFO - a", "", "INFO - b", "", "Aborted with a BuildError!"]
    assert list(_without_last_words(said)) == ["INFO - a", "", "INFO - b"]


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ('<link rel="stylesheet" href="https://fonts.example/css?a&amp;b">', ["https://fonts.example/css?a&b"]),
        ('<script src=//cdn.example/x.js></script>', ["//cdn.example/x.js"]),
        ('<img srcset="a.png 1x, https://x.example/b.png 2x" src="a.png">', ["https://x.example/b.png"]),
        ('<iframe src="HTTPS://x.example/"></iframe><video poster="http://x.example/p.png"></video>', ["HTTPS://x.example/", "http://x.example/p.png"]),
        ('<p style="background: url(\'https://x.example/p.png\')">', ["https://x.example/p.png"]),
        ('<style>@import "https://x.example/a.css"; p { background: url(a.png) }</style>', ["https://x.example/a.css"]),
        ('<pre class="mermaid">a</pre>', ["https://unpkg.com/mermaid"]),
        ('<pre class="mermaid">a</pre><script src="mermaid.js"></script>', []),
        ('<a href="https://x.example">x</a><link rel="canonical" href="https://x.example/"><img src="a.png">', []),
        ('<link rel="alternate" hreflang="sv" href="https://x.example/sv/"><code>url(https://x.example)</code>', []),
        ("<script>const a = '<img src=https://x.example>'</script>", []),
    ],
)
def test_what_a_page_asks_of_other_hosts(page: str, asked: list[str]) -> None:
    assert list(asked_of_others([("a.html", page.encode())])) == asked


def test_what_a_style_sheet_and_a_drawing_ask_of_other_hosts() -> None:
    files = [
        ("a.css", b"@font-face { src: url(https://x.example/f.woff2) } @import url('//y.example/a.css');"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image xlink:href="https://x.example/p.png"/></svg>'),
        ("a.js", b"fetch('https://x.example')"),
        ("b.css", b"@font-face { src: url(https://x.example/f.woff2) }"),
    ]
    assert asked_of_others(files) == {"https://x.example/f.woff2": "a.css", "//y.example/a.css": "a.css", "https://x.example/p.png": "a.svg"}


def test_the_moment_of_a_delivery(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert moment(None) == 1795219200
    for nonsense in ("", "soon", "9" * 20):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
        assert moment(None) % (24 * 60 * 60) == 0


def test_outside_of_git_there_is_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert revision_of(tmp_path) is None
    assert differs(tmp_path, [tmp_path], tmp_path / "a.zip")


@needs_git
def test_the_revision_and_whether_files_differ_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    repository = Repository(tmp_path / "r")
    maps, zipped = repository.folder / "maps", repository.folder / "maps" / "client.zip"
    assert revision_of(repository.folder) is None  # nothing is committed yet
    repository.commit("2026-03-01", {"maps/handbook.yml": "title: T\n", "other/a.txt": "a"})
    revision = revision_of(maps)
    assert revision is not None
    assert revision.commit == repository.git("rev-parse", "HEAD").strip()
    assert datetime.fromtimestamp(moment(revision), UTC).date().isoformat() == "2026-03-01"
    assert not differs(maps, [maps], zipped)
    (repository.folder / "other" / "a.txt").write_text("b")
    zipped.write_bytes(b"")
    assert not differs(maps, [maps], zipped)  # neither is of the handbook
    (maps / "näw.yml").write_text("")
    assert differs(maps, [maps], zipped)
    (maps / "näw.yml").unlink()
    (maps / "handbook.yml").write_text("title: U\n")
    assert differs(maps, [maps], zipped)
    assert differs(maps, [repository.folder / "other", tmp_path], zipped)  # what is not in the repository is in no revision


def test_nobody_told_anything(tmp_path: Path) -> None:
    assert read_told(tmp_path / "none.json") is None
    (tmp_path / "half.json").write_text("{")
    assert read_told(tmp_path / "half.json") is None
