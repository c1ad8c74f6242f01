"""Texts to translate as gettext's PO, so that a translator works in the usual tools.

The words in the handbook's own language are the ``msgid``, and the text's address is its ``msgctxt``: the same words
at two places may be translated differently, and what stands on another line tomorrow is still found. What is out of
date is marked ``fuzzy``, with the words that the translator saw (``#| msgid``).

Source: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO, StringIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, escape, read_po, write_po

from journey_site.source.po import parse_po
from journey_site.translations.answers import Answer, Entry
from journey_site.translations.completeness import Outdated
from journey_site.translations.texts import Languages, Translatable, words_in

_GUESSED = ("python-format", "python-brace-format")
"""What Babel takes a text with ``50 % of`` for: a translator's tool would then find the translation wrong."""
_LANGUAGE = re.compile(r'^"Language:[ \t]*([^"\\]*)(\\n)?"[ \t]*\r?$', re.MULTILINE | re.IGNORECASE)
_CHARSET = re.compile(rb"charset=([\w.:-]+)", re.IGNORECASE)


class NotPo(ValueError):
    """A file that is no PO, or not one that can be read; the message says why."""


def translations_po(texts: Iterable[Translatable], language: str, languages: Languages, title: str, outdated: Outdated) -> bytes:
    """The ``texts`` that can be translated into ``language``, with the translations that are there."""
    catalog = Catalog()
    for text in texts:
        source = languages.source_of(text.text, language)
        if source is None:
            continue
        saw = outdated.found.get((text.context, language), "")
        message = catalog.add(
            words_in(text.text, source),
            words_in(text.text, language),
            locations=[(text.file, text.place.line)],
            auto_comments=_comments(text, source, languages),
            flags=["fuzzy"] if saw else [],
            previous_id=[saw] if saw else [],
            context=text.context,
        )
        message.flags.difference_update(_GUESSED)
    written = BytesIO()
    write_po(written, catalog, omit_header=True, include_previous=True)
    return _head(title, language, languages.own) + written.getvalue()


def _comments(text: Translatable, source: str, languages: Languages) -> list[str]:
    """What it is about, what its field is for, and its language where that is not the usual one."""
    found = [" › ".join(text.about)] if text.about else []
    noun = text.thing.noun.partition(" ")[2] or text.thing.noun
    found.append(": ".join(words for words in (noun.capitalize(), text.meaning) if words))
    if source != languages.own:
        found.append(f"The words are in {source}.")
    return found


def _head(title: str, language: str, own: str) -> bytes:
    """The first entry. It holds no day, so that the same handbook makes the same file."""
    said = {
        "Project-Id-Version": " ".join(title.split()),
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": own.replace("-", "_"),
    }
    lines = "".join(escape(f"{name}: {words}\n") + "\n" for name, words in said.items())
    return f'msgid ""\nmsgstr ""\n{lines}\n'.encode()


def read_answer(data: bytes) -> Answer:
    """What stands in a PO file.

    Raises:
        NotPo: when it cannot be read.
    """
    text = _decoded(data)
    head = _LANGUAGE.search(text)
    language = head[1].strip().replace("_", "-") if head else ""
    if 'msgid "' in text and (slips := parse_po(text).slips):
        # Babel would take the first and the last letter of words without quotes for quotes.
        slip = slips[0]
        more = f"; so are {len(slips) - 1:,} more, the next on line {slips[1].line:,}" if len(slips) > 1 else ""
        raise NotPo(": ".join(filter(None, (f"line {slip.line:,}, column {slip.column:,}", slip.message, slip.hint))) + more)
    # Babel refuses languages that it does not know, and nothing here asks it about any.
    text = _LANGUAGE.sub('""', text, count=1)
    try:
        catalog = read_po(StringIO(text), abort_invalid=True)
    except PoFileError as error:
        raise NotPo(f"line {error.lineno + 1} is no line of a PO file") from None
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        raise NotPo(f"it is no PO file: {' '.join(str(error).split()) or type(error).__name__}") from None
    entries = []
    for message in catalog:
        if not message.id:
            continue
        plural = not isinstance(message.id, str)
        source = message.id[0] if plural else str(message.id)
        words = "" if plural or not isinstance(message.string, str) else message.string
        entries.append(Entry(message.lineno or 1, message.context or "", _plain(source), _plain(words), "fuzzy" in message.flags, plural))
    if not entries and 'msgid "' not in text:
        raise NotPo("it is no PO file: there is no msgid in it")
    return Answer(language, tuple(entries))


def _plain(words: str) -> str:
    """Words as a handbook has them: lines end alike, and no space around them."""
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    for charset in ("utf-8-sig", declared[1].decode("ascii") if declared else ""):
        try:
            return data.decode(charset) if charset else ""
        except (UnicodeDecodeError, LookupError):
            continue
    raise NotPo("its letters cannot be read: save it as UTF-8")
