"""What a translator hands back, matched with the texts of the handbook as they stand now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from journey_site.documents.reading import quoted
from journey_site.source.text import composed
from journey_site.translations.texts import Languages, Translatable, loosely, words_in


@dataclass(frozen=True, slots=True)
class Entry:
    """One text as a translator hands it back."""

    line: int
    """The line in the translator's file, counted from 1."""
    context: str
    """The text's address, as ``Translatable.context``."""
    source: str
    """The words that were translated."""
    words: str
    """The translation; empty where there is none."""
    unfinished: bool = False
    """Whether it is marked as needing work."""
    plural: bool = False
    """Whether it has forms for numbers, which no text of a handbook has."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A translator's file as it was read."""

    language: str
    """As its head names it; empty where it does not."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """New words for a text."""

    entry: Entry
    text: Translatable
    words: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that is left out, and why."""

    entry: Entry
    why: str


@dataclass(slots=True)
class Matched:
    """What of a translator's file is to be written."""

    wishes: list[Wish] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    same: list[Translatable] = field(default_factory=list)
    """The texts that say already what they should."""
    unfinished: int = 0
    """How many entries are marked as needing work."""
    empty: int = 0
    """How many entries have no translation yet."""


def matched(entries: Iterable[Entry], texts: Sequence[Translatable], language: str, languages: Languages) -> Matched:
    """Find the text of each entry: at its address, else the one with the same words in the same list."""
    places = _Places(texts, language, languages)
    found = Matched()
    taken: dict[str, str] = {}
    for entry in entries:
        words = composed(entry.words)
        if entry.unfinished and words:
            found.unfinished += 1
        elif entry.plural or not entry.context:
            why = "it has forms for numbers" if entry.plural else "it has no context (msgctxt), so it may be any text"
            found.refused.append(Refusal(entry, f"{why}: export the file anew"))
        elif not words:
            found.empty += 1
        elif isinstance(text := places.find(entry), str):
            found.refused.append(Refusal(entry, text))
        elif taken.setdefault(text.context, words) != words:
            found.refused.append(Refusal(entry, "another translation of the same text stands above it"))
        elif words_in(text.text, language) == words:
            found.same.append(text)
        else:
            found.wishes.append(Wish(entry, text, words))
    return found


class _Places:
    """The texts by where they may be looked for."""

    def __init__(self, texts: Iterable[Translatable], language: str, languages: Languages) -> None:
        self.by_context: dict[str, Translatable] = {}
        self.by_words: dict[tuple[str, str], list[Translatable]] = {}
        self.sources: dict[str, str] = {}
        for text in texts:
            source = languages.source_of(text.text, language)
            self.sources[text.context] = words = words_in(text.text, source) if source else ""
            self.by_context[text.context] = text
            self.by_words.setdefault((loosely(text.context), words), []).append(text)

    def find(self, entry: Entry) -> Translatable | str:
        """The text that an entry is about, or why there is none."""
        there = self.by_context.get(entry.context)
        source = composed(entry.source)
        if there is not None and self.sources[there.context] == source:
            return there
        moved = self.by_words.get((loosely(entry.context), source), [])
        if len(moved) == 1:
            return moved[0]
        if moved:
            return f"{quoted(source)} stands several times in this list now, and nobody can say which one is meant"
        if there is None:
            return "there is no such text in the handbook any more"
        now = self.sources[there.context]
        if not now:
            return f"{there.place} stands in no other language, so there is nothing that it translates"
        return f"the text has changed since, and says {quoted(now)} now ({there.place}): export it anew"
