"""How a handbook's site is dressed: pictures, colours and fonts of whoever it is for."""

from __future__ import annotations

from typing import Annotated, ClassVar

from journey_site.documents.appearance import font_example, read_colour, read_font, read_picture
from journey_site.documents.declared import Declared
from journey_site.documents.numbers import read_flag
from journey_site.documents.reading import Reading, Reads, says_nothing, shown
from journey_site.documents.shapes import Fields, takes
from journey_site.documents.texts import read_text
from journey_site.documents.values import Text
from journey_site.source.yaml import Node, Scalar


class Typeface(Declared):
    """A font, as a file for each of its cuts."""

    noun: ClassVar[str] = "a font"
    shorthand: ClassVar[str] = "regular"
    anchored: ClassVar[bool] = False

    regular: Annotated[str | None, Reads("a file", read_font)] = None
    """The upright cut; a plain file name is this one."""
    bold: Annotated[str | None, Reads("a file", read_font)] = None
    """The bold cut; the same file as the upright one where that holds all weights."""
    italic: Annotated[str | None, Reads("a file", read_font)] = None
    """The slanted cut."""
    bold_italic: Annotated[str | None, Reads("a file", read_font)] = None
    """The cut that is both."""


@takes(Fields(lambda: Typeface))
def read_typeface(node: Node, reading: Reading, name: str) -> Typeface | None:
    """A font's file, or one for each of its cuts."""
    return Typeface.read(node, reading)


class Fonts(Declared):
    """Fonts of one's own, as files in the handbook's folder."""

    noun: ClassVar[str] = "the fonts"

    text: Annotated[Typeface | None, Reads("a file, or {regular, bold, italic, bold_italic}", read_typeface)] = None
    """What everything is set in that is not said below."""
    headings: Annotated[Typeface | None, Reads("a file, or {regular, bold, italic, bold_italic}", read_typeface)] = None
    """Headings and the name in the header."""
    mono: Annotated[Typeface | None, Reads("a file, or {regular, bold, italic, bold_italic}", read_typeface)] = None
    """Code and addresses, each letter as wide as the next."""


@takes(Fields(lambda: Fonts))
def read_fonts(node: Node, reading: Reading, name: str) -> Fonts | None:
    """Fonts of one's own."""
    if isinstance(node, Scalar) and not says_nothing(node):
        message = f"{name} should be a file for each use such as {{text: {font_example(node)}}}, not {shown(node)}"
        hint = "put the file beside handbook.yml; a font is known by its file, not by its name"
        reading.report("mapping-expected", message, node.span, hint)
        return None
    return Fonts.read(node, reading)


class Brand(Declared):
    """How the site is dressed."""

    noun: ClassVar[str] = "a brand"

    logo: Annotated[str | None, Reads("a file", read_picture)] = None
    """A picture in the handbook's folder."""
    favicon: Annotated[str | None, Reads("a file", read_picture)] = None
    """A small picture for the browser's tab."""
    primary: Annotated[str | None, Reads("a colour", read_colour)] = None
    """The colour of the header and of marks."""
    accent: Annotated[str | None, Reads("a colour", read_colour)] = None
    """The colour of links under the pointer."""
    fonts: Annotated[Fonts | None, Reads("{text, headings, mono}", read_fonts)] = None
    """Fonts of one's own."""
    footer: Annotated[Text | None, Reads("a text", read_text)] = None
    """Words at the foot of each page."""
    credit: Annotated[bool | None, Reads("true or false", read_flag)] = None
    """Whether the site may say with what it was made; left out: yes."""

    def files(self) -> tuple[str, ...]:
        """The files of the handbook's folder that the site needs for it."""
        faces = (self.fonts.text, self.fonts.headings, self.fonts.mono) if self.fonts else ()
        cuts = (cut for face in faces if face for cut in (face.regular, face.bold, face.italic, face.bold_italic))
        return tuple(dict.fromkeys(path for path in (self.logo, self.favicon, *cuts) if path))


@takes(Fields(lambda: Brand))
def read_brand(node: Node, reading: Reading, name: str) -> Brand | None:
    """How the site is dressed."""
    return Brand.read(node, reading)
