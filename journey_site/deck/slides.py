"""Slides as they are made: a title in its place, words and tables below it, a foot, and notes with the page's address."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from journey_site.deck.lines import Line, Lines
from journey_site.deck.look import FONT, INK, PAPER, QUIET, RULE, WIDE, Look
from journey_site.deck.measure import ASIDE, LEADING, PADDING
from journey_site.deck.rows import Row, row_height
from journey_site.deck.template import blank_deck

_TAGS = {
    "ar": "ar-SA", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "en": "en-GB", "es": "es-ES", "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI",
    "fr": "fr-FR", "he": "he-IL", "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "nb": "nb-NO",
    "nl": "nl-NL", "nn": "nn-NO", "no": "nb-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR",
    "uk": "uk-UA", "zh": "zh-CN",
}  # fmt: skip
"""What programs for slides call a language: they know it together with a country alone."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in points, as read from left to right."""


class Slides:
    """A deck under way."""

    def __init__(self, look: Look, language: str, foot: str, note: str, *, rtl: bool) -> None:
        self.look = look
        self.language = language
        self.foot = foot
        self.note = note
        """What the notes say of the page's address: ``In the handbook: %(address)s``."""
        self.rtl = rtl
        self.deck = blank_deck(look, rtl=rtl)

    def cover(self, title: Line, lines: Lines, address: str) -> Any:
        """The first slide."""
        slide = self._slide("Title Slide", title, address)
        below = next(shape for shape in slide.placeholders if shape.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE)
        _write(below.text_frame, lines, None, rtl=self.rtl, colour=None, quiet=None)
        return slide

    def slide(self, title: Line, address: str) -> Any:
        """A slide with a title and room below it; its notes tell where its page is found."""
        slide = self._slide("Title Only", title, address)
        for shape in slide.slide_layout.placeholders:
            kind = shape.placeholder_format.type
            if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                made = copy.deepcopy(shape._element)
                slide.shapes._spTree.append(made)
                made.nvSpPr.cNvPr.set("id", str(max(int(each) for each in slide.shapes._spTree.xpath("//@id") if each.isdigit()) + 1))
                if kind == PP_PLACEHOLDER.FOOTER:
                    frame = slide.shapes[-1].text_frame
                    _write(frame, (Line(self.foot, self.language),), None, rtl=self.rtl, colour=None, quiet=None)
        return slide

    def finish(self) -> None:
        """Put the foot of each slide behind what stands above it, as it is to be read aloud last."""
        for slide in self.deck.slides:
            for shape in list(slide.placeholders):
                if shape.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                    slide.shapes._spTree.append(shape._element)

    def _slide(self, layout: str, title: Line, address: str) -> Any:
        slide = self.deck.slides.add_slide(self.deck.slide_layouts.get_by_name(layout))
        _write(slide.shapes.title.text_frame, (title,), None, rtl=self.rtl, colour=None, quiet=None)
        said = self.note % {"address": address}
        _write(slide.notes_slide.notes_text_frame, (Line(said, self.language),), None, rtl=self.rtl, colour=None, quiet=None)
        return slide

    def words(self, slide: Any, box: Box, lines: Lines, size: float, *, colour: str = INK, middle: bool = False) -> Any:
        """A box of words; none where there are none."""
        if not lines:
            return None
        shape = slide.shapes.add_textbox(*self._place(box))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = Pt(ASIDE / 2)
        frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        _write(frame, lines, size, rtl=self.rtl, colour=colour, quiet=QUIET)
        return shape

    def fill(self, shape: Any, lines: Lines, size: float) -> None:
        """Words in the middle of a drawn shape."""
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        _write(shape.text_frame, lines, size, rtl=False, colour=PAPER, quiet=None)
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER

    def table(
        self, slide: Any, left: float, top: float, widths: Sequence[float], size: float, heads: Sequence[Lines], rows: Sequence[Row],
        *, named: str, labelled: bool = True,
    ) -> Any:  # fmt: skip
        """A table with a row of ``heads``, of which one may stand over all columns; ``named`` is its name and its alternative text."""
        head = Row(tuple(heads) + ((),) * (len(widths) - len(heads)))
        every = [head, *rows]
        heights = [row_height(row, widths, size) if at or len(heads) > 1 else size * LEADING + PADDING for at, row in enumerate(every)]
        frame = slide.shapes.add_table(
            len(every), len(widths), *self._place((left, top, sum(widths), sum(heights)))
        )
        describe(frame, named, named)
        table = frame.table
        table.first_row, table.first_col, table.horz_banding = True, labelled, False
        if self.rtl:
            table._tbl.tblPr.set("rtl", "1")
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)
        for at, (row, height) in enumerate(zip(every, heights, strict=True)):
            table.rows[at].height = Pt(height)
            for place, lines in enumerate(row.cells):
                name = labelled and place == 0
                ground = self.look.primary if at == 0 else row.grounds.get(place) or (self.look.tint if name else PAPER)
                self._cell(table.cell(at, place), lines, size, ground, head=at == 0)
        if len(heads) == 1 and len(widths) > 1:
            table.cell(0, 0).merge(table.cell(0, len(widths) - 1))
        return frame

    def _cell(self, cell: Any, lines: Lines, size: float, ground: str, *, head: bool) -> None:
        cell.margin_left = cell.margin_right = Pt(ASIDE / 2)
        cell.margin_top = cell.margin_bottom = Pt(PADDING / 2)
        cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
        ink = self.look.on_primary if head else INK
        _write(cell.text_frame, lines, size, rtl=self.rtl, colour=ink, quiet=ink if head else QUIET, bold=head)
        if not lines:
            # An empty cell has a size of type, too, and would be higher than its row.
            cell.text_frame.paragraphs[0].font.size = Pt(size)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(ground)
        about = cell._tc.get_or_add_tcPr()
        fill = about.find(qn("a:solidFill"))
        for name in ("lnL", "lnR", "lnT", "lnB"):
            drawn = f'<a:solidFill><a:srgbClr val="{RULE}"/></a:solidFill>' if name in ("lnT", "lnB") else "<a:noFill/>"
            fill.addprevious(parse_xml(f'<a:{name} {nsdecls("a")} w="9525">{drawn}</a:{name}>'))

    def _place(self, box: Box) -> tuple[Any, Any, Any, Any]:
        left, top, width, height = box
        return Pt(WIDE - left - width if self.rtl else left), Pt(top), Pt(width), Pt(height)


def describe(shape: Any, name: str, words: str) -> None:
    """Say what a picture, a chart or a table shows, for those who do not see it."""
    about = shape._element.xpath(".//p:cNvPr")[0]
    about.set("name", name)
    about.set("descr", words)


def tag_of(language: str) -> str:
    """A language as programs for slides call it: ``sv-SE``."""
    return _TAGS.get(language, language)


def _runs_left(words: str, *, rtl: bool) -> bool:
    """Whether ``words`` run from right to left, as their first letter of a direction says; ``rtl`` where none has one."""
    kinds = (unicodedata.bidirectional(letter) for letter in words)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), rtl)


def _write(
    frame: Any, lines: Lines, size: float | None, *, rtl: bool, colour: str | None, quiet: str | None, bold: bool = False
) -> None:
    """Fill ``frame`` with ``lines``; without size or colour they are as the placeholder has them."""
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        about = paragraph._p.get_or_add_pPr()
        runs_left = _runs_left(line.words, rtl=rtl)
        if rtl or runs_left:
            # Each paragraph in the direction of its own words, all at the edge where the deck begins.
            about.set("rtl", str(int(runs_left)))
            about.set("algn", "r" if rtl else "l")
        if line.goes_on:
            about.set("marL", "114300")
            about.set("indent", "0")
        if line.bullet:
            about.set("marL", "114300")
            about.set("indent", "-114300")
            about.append(parse_xml(f'<a:buFont {nsdecls("a")} typeface="{FONT}"/>'))
            about.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))
        for words, is_aside in ((line.words, False), (f"  {line.aside}" if line.aside else "", True)):
            if not words:
                continue
            run = paragraph.add_run()
            run.text = words
            run._r.get_or_add_rPr().set("lang", tag_of(line.language))
            if size is not None:
                run.font.size = Pt(size)
            if (line.bold or bold) and not is_aside:
                run.font.bold = True
            if line.italic and not is_aside:
                run.font.italic = True
            shown = quiet if is_aside else colour
            if shown is not None:
                run.font.color.rgb = RGBColor.from_string(shown)
