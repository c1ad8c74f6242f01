"""Every text of the interface is translated, in every language, with the same gaps to fill."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("sv", "da", "nb")


@cache
def messages() -> Catalog:
    """What the code and the templates say, gathered as ``make messages`` gathers it."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in declared]
    settings = {mapping["pattern"]: {k: v for k, v in mapping.items() if k not in ("pattern", "method")} for mapping in declared}
    catalog = Catalog()
    for folder in ("theme", "journey_site"):
        found = extract_from_dir(ROOT / folder, methods, settings, {**DEFAULT_KEYWORDS, "N_": None, "NN_": (1, 2)})
        for file, line, words, _, context in found:
            catalog.add(words, locations=[(f"{folder}/{file}", line)], context=context)
    return catalog


@cache
def catalogue(language: str) -> Catalog:
    with (ROOT / f"theme/locales/{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def said(catalog: Catalog) -> dict[tuple[object, str | None], Message]:
    return {(message.id, message.context): message for message in catalog if message.id}


def forms(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string or ""]


def gaps(words: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}", words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing_or_unused(language: str) -> None:
    wanted, there = said(messages()).keys(), said(catalogue(language)).keys()
    assert wanted - there == set(), "missing: run make messages, then translate"
    assert there - wanted == set(), "unused: run make messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_or_in_doubt(language: str) -> None:
    catalog = catalogue(language)
    number = catalog.num_plurals
    for message in said(catalog).values():
        assert all(forms(message)), f"{message.id!r} is not translated"
        assert not message.fuzzy, f"{message.id!r} is marked as fuzzy"
        assert len(forms(message)) == (number if message.pluralizable else 1), f"{message.id!r} needs {number} forms"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_gaps_of_the_english(language: str) -> None:
    for message in said(catalogue(language)).values():
        english = list(message.id) if isinstance(message.id, tuple | list) else [message.id]
        for form, model in zip(forms(message), english, strict=True):
            assert gaps(form) == gaps(model), f"{model!r}: {form!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_edges_of_the_english(language: str) -> None:
    """Space at the ends and the last sign are part of how texts are put together."""
    for message in said(catalogue(language)).values():
        english = message.id[0] if isinstance(message.id, tuple | list) else message.id
        for form in forms(message):
            assert (form[:1].isspace(), form[-1:].isspace()) == (english[:1].isspace(), english[-1:].isspace())
            assert (form[-1:] in ".…:?") == (english[-1:] in ".…:?"), f"{english!r}: {form!r}"
