"""Readers for single values: texts, numbers, dates, references, choices, addresses, colours.

Each takes a node, the run and the field's name, reports what is wrong in the editor's words, and
returns None where nothing usable is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from journey_site.documents.durations import Amount, Duration, NotADuration, between, parse_duration
from journey_site.documents.nearest import nearest
from journey_site.documents.reading import Reader, Reading, shown
from journey_site.documents.values import Emotion, Image, Owner, Ref, Text
from journey_site.source.yaml import Mapping, Node, Scalar, Sequence

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")


def read_text(node: Node, reading: Reading, name: str) -> Text | None:
    """A string, or a mapping from language to string."""
    if isinstance(node, Scalar):
        if node.is_null or not node.text.strip():
            return None
        return Text({reading.language: node.text.strip()}, node.span)
    if isinstance(node, Mapping):
        return _languages(node, reading, name)
    _text_expected(node, reading, name)
    return None


def is_in_languages(node: Node, reading: Reading) -> bool:
    """Whether a mapping is one from language to string."""
    return isinstance(node, Mapping) and bool(node.entries) and all(key.text in reading.languages for key, _ in node.entries)


def _languages(node: Mapping, reading: Reading, name: str) -> Text | None:
    values: dict[str, str] = {}
    for key, value in node.entries:
        if key.text not in reading.languages:
            known = ", ".join(sorted(reading.languages))
            reading.report(
                "unknown-language",
                f'"{key.text}" is no language of this handbook, so {name} cannot be read in it',
                key.span,
                f"its languages are {known}; more are declared in handbook.yml under languages",
            )
        elif not isinstance(value, Scalar):
            _text_expected(value, reading, name)
        elif not value.is_null and value.text.strip():
            values[key.text] = value.text.strip()
    return Text(values, node.span) if values else None


def _text_expected(node: Node, reading: Reading, name: str) -> None:
    if isinstance(node, Sequence) and node.items and all(isinstance(item, Scalar) for item in node.items):
        words = ", ".join(item.text for item in node.items if isinstance(item, Scalar))
        hint = f'put quotes around it if the brackets belong to the text: "[{words}]"'
        reading.report("text-expected", f"{name} should be one text, not the list [{words[:60]}]", node.span, hint)
    else:
        reading.report("text-expected", f"{name} should be a text, not {shown(node)}", node.span)


def read_words(node: Node, reading: Reading, name: str) -> str | None:
    """A string that is the same in every language, as written."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text.strip() or None
    _text_expected(node, reading, name)
    return None


def read_number(node: Node, reading: Reading, name: str) -> float | None:
    """A number."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        number = node.as_number()
        if number is not None:
            return number
    reading.report("number-expected", f"{name} should be a number, not {shown(node)}", node.span)
    return None


def read_score(node: Node, reading: Reading, name: str) -> int | None:
    """A whole number from 1 to 5."""
    number = read_number(node, reading, name)
    if number is None:
        return None
    if number not in (1, 2, 3, 4, 5):
        reading.report("score-range", f"{name} should be a whole number from 1 to 5, not {shown(node)}", node.span)
        return None
    return int(number)


def read_on_scale(node: Node, reading: Reading, name: str) -> float | None:
    """A number on the handbook's emotion scale."""
    number = read_number(node, reading, name)
    if number is None:
        return None
    scale = reading.scale
    if not scale.low <= number <= scale.high:
        reading.report(
            "emotion-range",
            f"{name} is {shown(node)[1:-1]}, off the handbook's scale from {scale.low:g} to {scale.high:g}",
            node.span,
            "another scale is set in handbook.yml under emotion",
        )
        return None
    return number


def read_flag(node: Node, reading: Reading, name: str) -> bool | None:
    """``true`` or ``false``."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        value = node.as_bool()
        if value is not None:
            return value
    reading.report("flag-expected", f"{name} should be true or false, not {shown(node)}", node.span)
    return None


def read_moment(node: Node, reading: Reading, name: str) -> Text | bool | None:
    """``true``, or a text that says what the moment is."""
    if isinstance(node, Scalar) and node.as_bool() is not None:
        return node.as_bool()
    return read_text(node, reading, name)


def read_date(node: Node, reading: Reading, name: str) -> date | None:
    """A date as year-month-day."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        match = _DATE.fullmatch(node.text.strip())
        if match:
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                reading.report("bad-date", f"{name} is {shown(node)}, and there is no such day", node.span)
                return None
    reading.report("bad-date", f"{name} should be a date such as 2026-11-12, not {shown(node)}", node.span)
    return None


def read_share(node: Node, reading: Reading, name: str) -> float | None:
    """A share such as ``60%``, given back as a fraction from 0 to 1."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        match = _PERCENT.fullmatch(node.text.strip())
        number = float(match[1].replace(",", ".")) / 100 if match else node.as_number()
        if number is not None and 0 <= number <= 1:
            return number
        if number is not None and 1 < number <= 100 and not match:
            reading.report("share-expected", f"{name} is {shown(node)} without a sign", node.span, f"write {node.text}%")
            return None
    reading.report("share-expected", f"{name} should be a share from 0% to 100%, not {shown(node)}", node.span)
    return None


def read_duration(node: Node, reading: Reading, name: str) -> Duration | None:
    """A length of time in words, or ``{from:, to:, per:}``."""
    try:
        if isinstance(node, Scalar):
            return None if node.is_null else parse_duration(node.text)
        if isinstance(node, Mapping):
            return _duration_mapping(node, reading, name)
    except NotADuration as reason:
        said = shown(node) if isinstance(node, Scalar) else "what is written"
        reading.report(
            "bad-duration",
            f"{name} is {said}, but {reason}",
            node.span,
            'such as "2 weeks", "1-2 days", "<2 min", "12+ months" or "ongoing"',
        )
        return None
    reading.report("bad-duration", f"{name} should be a length of time, not {shown(node)}", node.span)
    return None


def _duration_mapping(node: Mapping, reading: Reading, name: str) -> Duration:
    parts: dict[str, str] = {}
    for key, value in node.entries:
        if key.text not in ("from", "to", "per"):
            unknown_field(reading, f"a {name}", key, ("from", "to", "per"))
        else:
            parts[key.text] = read_words(value, reading, f"{name}: {key.text}") or ""
    ends: list[Amount | None] = []
    for end in ("from", "to"):
        ends.append(parse_duration(parts[end]).low if parts.get(end) else None)
    if ends == [None, None]:
        raise NotADuration("it has neither from nor to")
    return between(ends[0], ends[1], parts.get("per", ""))


def read_emotion(node: Node, reading: Reading, name: str) -> Emotion | None:
    """A number on the scale, ``{persona: number}``, or ``{value:, low:, high:, note:}``."""
    if isinstance(node, Scalar):
        value = read_on_scale(node, reading, name)
        return None if value is None else Emotion(value)
    if not isinstance(node, Mapping):
        reading.report("number-expected", f"{name} should be a number, not {shown(node)}", node.span)
        return None
    if any(key.text in ("value", "low", "high", "note") for key, _ in node.entries):
        return _emotion_spread(node, reading, name)
    by_actor: dict[str, float] = {}
    for key, value_node in node.entries:
        value = read_on_scale(value_node, reading, f"{name} of {key.text}")
        if value is not None:
            by_actor[Ref(key.text, "personas", key.span)] = value
    return Emotion(by_actor=by_actor) if by_actor else None


def _emotion_spread(node: Mapping, reading: Reading, name: str) -> Emotion | None:
    ends: dict[str, float | None] = {}
    note: Text | None = None
    for key, value in node.entries:
        if key.text in ("value", "low", "high"):
            ends[key.text] = read_on_scale(value, reading, f"{name}: {key.text}")
        elif key.text == "note":
            note = read_text(value, reading, "note")
        else:
            unknown_field(reading, "an emotion", key, ("value", "low", "high", "note"))
    low, value_, high = ends.get("low"), ends.get("value"), ends.get("high")
    stated = [end for end in (low, value_, high) if end is not None]
    if stated != sorted(stated):
        reading.report("emotion-order", f"{name} runs the wrong way round: low, value and high must rise", node.span)
        low = high = None
    return Emotion(value_, low, high, note)


def read_colour(node: Node, reading: Reading, name: str) -> str | None:
    """A colour as ``#rgb`` or ``#rrggbb``."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        if _COLOUR.fullmatch(node.text):
            return node.text.lower()
    hint = 'in quotes, because # begins a comment: "#1565c0"' if isinstance(node, Scalar) else ""
    reading.report("bad-colour", f'{name} should be a colour such as "#1565c0", not {shown(node)}', node.span, hint)
    return None


def read_address(node: Node, reading: Reading, name: str) -> str | None:
    """A web address, mail, telephone, or a relative path."""
    words = read_words(node, reading, name)
    if words is None:
        return None
    plain = "".join(char for char in words if char.isprintable() and not char.isspace())
    match = _SCHEME.match(plain)
    if match and match[1].lower() not in _ALLOWED_SCHEMES or plain.startswith("//") or plain != words:
        reading.report(
            "bad-address",
            f"{name} is {shown(node)}, which is no address that a page may open",
            node.span,
            "use http, https, mailto, tel or a relative address",
        )
        return None
    return words


def read_id(node: Node, reading: Reading, name: str) -> str | None:
    """An id of the thing's own."""
    from journey_site.source.ids import is_id, slug

    words = read_words(node, reading, name)
    if words is None or is_id(words):
        return words
    suggestion = slug(words)
    hint = f'it could be "{suggestion}"' if suggestion else "use a-z, 0-9 and dashes"
    reading.report("bad-id", f"{shown(node)} is no id: ids are lower case letters a-z, digits and dashes", node.span, hint)
    return suggestion or None


def ref(kind: str) -> Reader:
    """A reader for the id of a thing of ``kind``."""

    def read(node: Node, reading: Reading, name: str) -> Ref | None:
        words = read_words(node, reading, name)
        return Ref(words, kind, node.span) if words else None

    return read


def listed(read_one: Reader) -> Reader:
    """A reader for a list; a single value counts as a list of one, entries that say nothing are left out."""

    def read(node: Node, reading: Reading, name: str) -> tuple[object, ...]:
        if isinstance(node, Scalar) and node.is_null:
            return ()
        nodes = node.items if isinstance(node, Sequence) else [node]
        values = [read_one(item, reading, name) for item in nodes]
        return tuple(value for value in values if value is not None)

    return read


def choice(known: Iterable[str], noun: str) -> Reader:
    """A reader for one word out of ``known``."""
    words = tuple(known)

    def read(node: Node, reading: Reading, name: str) -> str | None:
        value = read_words(node, reading, name)
        if value is None or value in words:
            return value
        near = nearest(value, words)
        hint = f'did you mean "{near}"?' if near else ""
        reading.report("unknown-word", f'"{value}" is no {noun}; it is one of {", ".join(words)}', node.span, hint)
        return None

    return read


def scores_by(key_of: Callable[[Scalar], str]) -> Reader:
    """A reader for a mapping from a name or id to a score from 1 to 5."""

    def read(node: Node, reading: Reading, name: str) -> dict[str, int]:
        if isinstance(node, Scalar) and node.is_null:
            return {}
        if not isinstance(node, Mapping):
            reading.report("mapping-expected", f"{name} should name each with a number from 1 to 5", node.span)
            return {}
        found = {key_of(key): read_score(value, reading, f"{name}: {key.text}") for key, value in node.entries}
        return {key: score for key, score in found.items() if score is not None}

    return read


def read_audience(node: Node, reading: Reading, name: str) -> str | None:
    """The name of an audience that the handbook declares."""
    words = read_words(node, reading, name)
    if words is None or words in reading.audiences:
        return words
    near = nearest(words, reading.audiences)
    hint = f'did you mean "{near}"?' if near else "audiences are declared in handbook.yml: audiences: [internal, public]"
    reading.report("unknown-audience", f'"{words}" is no audience of this handbook', node.span, hint)
    return reading.audiences[0] if reading.audiences else "unknown"


def read_owner(node: Node, reading: Reading, name: str) -> Owner | None:
    """A department's id, or ``{department:, name:, contact:}``."""
    if isinstance(node, Scalar):
        department = ref("departments")(node, reading, name)
        return Owner(department) if department else None
    if not isinstance(node, Mapping):
        reading.report("text-expected", f"{name} should be a department's id, not {shown(node)}", node.span)
        return None
    found: dict[str, object] = {}
    for key, value in node.entries:
        if key.text == "department":
            found["department"] = ref("departments")(value, reading, "department")
        elif key.text in ("name", "title"):
            found["name"] = read_words(value, reading, "name") or ""
        elif key.text == "contact":
            found["contact"] = read_address(value, reading, "contact") or ""
        else:
            unknown_field(reading, "an owner", key, ("department", "name", "contact"))
    return Owner(**found) if any(found.values()) else None  # type: ignore[arg-type]


def read_image(node: Node, reading: Reading, name: str) -> Image | None:
    """A file's name, or ``{file:, alt:, credit:}``."""
    if isinstance(node, Scalar):
        file = read_words(node, reading, name)
        return Image(file, origin=node.span) if file else None
    if not isinstance(node, Mapping):
        reading.report("text-expected", f"{name} should be a file's name, not {shown(node)}", node.span)
        return None
    file, alt, credit = None, None, ""
    for key, value in node.entries:
        if key.text == "file":
            file = read_words(value, reading, "file")
        elif key.text == "alt":
            alt = read_text(value, reading, "alt")
        elif key.text == "credit":
            credit = read_words(value, reading, "credit") or ""
        else:
            unknown_field(reading, "an image", key, ("file", "alt", "credit"))
    if not file:
        reading.report("missing-field", f"{name} names no file", node.span, "write file: picture.jpg")
        return None
    return Image(file, alt, credit, node.span)


def unknown_field(reading: Reading, noun: str, key: Scalar, known: Iterable[str]) -> None:
    """Report a key that nothing reads, with the nearest that is known."""
    if key.text.startswith("x-"):
        return
    near = nearest(key.text, known)
    reading.report("unknown-field", f'{noun} has no field "{key.text}"', key.span, f'did you mean "{near}"?' if near else "")
