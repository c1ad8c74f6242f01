"""How complete each language is, as JSON: for a program that follows it, or a table of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from journey_site.translations.completeness import InLanguage, Outdated, Part
from journey_site.translations.texts import Languages, Translatable, words_in

FORMAT = "journey-site translations"
VERSION = 1
"""Goes up when a field is dropped or comes to mean something else; new fields leave it as it is."""


def translations_json(found: Iterable[InLanguage], languages: Languages, outdated: Outdated) -> str:
    """The report as one object; shares are from 0 to 1, lines and columns count from 1."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "source_language": languages.own,
        "history": not outdated.missing,
        "languages": [_language(each, languages) for each in found],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _language(found: InLanguage, languages: Languages) -> dict[str, Any]:
    return {
        "language": found.language,
        **_part(found.whole),
        "files": [{"file": file, **_part(part)} for file, part in found.files.items()],
        "fields": [{"kind": field.kind, "field": field.name, **_part(part)} for field, part in found.fields.items()],
        "missing": [_text(text, found.language, languages) for text in found.missing],
        "out_of_date": [
            {**_text(text, found.language, languages), "translated_from": saw, "translation": words_in(text.text, found.language)}
            for text, saw in found.outdated
        ],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"texts": part.texts, "translated": part.there, "share": round(part.share, 4), "outdated": part.outdated}


def _text(text: Translatable, language: str, languages: Languages) -> dict[str, Any]:
    source = languages.source_of(text.text, language)
    return {
        "file": text.file,
        "line": text.place.line,
        "column": text.place.column,
        "kind": text.kind,
        "id": text.identity,
        "path": text.path,
        "words": words_in(text.text, source) if source else "",
    }
