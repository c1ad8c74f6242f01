"""How words are written in YAML so that they are read as they are: on one line, or as lines below their name.

Nothing is guessed about YAML's rules: what is written is read again, and the first way that reads as meant is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.source.nodes import Mapping, Scalar
from journey_site.source.text import SourceText, forbidden_character
from journey_site.source.written import in_quote_marks
from journey_site.source.yaml import parse_yaml

WIDTH = 110
"""A longer line is broken, where it can be."""
_GAP = re.compile(r"(?<=\S) (?=\S)(?![^\[\]]*\]\()")
"""Where a line may be broken: between words, though not within those of a link."""
_SPARE = 12
"""So much longer than the others a line may be, as words differ in length."""
_ESCAPED = {"\x7f": "\\x7f", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\uFEFF"}


class CannotWrite(ValueError):
    """Words that no YAML can hold, or a place in which they cannot be put with certainty; the message says why."""


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they are written behind a name."""

    head: str
    """Behind the colon: the words themselves, or the sign for lines below."""
    below: tuple[str, ...] = ()
    """The lines below, without their indentation."""


def on_one_line(words: str, *, in_brackets: bool, like: str = "") -> str:
    """Words on one line, without quotes where that can be; ``like`` is the quote that stands there now.

    Raises:
        CannotWrite: when they cannot be written.
    """
    if in_brackets and not like and "?" in words:
        like = '"'  # libyaml reads it without quotes; other readers of the file take the sign for a key's
    for said in _ways(words, like):
        text = f"x: {{y: {said}, z: 1}}\n" if in_brackets else f"x:\n  y: {said}\n  z: 1\n"
        if _reads_as(words, text, plain=said[:1] not in ("'", '"')):
            return said
    raise CannotWrite("it holds signs that YAML cannot")


def _ways(words: str, like: str) -> Iterator[str]:
    if "\n" not in words:
        doubled = words.replace("'", "''")
        if like == '"' and "\\" not in words and '"' not in words:
            yield f'"{words}"'
        elif like == "'":
            yield f"'{doubled}'"
        else:
            yield words
        yield in_quote_marks(words)
    said = json.dumps(words, ensure_ascii=False)
    yield "".join(_ESCAPED.get(letter, letter) for letter in said)


def in_lines(words: str, *, column: int, like: str = "") -> Written:
    """Words as they are written in lines without brackets; the name before them ends before ``column``.

    ``like`` is the sign or quote that its neighbour, or what it replaces, begins with: what stands under ``|`` in one
    language does so in the other, too.

    Raises:
        CannotWrite: when they cannot be written.
    """
    literal = Written(like if like in ("|", "|-") else "|", tuple(words.split("\n")))
    folded = Written(like if like in (">", ">-") else ">-", tuple(_folded(words, max(40, WIDTH - column))))
    if like[:1] == "|" or (like[:1] != ">" and "\n" in words):
        order = [literal]
    elif like[:1] == ">":
        order = [folded, literal]
    else:
        line = on_one_line(words, in_brackets=False, like=like)
        if column + len(line) <= WIDTH or len(folded.below) < 2:
            return Written(line)
        order = [folded]
    for way in order:
        if _reads_as(words, f"x:\n  y: {way.head}\n" + "".join(f"    {line}\n" if line else "\n" for line in way.below) + "  z: 1\n"):
            return way
    return Written(on_one_line(words, in_brackets=False))


def _folded(words: str, width: int) -> Iterator[str]:
    """Lines that YAML joins to these words again: each break in them is an empty line here."""
    for number, paragraph in enumerate(words.split("\n")):
        if number:
            yield ""
        line, lines = "", -(-len(paragraph) // width)
        even = min(width, len(paragraph) // max(1, lines) + _SPARE)  # no word alone on the last line
        for piece in _GAP.split(paragraph) if paragraph else ():
            if line and len(line) + 1 + len(piece) > even:
                yield line
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
        if line:
            yield line


def _reads_as(words: str, text: str, *, plain: bool = False) -> bool:
    source = SourceText("", text)
    if forbidden_character(source):
        return False
    root, problems = parse_yaml(source)
    within = root.get("x") if isinstance(root, Mapping) else None
    if problems or not isinstance(within, Mapping) or within.keys() != ["y", "z"]:
        return False
    said = within.get("y")
    if not isinstance(said, Scalar) or said.text.strip() != words:
        return False
    # Without quotes a number or a truth value would be one in whatever else reads the file.
    return not plain or (not said.is_null and said.as_bool() is None and said.as_number() is None)
