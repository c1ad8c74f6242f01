"""Readers for words: texts in one or several languages, and words that are the same in each."""

from __future__ import annotations

from journey_site.documents.language_names import code_of_language
from journey_site.documents.reading import Reading, shown, some, stripped
from journey_site.documents.shapes import takes
from journey_site.documents.values import TWINS, Text
from journey_site.problems import Edit, Severity, Span
from journey_site.source.written import in_quote_marks
from journey_site.source.yaml import Mapping, Node, Scalar, Sequence

_OPENING = frozenset("”“„»«‟")
_CLOSING = frozenset("”“«»‟")
_NAMES = ("name", "title")


@takes("text")
def read_text(node: Node, reading: Reading, name: str) -> Text | None:
    """A string, or a mapping from language to string."""
    if isinstance(node, Scalar):
        words = stripped(node)
        if not words:
            return None
        if words[0] in _OPENING and name in _NAMES:
            _typographic(words, node, reading, name)
        text = Text({reading.language: words}, node.span)
        if may_link(words):
            reading.mentions.linked.append(text)
        return text
    if isinstance(node, Mapping):
        return _in_languages(node, reading, name)
    text_expected(node, reading, name)
    return None


def _typographic(words: str, node: Scalar, reading: Reading, name: str) -> None:
    """Tell of a name in quotation marks of print, which stand on every page: those of YAML are straight."""
    inside = words[1:-1].strip()
    if len(words) <= 2 or words[-1] not in _CLOSING or not inside or set(inside) & (_OPENING | _CLOSING):
        return
    message = f"the quotation marks around this {name} are shown on every page"
    hint = f"leave them out: {name}: {in_quote_marks(inside) if ':' in inside or '#' in inside else inside}"
    fix = (Edit(node.span, in_quote_marks(inside)),) if node.plain and node.span.line == node.span.end_line else ()
    reading.report("printed-quotes", message, node.span, hint, severity=Severity.ADVICE, fix=fix)


def may_link(words: str) -> bool:
    """Whether a Markdown link can stand in a text; most hold none, and need not be searched."""
    return ":" in words and ("](" in words or "]:" in words or "<" in words)


def is_in_languages(node: Mapping, reading: Reading) -> bool:
    """Whether each key of a mapping is one of the handbook's languages."""
    return bool(node.entries) and all(reading.declared_language(key.text) for key, _ in node.entries)


def like_languages(node: Mapping) -> bool:
    """Whether each key of a mapping looks like a language, be it the handbook's or not, and each value like words."""
    return bool(node.entries) and all(
        _like_a_language(key.text) and isinstance(value, Scalar) for key, value in node.entries
    )


def _in_languages(node: Mapping, reading: Reading, name: str) -> Text | None:
    values: dict[str, str] = {}
    places: dict[str, Span] = {}
    if node.entries and not any(_like_a_language(key.text) for key, _ in node.entries):
        reading.report("text-expected", f"{name} should be a text, not a mapping with {quoted_keys(node)}", node.span)
        return None
    for key, value in node.entries:
        language = reading.declared_language(key.text)
        if key.text.startswith("x-"):
            continue
        if language is None:
            unknown_language(key, reading, f"{name} cannot be read in it")
        elif not isinstance(value, Scalar):
            text_expected(value, reading, name)
        elif language in values:
            reading.report("duplicate-key", f'"{key.text}" and "{language}" are the same language', key.span, "keep one")
        elif words := stripped(value):
            values[language] = words
            places[language] = value.span
    if not values:
        return None
    text = Text(values, node.span, places)
    if any(map(may_link, values.values())):
        reading.mentions.linked.append(text)
    return text


def _like_a_language(code: str) -> bool:
    bare = code.split("-")[0]
    return 2 <= len(bare) <= 3 and bare.isascii() and bare.isalpha()


def quoted_keys(node: Mapping) -> str:
    """The first keys of a mapping, for a message."""
    return some(key.text for key, _ in node.entries)


def unknown_language(key: Scalar, reading: Reading, consequence: str) -> None:
    """Report a language that the handbook does not declare."""
    reading.report(
        "unknown-language",
        f"{shown(key)} is no language of this handbook, so {consequence}",
        key.span,
        f"its languages are {some(reading.languages)}; more are declared in handbook.yml under languages",
    )


def text_expected(node: Node, reading: Reading, name: str) -> None:
    """Report a list or mapping where words are expected."""
    if isinstance(node, Sequence) and node.items and all(isinstance(item, Scalar) for item in node.items):
        words = some(item.text for item in node.items if isinstance(item, Scalar))
        hint = f'put quotes around it if the brackets belong to the text: "[{words}]"'
        reading.report("text-expected", f"{name} should be one text, not the list [{words}]", node.span, hint)
    else:
        reading.report("text-expected", f"{name} should be a text, not {shown(node)}", node.span)


@takes("words")
def read_words(node: Node, reading: Reading, name: str) -> str | None:
    """A string that is the same in every language, as written."""
    if isinstance(node, Scalar):
        return stripped(node) or None
    text_expected(node, reading, name)
    return None


@takes("text")
def read_said(node: Node, reading: Reading, name: str) -> str | None:
    """A text of which only the words in the handbook's own language are kept."""
    text = read_text(node, reading, name)
    return text.best(reading.language).words if text else None


def same_language(code: object) -> object:
    """What a language is compared by: ``no`` and ``nb`` are one, and so are ``SV`` and ``sv``."""
    plain = str(code).casefold()
    return max(plain, TWINS.get(plain, plain))


@takes("language")
def read_language(node: Node, reading: Reading, name: str) -> str | None:
    """A language's code, such as ``sv`` or ``pt-BR``; one part of addresses, so it must be able to be one."""
    words = read_words(node, reading, name)
    if words is None or (len(words) <= 12 and _like_a_language(words) and words.replace("-", "").isalnum()):
        if words is not None and code_of_language(words) is None:
            hint = "write its code, such as sv or pt-BR; else its dates and numbers are written as in English"
            reading.report("bad-language", f"{shown(node)} is no language that is known", node.span, hint, severity=Severity.WARNING)
        return words
    code = code_of_language(words)
    hint = f"write its code: {code}" if code else "such as en, sv, da or nb"
    fix = (Edit(node.span, code),) if code else ()
    reading.report("bad-language", f"{shown(node)} is no language code", node.span, hint, fix=fix)
    return None
