"""Readers for numbers and for true or false: scores, values on the emotion scale, shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from journey_site.documents.meant_numbers import meant_number
from journey_site.documents.reading import Reader, Reading, shown, stripped
from journey_site.documents.shapes import Either, Format, Shape, TableOf, takes
from journey_site.documents.texts import read_text
from journey_site.documents.values import Text
from journey_site.problems import Edit
from journey_site.source.yaml import Mapping, Node, Scalar

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,10})?)\s?%")
_IN_WORDS = re.compile(r"(\d{1,3}(?:[.,]\d{1,10})?)\s?(?:procent|prosent|percent|per cent|proc|pct|pst)\.?")
_WHOLE = re.compile(r"[-+]?[0-9]{1,12}")
_DIGITS = re.compile(r"[0-9]{1,12}")
_LONGEST_SHARE = 20
_MEANT_FLAGS = {
    **dict.fromkeys(("yes", "on", "y", "ja", "jo", "sant", "sand", "sann", "true", "x"), "true"),
    **dict.fromkeys(("no", "off", "n", "nej", "nei", "falskt", "falsk", "usann", "false"), "false"),
}
"""What YAML took for truth values before version 1.2, what people say at home, and the right words in quotes."""


@takes("number")
def read_number(node: Node, reading: Reading, name: str, otherwise: str = "") -> float | None:
    """A number; ``otherwise`` is the advice where nothing better is known."""
    hint = otherwise
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        number = node.as_number()
        if number is not None:
            return number
        meant = meant_number(node.text)
        if meant is not None:
            quotes = not node.plain and meant.written == node.text
            hint = f"leave out the quotes: {meant.hint}" if quotes else meant.hint
            fix = (Edit(node.span, meant.written),) if meant.is_certain else ()
            reading.report("number-expected", f"{name} should be a number, not {_as_seen(node)}", node.span, hint, fix=fix)
            return None
    reading.report("number-expected", f"{name} should be a number, not {shown(node)}", node.span, hint)
    return None


def _as_seen(node: Scalar) -> str:
    """A text with its quotes, where those are what is wrong."""
    return shown(node) if node.plain else f"{shown(node)} in quotes"


def comma_in_number(before: Node | None, key: Scalar, value: Node, reading: Reading) -> bool:
    """Report ``{value: 3,5}``, which within braces is 3 and then something called 5; whether it is that."""
    if not isinstance(before, Scalar) or not before.plain or not _WHOLE.fullmatch(before.text) or not _DIGITS.fullmatch(key.text):
        return False
    end, begin = before.span, key.span
    beside = end.end_line == begin.line and end.end_column + 1 == begin.column
    if not beside or not isinstance(value, Scalar) or value.text:
        return False
    whole = f"{before.text},{key.text}"
    meant = meant_number(whole)
    if meant is None:
        return False
    place = replace(end, column=end.end_column, end_column=begin.column)
    fix = (Edit(place, "."),) if meant.is_certain else ()
    span = replace(end, end_column=begin.end_column)
    reading.report("number-expected", f'within braces a comma ends the number: "{whole}" is read as {before.text}', span, meant.hint, fix=fix)
    return True


@takes("score")
def read_score(node: Node, reading: Reading, name: str) -> int | None:
    """A whole number from 1 to 5."""
    number = read_number(node, reading, name, "write a whole number from 1 to 5")
    if number is None:
        return None
    if number not in (1, 2, 3, 4, 5):
        reading.report("score-range", f"{name} should be a whole number from 1 to 5, not {shown(node)}", node.span)
        return None
    return int(number)


@takes("on_scale")
def read_on_scale(node: Node, reading: Reading, name: str) -> float | None:
    """A number on the handbook's emotion scale."""
    scale = reading.scale
    known = f"write one from {scale.low:g} to {scale.high:g}" if reading.settings_known else ""
    number = read_number(node, reading, name, known)
    if number is None or not reading.settings_known or scale.low <= number <= scale.high:
        return number
    reading.report(
        "emotion-range",
        f"{name} is {shown(node)[1:-1]}, off the handbook's scale from {scale.low:g} to {scale.high:g}",
        node.span,
        f"write one from {scale.low:g} to {scale.high:g}; another scale is set in handbook.yml under emotion",
    )
    return None


@takes("flag")
def read_flag(node: Node, reading: Reading, name: str) -> bool | None:
    """``true`` or ``false``."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        value = node.as_bool()
        if value is not None:
            return value
    meant = _MEANT_FLAGS.get(node.text.strip().casefold()) if isinstance(node, Scalar) else None
    fix = (Edit(node.span, meant),) if meant else ()
    quotes = isinstance(node, Scalar) and not node.plain and node.text == meant
    hint = f"leave out the quotes: {meant}" if quotes else f"write {meant}" if meant else "write true or false, without quotes"
    seen = _as_seen(node) if isinstance(node, Scalar) and quotes else shown(node)
    reading.report("flag-expected", f"{name} should be true or false, not {seen}", node.span, hint, fix=fix)
    return None


@takes(Either((Format("flag"), Format("text"))))
def read_moment(node: Node, reading: Reading, name: str) -> Text | bool | None:
    """``true``, or a text that says what the moment is."""
    if isinstance(node, Scalar) and node.as_bool() is not None:
        return node.as_bool()
    return read_text(node, reading, name)


@takes("share")
def read_share(node: Node, reading: Reading, name: str) -> float | None:
    """A share such as ``60%``, given back as a fraction from 0 to 1."""
    if isinstance(node, Scalar):
        words = stripped(node)
        if not words:
            return None
        match = _PERCENT.fullmatch(words) if len(words) <= _LONGEST_SHARE else None
        number = float(match[1].replace(",", ".")) / 100 if match else node.as_number()
        if number == 1 and not match:
            reading.report("share-expected", f"{name} is {shown(node)} without a sign", node.span, "write 1% or 100%")
            return None
        if number is not None and 0 <= number <= 1:
            return number
        if number is not None and 1 < number <= 100 and not match:
            fix = (Edit(node.span, f"{words}%"),)
            reading.report("share-expected", f"{name} is {shown(node)} without a sign", node.span, f"write {words}%", fix=fix)
            return None
    message = f"{name} should be a share from 0% to 100%, not {shown(node)}"
    meant = meant_number(node.text) if isinstance(node, Scalar) else None
    share = float(meant.written) if meant and meant.is_certain else -1
    if meant and 0 <= share < 1:
        reading.report("share-expected", message, node.span, meant.hint, fix=(Edit(node.span, meant.written),))
        return None
    in_words = _IN_WORDS.fullmatch(node.text.strip().casefold()) if isinstance(node, Scalar) else None
    if in_words and float(in_words[1].replace(",", ".")) <= 100:
        written = f"{in_words[1].replace(',', '.')}%"
        reading.report("share-expected", message, node.span, f"write {written}", fix=(Edit(node.span, written),))
        return None
    too_much = isinstance(node, Scalar) and re.fullmatch(r"\d{3,9}\s?%?", node.text.strip())
    hint = "100% is everybody, and a share is at most that" if too_much else "write it as a number with a sign, such as 75%"
    reading.report("share-expected", message, node.span, hint)
    return None


def scores_by(key_of: Callable[[Scalar, Reading], str], keys: Shape | None = None) -> Reader:
    """A reader for a mapping from a name or id, of the shape ``keys``, to a score from 1 to 5."""

    @takes(TableOf(Format("score"), keys or Format("words")))
    def read(node: Node, reading: Reading, name: str) -> dict[str, int]:
        if isinstance(node, Scalar) and node.is_null:
            return {}
        if not isinstance(node, Mapping):
            message = f"{name} should give each a number from 1 to 5, and is {shown(node)}"
            reading.report("mapping-expected", message, node.span, "such as {web: 5, store: 3}")
            return {}
        found = {
            key_of(key, reading): read_score(value, reading, f"{name}: {shown(key)[1:-1]}") for key, value in node.entries
        }
        return {key: score for key, score in found.items() if score is not None}

    return read
