"""Readers for what things look like: colours and pictures."""

from __future__ import annotations

import re

from journey_site.documents.lists import unknown_field
from journey_site.documents.meant_colours import meant_colour
from journey_site.documents.reading import Reading, shown, stripped
from journey_site.documents.shapes import takes
from journey_site.documents.texts import read_said, read_text, read_words
from journey_site.documents.values import Image
from journey_site.problems import Edit
from journey_site.source.ids import slug
from journey_site.source.written import in_quote_marks
from journey_site.source.yaml import Mapping, Node, Scalar

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FONTS = (".woff2", ".woff", ".ttf", ".otf")
_LONGEST_EXAMPLE = 30
_BARE_COLOUR = re.compile(r"[0-9a-fA-F]{6}")


@takes("colour")
def read_colour(node: Node, reading: Reading, name: str) -> str | None:
    """A colour as ``#rgb`` or ``#rrggbb``."""
    if isinstance(node, Scalar):
        words = stripped(node)
        if not words:
            return None
        if _COLOUR.fullmatch(words):
            return words.lower()
    bare = _BARE_COLOUR.fullmatch(node.text) if isinstance(node, Scalar) else None
    said = f"#{bare[0]}" if bare else meant_colour(node.text) if isinstance(node, Scalar) else None
    hint = f"write {in_quote_marks(said)}, in quotes" if said else 'in quotes, because # begins a comment: "#1565c0"'
    fix = (Edit(node.span, in_quote_marks(said)),) if said else ()
    reading.report("bad-colour", f'{name} should be a colour such as "#1565c0", not {shown(node)}', node.span, hint, fix=fix)
    return None


@takes("image")
def read_image(node: Node, reading: Reading, name: str) -> Image | None:
    """A file's name, or ``{file:, alt:, credit:}``."""
    file, alt, credit, slip = None, None, "", None
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text == "file":
                file = read_words(value, reading, "file")
            elif key.text == "alt":
                alt = read_text(value, reading, "alt")
            elif key.text == "credit":
                credit = read_said(value, reading, "credit") or ""
            else:
                slip = unknown_field(reading, "an image", key, ("file", "alt", "credit"), value, node)
        if not file and slip != "file":
            reading.missing(f"{name} names no file", node.span, "write file: picture.jpg")
    else:
        file = read_words(node, reading, name)
    if not file:
        return None
    image = Image(file, alt, credit, node.span)
    reading.mentions.pictures.append(image)
    return image


@takes("words")
def read_picture(node: Node, reading: Reading, name: str) -> str | None:
    """A picture's file where nothing is to be said about it."""
    image = Image(words, origin=node.span) if (words := read_words(node, reading, name)) else None
    if image is None:
        return None
    reading.mentions.pictures.append(image)
    return image.file


def font_example(node: Node) -> str:
    """What a font's file could be called, from what was written in its place: ``open-sans.woff2``."""
    words = stripped(node) if isinstance(node, Scalar) else ""
    bare = words.rpartition("/")[2]
    return (slug(bare.rpartition(".")[0] if bare.lower().endswith(_FONTS) else bare.partition(".")[0])[:_LONGEST_EXAMPLE] or "ours") + ".woff2"


@takes("font")
def read_font(node: Node, reading: Reading, name: str) -> str | None:
    """A font's file, of a kind that browsers read."""
    words = read_words(node, reading, name)
    if words is None:
        return None
    if not words.lower().endswith(_FONTS):
        example = font_example(node)
        hint = f"put the file beside handbook.yml, and write what it is called: {example}; .woff, .ttf and .otf will do, too"
        reading.report("bad-font", f"a font is a file of the handbook, and {shown(node)} is none", node.span, hint)
        return None
    reading.mentions.fonts.append(Image(words, origin=node.span))
    return words
