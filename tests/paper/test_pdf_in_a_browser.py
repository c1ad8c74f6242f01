"""``journey-site pdf`` with a real browser: what is in the files, read by another program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from pypdf.generic import Destination

from journey_site.cli.main import commands
from journey_site.paper.browser import NoBrowser, find_browser

HANDBOOK = """
title: Heat & homes
audiences: [internal, client]
departments:
  sales: {name: Sales and advice}
"""
PERSONA = "name: Göran Åkesson\nquote: I want the one that still runs when I'm eighty\ngoals: [Know the cost]\n"
JOURNEY = """
title: From oil to a heat pump
persona: goran
owner: sales
stages:
  awareness:
    name: Awareness
    emotion: -0.5
    thoughts: [Thirty-one thousand. For one tank.]
    our_goal: Be the name he knows
    pains: [{text: Nothing is broken, severity: 4}, {text: Margins are forty per cent, severity: 5, audience: internal}]
    touchpoints: [{touchpoint: fair, experience: -1}]
  decision:
    name: Decision
    emotion: 1
    opportunities: [{text: A quote on one page, impact: 5, effort: 2}]
"""
CONFIG = "site_name: Heat & homes\ndocs_dir: maps\n{site}theme: {{name: material, font: false}}\nplugins: [search, journey-site]\n"
A4, A3 = (595, 842), (1191, 842)


def write(folder: Path, site: str = "") -> None:
    for name, text in {
        "mkdocs.yml": CONFIG.format(site=site),
        "maps/handbook.yml": HANDBOOK,
        "maps/touchpoints.yml": "fair: {name: The house fair}\n",
        "maps/personas/goran.yml": PERSONA,
        "maps/journeys/pump.yml": JOURNEY,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def printed(folder: Path, *words: str) -> dict[str, Path]:
    """What the command wrote, by name."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(commands, ["pdf", *words])
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    found = {path.name: path for path in sorted((folder / "deliveries").rglob("*.pdf"))}
    assert {Path(line.split(":")[0]).name for line in result.stdout.splitlines()} == set(found)
    return found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    try:
        find_browser()
    except NoBrowser as reason:
        if os.environ.get("CI"):
            pytest.fail(str(reason))
        pytest.skip(str(reason))
    folder = tmp_path_factory.mktemp("paper")
    write(folder)
    return printed(folder)


def words_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def bookmarks(outline: list[object], level: int = 0) -> Iterator[tuple[int, str]]:
    for each in outline:
        if isinstance(each, list):
            yield from bookmarks(each, level + 1)
        elif isinstance(each, Destination):
            yield level, str(each.title)


def test_one_file_for_each(files: dict[str, Path]) -> None:
    assert [*files] == ["booklet-goran.pdf", "brief-sales.pdf", "poster-pump.pdf"]


@pytest.mark.parametrize(("name", "size"), [("poster-pump.pdf", A3), ("booklet-goran.pdf", A4), ("brief-sales.pdf", A4)])
def test_paper_of_the_right_size_with_page_numbers(files: dict[str, Path], name: str, size: tuple[int, int]) -> None:
    pages = PdfReader(files[name]).pages
    for at, page in enumerate(pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size
        said = " ".join(page.extract_text().split())
        assert f"{at} / {len(pages)}" in said
        assert "Edition: internal" in said


def test_the_words_are_those_of_the_handbook(files: dict[str, Path]) -> None:
    poster, booklet, brief = (words_of(files[name]) for name in ("poster-pump.pdf", "booklet-goran.pdf", "brief-sales.pdf"))
    for words in ("From oil to a heat pump", "Thirty-one thousand. For one tank.", "A quote on one page", "The house fair"):
        assert words in poster
        assert words in booklet
    assert "Know the cost" in booklet
    for words in ("Nothing is broken", "Be the name he knows", "Sales and advice"):
        assert words in brief


def test_bookmarks_lead_to_stages_and_parts(files: dict[str, Path]) -> None:
    booklet = [*bookmarks(PdfReader(files["booklet-goran.pdf"]).outline)]
    assert (0, "Göran Åkesson") in booklet
    assert booklet.index((1, "From oil to a heat pump")) < booklet.index((2, "Awareness")) < booklet.index((2, "Decision"))
    brief = [*bookmarks(PdfReader(files["brief-sales.pdf"]).outline)]
    assert brief[0] == (0, "Sales and advice")
    assert (1, "The worst") in brief


@pytest.mark.parametrize("name", ["poster-pump.pdf", "booklet-goran.pdf", "brief-sales.pdf"])
def test_tagged_in_its_language_with_all_fonts_inside(files: dict[str, Path], name: str) -> None:
    reader = PdfReader(files[name])
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "/StructTreeRoot" in root
    fonts = 0
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            told = font.get_object()
            inner = told["/DescendantFonts"][0].get_object() if "/DescendantFonts" in told else told
            drawn = told["/Subtype"] == "/Type3"  # each letter is a drawing within the file
            assert drawn or {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())
            fonts += 1
    assert fonts > 2


@pytest.mark.parametrize("name", ["poster-pump.pdf", "booklet-goran.pdf", "brief-sales.pdf"])
def test_no_link_leads_into_the_folder_that_it_was_printed_from(files: dict[str, Path], name: str) -> None:
    assert b"file:" not in files[name].read_bytes()
    words = words_of(files[name])
    assert not any(address in words for address in ("/decision/", "journeys/", "print/", "departments/")), "nobody knows where the site is"


def test_an_edition_with_links_to_its_site_and_the_same_bytes_twice(files: dict[str, Path], tmp_path: Path) -> None:
    write(tmp_path, "site_url: https://homes.example/handbook/\n")
    first = printed(tmp_path, "--audience", "client", "--journey", "pump")["poster-pump.pdf"]
    once = first.read_bytes()
    assert b"https://homes.example/handbook/touchpoints/fair/" in once
    words = words_of(first)
    assert "/decision/" in words
    assert "homes.example/handbook/journeys/pump/" in words
    assert "Margins" not in words
    assert "Edition" not in words  # everybody may read it
    assert "Margins" in words_of(files["poster-pump.pdf"])
    assert printed(tmp_path, "--audience", "client", "--journey", "pump")["poster-pump.pdf"].read_bytes() == once
