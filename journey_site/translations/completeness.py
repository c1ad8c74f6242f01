"""How much of a handbook stands in each of its languages: as a whole, file by file, field by field."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journey_site.translations.texts import Languages, Translatable, words_in


@dataclass(frozen=True, slots=True)
class Outdated:
    """The translations that are out of date, and why it cannot be said where it cannot."""

    found: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """From a text's address and the language to the words that were translated."""
    missing: str = ""
    """Why git cannot say it; empty when it can."""


@dataclass(frozen=True, slots=True)
class Part:
    """How much of some texts is there in a language."""

    texts: int
    there: int
    outdated: int = 0
    """How many of those that are there were translated from other words than stand there now."""

    @property
    def missing(self) -> int:
        """How many are not there."""
        return self.texts - self.there

    @property
    def share(self) -> float:
        """From 0 to 1; where there is nothing to translate, nothing is missing."""
        return self.there / self.texts if self.texts else 1.0

    @property
    def whole_percent(self) -> int:
        """The share in percent, rounded down: 100 means all."""
        return math.floor(self.there * 100 / self.texts) if self.texts else 100


@dataclass(frozen=True, slots=True)
class Field:
    """The field of a kind of thing."""

    kind: str
    name: str
    """Without ids: ``stages.thoughts``."""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class InLanguage:
    """What of a handbook there is in one language."""

    language: str
    whole: Part
    files: Mapping[str, Part]
    """By file, in their order."""
    fields: Mapping[Field, Part]
    missing: tuple[Translatable, ...]
    """In the order of files and lines."""
    outdated: tuple[tuple[Translatable, str], ...]
    """Each with the words from which it was translated."""


def completeness(texts: Sequence[Translatable], language: str, languages: Languages, outdated: Outdated | None = None) -> InLanguage:
    """How much of ``texts`` there is in ``language``. A text that names no language is in the handbook's own."""
    found = outdated.found if outdated else {}
    old = [(text, found[text.context, language]) for text in texts if (text.context, language) in found]
    known = {text.context for text, _ in old}

    def by(key: Callable[[Translatable], object]) -> dict[object, Part]:
        groups: dict[object, list[Translatable]] = {}
        for text in texts:
            groups.setdefault(key(text), []).append(text)
        return {name: _part(group, language, known) for name, group in groups.items()}

    files: Mapping[str, Part] = by(lambda text: text.file)  # type: ignore[assignment]
    fields: Mapping[Field, Part] = by(lambda text: Field(text.kind, text.field))  # type: ignore[assignment]
    missing = tuple(text for text in texts if not words_in(text.text, language))
    return InLanguage(language, _part(texts, language, known), files, fields, missing, tuple(old))


def _part(texts: Iterable[Translatable], language: str, outdated: set[str]) -> Part:
    group = list(texts)
    there = sum(bool(words_in(text.text, language)) for text in group)
    return Part(len(group), there, sum(text.context in outdated for text in group))
