"""A deck as another program reads it: native text, tables and a chart, each said to those who do not see it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from journey_site.deck.deck import deck_of
from journey_site.site.addresses import directory_address
from journey_site.site.language import Language
from journey_site.site.pages import Site
from journey_site.site.voice import Voice

JOURNEY = """
title: {en: From oil to a heat pump, sv: Från olja till värmepump}
persona: anna
scenario: It is **late** October
stages:
  see: {name: See it, emotion: -1, thoughts: ["Is it <b>worth</b> it?"], pains: [{text: Dear, severity: 4}]}
  ask: {name: Ask, touchpoints: [{name: The fair, experience: 1.5}], content: [{name: Price list, status: missing}]}
  buy:
    name: Buy
    emotion: 1.5
    feelings: [proud]
    owner: sales
    opportunities:
      - {text: A quote on one page, impact: 3, effort: 2, solves: [slow]}
      - {text: Ring back, impact: 5, effort: 1, owner: sales}
      - {text: Given up, impact: 5, status: dropped}
    pains: [{id: slow, text: Eleven days}]
"""
FILES = {
    "handbook.yml": "title: Heat & homes\nlanguages: [en, sv]\ndepartments: {sales: {name: Sales}}\nbrand: {primary: '#ffd400'}\n",
    "personas/anna.yml": "name: Anna Ek\nquote: How much\nportrait: {file: anna.jpg, alt: Anna smiles}\ngoals: [Know the price]\n",
    "personas/anna.jpg": "",
    "journeys/pump.yml": JOURNEY,
}


def nothing(_name: str) -> None:
    return None


def deck(site: Site, journey: str = "pump", language: str = "en", pictures: Callable[[str], bytes | None] = nothing) -> Any:
    return Presentation(BytesIO(made(site, journey, language, pictures)))


def made(site: Site, journey: str = "pump", language: str = "en", pictures: Callable[[str], bytes | None] = nothing) -> bytes:
    voice = Voice(site.atlas, Language(language))
    return deck_of(site.atlas.journeys[journey], voice, pictures, lambda uri: "https://x.example/" + directory_address(uri))[0]


def titles(presentation: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in presentation.slides]


def tables(slide: Any) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in shape.table.rows] for shape in slide.shapes if shape.has_table]


def slide_called(presentation: Any, title: str) -> Any:
    return next(slide for slide in presentation.slides if slide.shapes.title.text_frame.text == title)


@pytest.fixture
def site(site_of: Callable[..., Site]) -> Site:
    return site_of(FILES)


def test_who_the_map_the_curve_a_slide_for_each_stage_and_opportunities(site: Site) -> None:
    assert titles(deck(site)) == [
        "From oil to a heat pump", "Anna Ek", "The whole journey", "The map", "How it feels",
        "1. See it", "2. Ask", "3. Buy", "Opportunities", "What this rests on",
    ]  # fmt: skip


def test_the_map_is_a_table_of_lanes_by_stages(site: Site) -> None:
    (table,) = tables(slide_called(deck(site), "The map"))
    assert table[0] == ["Stage", "1. See it", "2. Ask", "3. Buy"]
    lanes = {row[0]: row[1:] for row in table[1:]}
    assert lanes["Thinks"] == ["Is it <b>worth</b> it?", "", ""]
    assert lanes["Emotion"] == ["bad −1", "unknown", "very good +1.5"]
    assert lanes["Touchpoints"] == ["", "The fair  very good +1.5", ""]
    assert lanes["Recommended content"] == ["", "Price list  missing", ""]


def test_the_curve_is_a_native_chart_with_a_gap_where_nothing_is_known(site: Site) -> None:
    slide = slide_called(deck(site), "How it feels")
    (chart,) = [shape for shape in slide.shapes if shape.has_chart]
    (series,) = chart.chart.plots[0].series
    assert [*chart.chart.plots[0].categories] == ["See it", "Ask", "Buy"]
    assert [*series.values] == [-1, None, 1.5]
    assert chart.chart._chartSpace.xpath(".//c:dispBlanksAs/@val") == ["gap"]
    assert (chart.chart.value_axis.minimum_scale, chart.chart.value_axis.maximum_scale) == (-2, 2)
    assert "See it −1" in described(chart)
    assert any("Nobody has said how it feels in Ask." in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_several_actors_are_several_lines(demo: Site) -> None:
    presentation = deck(demo, "housing-cooperative")
    (chart,) = [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]
    assert [series.name for series in chart.plots[0].series] == ["Kerstin", "Farid", "Tommy"]
    assert None in chart.plots[0].series[1].values
    assert chart.has_legend
    dashes = {series.format.line.dash_style for series in chart.plots[0].series}
    assert len(dashes) == 3


def test_a_stage_says_both_sides(site: Site) -> None:
    theirs, ours = tables(slide_called(deck(site), "3. Buy"))
    assert theirs[0][0] == "What the customer lives through"
    assert ["How Anna feels", "proud"] in theirs
    assert ["Pains", "Eleven days"] in theirs
    assert ours[-1] == ["Owner", "Sales"]
    assert tables(slide_called(deck(site), "2. Ask"))[-1][-1] == ["Owner", "no owner"]


def test_opportunities_that_are_open_the_most_promising_first(site: Site) -> None:
    (table,) = tables(slide_called(deck(site), "Opportunities"))
    assert table == [
        ["Opportunity", "Stage", "Impact", "Effort", "Owner", "State"],
        ["Ring back", "Buy", "5/5", "1/5", "Sales", ""],
        ["A quote on one page\nwould end: Eleven days", "Buy", "3/5", "2/5", "no owner", ""],
    ]


def test_notes_tell_the_page_and_words_their_language(site: Site) -> None:
    presentation = deck(site, language="sv")
    notes = [slide.notes_slide.notes_text_frame.text for slide in presentation.slides]
    assert notes[1].endswith("https://x.example/personas/anna/")
    assert notes[5].endswith("https://x.example/journeys/pump/see/")
    runs = [run for slide in presentation.slides for run in slide.shapes._spTree.xpath(".//a:r")]
    assert {run.rPr.get("lang") for run in runs} == {"sv-SE", "en-GB"}
    assert titles(presentation)[0] == "Från olja till värmepump"


def described(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr"))


@pytest.mark.parametrize("journey", ["oil-to-heat-pump", "housing-cooperative", "any-tuesday", "warm-cabin"])
def test_every_slide_has_a_title_of_its_own_and_every_drawing_words(demo: Site, journey: str) -> None:
    presentation = deck(demo, journey)
    assert len(set(titles(presentation))) == len(presentation.slides)
    for slide in presentation.slides:
        assert slide.shapes.title.text_frame.text
        ids = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.AUTO_SHAPE):
                assert described(shape) not in ("", "None")


@pytest.mark.parametrize("journey", ["oil-to-heat-pump", "housing-cooperative", "any-tuesday", "warm-cabin"])
def test_nothing_is_planned_below_the_slide(demo: Site, journey: str) -> None:
    presentation = deck(demo, journey)
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= presentation.slide_height, slide.shapes.title.text_frame.text
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation.slide_width


def test_a_long_journey_goes_over_several_slides_and_loses_nothing(site_of: Callable[..., Site]) -> None:
    stages = "".join(f"  s{n}: {{name: Stage {n}, pains: [{{text: {'very ' * 300 if n == 4 else ''}sore {n}}}]}}\n" for n in range(1, 14))
    site = site_of({**FILES, "journeys/long.yml": f"title: Long\npersona: anna\nstages:\n{stages}"})
    presentation = deck(site, "long")
    maps = [slide for slide in presentation.slides if slide.shapes.title.text_frame.text.startswith("The map")]
    assert titles(presentation)[2] == f"The map (1 of {len(maps)})"
    heads = [head for slide in maps for head in tables(slide)[0][0][1:]]
    assert list(dict.fromkeys(heads)) == [f"{n}. Stage {n}" for n in range(1, 14)]
    said = " ".join(cell for slide in maps for table in tables(slide) for row in table[1:] for cell in row[1:])
    assert said.count("very") == 300
    assert all(f"sore {n}" in said for n in range(1, 14))
    assert "continued" in " ".join(row[0] for slide in maps for table in tables(slide) for row in table)


def test_the_same_source_gives_the_same_bytes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    first = made(site)
    later = time.time() + 90_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert made(site) == first
    with ZipFile(BytesIO(first)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-21T00:00:00Z" in archive.read("docProps/core.xml")
        (book,) = [name for name in archive.namelist() if name.endswith(".xlsx")]
        assert b"2026-11-21T00:00:00Z" in ZipFile(BytesIO(archive.read(book))).read("docProps/core.xml")


def picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 90), (200, 180, 160)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_portrait_is_cut_to_a_square(site: Site, kind: str) -> None:
    presentation = deck(site, pictures=lambda _name: picture(kind))
    (shape,) = [each for each in slide_called(presentation, "Anna Ek").shapes if each.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert shape.width == shape.height
    assert shape.crop_bottom == pytest.approx(1 / 3, abs=0.01)
    assert described(shape) == "Anna smiles"


@pytest.mark.parametrize("content", [None, b"\x89PNG\r\n\x1a\nbroken", b"\xff\xd8\xffbroken"])
def test_without_a_picture_that_can_be_shown_there_are_initials(site: Site, content: bytes | None) -> None:
    presentation = deck(site, pictures=lambda _name: content)
    drawn = [each for each in slide_called(presentation, "Anna Ek").shapes if each.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
    assert [each.text_frame.text for each in drawn] == ["AE"]


def test_words_on_a_light_brand_are_black(site: Site) -> None:
    presentation = deck(site)
    (shape,) = [each for each in slide_called(presentation, "The map").shapes if each.has_table]
    head = shape.table.cell(0, 0)
    assert str(head.fill.fore_color.rgb) == "FFD400"
    assert str(head.text_frame.paragraphs[0].runs[0].font.color.rgb) == "000000"


def test_an_edition_says_nothing_of_what_it_leaves_out(handbook: Callable[..., Any]) -> None:
    hidden = JOURNEY.replace("{text: Dear, severity: 4}", "{text: Bruttovinst, audience: internal}")
    files = {**FILES, "handbook.yml": FILES["handbook.yml"] + "audiences: [internal, client]\n", "journeys/pump.yml": hidden}
    seen = handbook(files, audience="client").site()
    all_of_it = handbook(files).site()
    assert b"Bruttovinst" in unpacked(made(all_of_it))
    assert b"Bruttovinst" not in unpacked(made(seen))


def unpacked(content: bytes) -> bytes:
    def parts(inner: bytes) -> Iterator[bytes]:
        with ZipFile(BytesIO(inner)) as archive:
            for name in archive.namelist():
                read = archive.read(name)
                yield from parts(read) if name.endswith(".xlsx") else [read]

    return b"\n".join(parts(content))


def test_words_from_right_to_left(site_of: Callable[..., Site]) -> None:
    files = {**FILES, "handbook.yml": "title: T\nlanguage: he\n", "journeys/pump.yml": "title: מסע\npersona: anna\nstages: {go: {name: Go, goal: יעד}}\n"}
    presentation = deck(site_of(files), language="he")
    assert presentation.slides[0].shapes.title.text_frame.paragraphs[0]._p.pPr.get("rtl") == "1"
    table = next(shape for slide in presentation.slides for shape in slide.shapes if shape.has_table)
    assert table.table._tbl.tblPr.get("rtl") == "1"
    english = slide_called(presentation, "Anna Ek").shapes.title.text_frame.paragraphs[0]
    assert (english._p.pPr.get("rtl"), english._p.pPr.get("algn")) == ("0", "r")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_another_program_opens_it(site: Site, tmp_path: Path) -> None:
    from pypdf import PdfReader

    (tmp_path / "deck.pptx").write_bytes(made(site))
    home = (tmp_path / "home").as_uri()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={home}", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")],
        check=True,
        capture_output=True,
        timeout=180,
    )
    pages = PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == len(deck(site).slides)
    assert "Ring back" in pages[8].extract_text()
