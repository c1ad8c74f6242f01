"""Names in the order of the reader's alphabet."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journey_site import alphabet
from journey_site.alphabet import name_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("sv", ["Anna", "Zoe", "Åke", "Æbele", "Ärla", "Øst", "Österlen"]),
        ("sv-FI", ["Zoe", "Åke", "Ärla"]),
        ("da", ["Anna", "Zoe", "Æbele", "Ärla", "Øst", "Österlen", "Åke"]),
        ("nb", ["Zoe", "Ærlig", "Øst", "Åke"]),
        ("en", ["Ærial", "Åke", "Anna", "Émile", "Österlen", "Zoe"]),
        ("de", ["Äpfel", "Bahn", "Öl", "Straße", "Strast"]),
        ("en", ["Persona 2", "Persona 10", "Persona 10a", "Persona A"]),
        ("en", ["2 doors", "10 doors", "Door"]),
        ("ru", ["Иван", "Йога"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(language: str, names: list[str]) -> None:
    mixed = [*names[1::2], *names[::2]]
    assert sorted(mixed, key=lambda name: name_key(name, language)) == names


def test_the_examples_hold() -> None:
    assert doctest.testmod(alphabet).failed == 0


@given(some.lists(some.text()), some.sampled_from(["en", "sv", "da"]))
def test_any_names_can_be_put_in_order(names: list[str], language: str) -> None:
    ordered = sorted(names, key=lambda name: name_key(name, language))
    assert sorted(ordered) == sorted(names)
